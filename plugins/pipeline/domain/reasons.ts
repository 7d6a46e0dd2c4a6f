import { label } from '#plugins/kernel/domain'

/** Why a candidate does not go on, as clients and recruiters choose it. */
export const rejectReasons = [
  'skills',
  'experience',
  'pay',
  'location',
  'culture',
  'overqualified',
  'position-changed',
  'availability',
  'other',
] as const

export type RejectReason = (typeof rejectReasons)[number]

export const rejectReasonLabels: Record<RejectReason, string> = {
  skills: 'Skills do not fit',
  experience: 'Not enough experience',
  pay: 'Pay does not fit',
  location: 'Place of work',
  culture: 'Does not fit the team',
  overqualified: 'Overqualified',
  'position-changed': 'The position has changed',
  availability: 'Availability',
  other: 'Another reason',
}

export const rejectReasonOptions = rejectReasons.map((value) => ({
  value,
  label: label(rejectReasonLabels[value]),
}))
