import type { SubmissionState } from './submission-workflow'

/**
 * Where an application stands, in words for the candidate: no reasons, nothing of the agency's own
 * review, and a no only as what it is.
 */
export const applicationSteps = [
  'received',
  'in-review',
  'with-client',
  'interview',
  'offer',
  'placed',
] as const

export type ApplicationStep = (typeof applicationSteps)[number]

export type ApplicationStatus = ApplicationStep | 'not-chosen' | 'withdrawn'

const statuses: Record<SubmissionState, ApplicationStatus> = {
  new: 'received',
  screening: 'in-review',
  internal_review: 'in-review',
  client_review: 'with-client',
  interview: 'interview',
  offer: 'offer',
  placed: 'placed',
  rejected: 'not-chosen',
  withdrawn: 'withdrawn',
}

export const applicationStatusOf = (state: SubmissionState): ApplicationStatus => statuses[state]

export const applicationStatusLabels: Record<ApplicationStatus, string> = {
  received: 'Received',
  'in-review': 'In review',
  'with-client': 'With the client',
  interview: 'Interview',
  offer: 'Offer',
  placed: 'Placed',
  'not-chosen': 'Not chosen this time',
  withdrawn: 'Withdrawn',
}
