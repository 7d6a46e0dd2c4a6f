import { defineWorkflow, type Move } from '#plugins/kernel/domain'

export type SubmissionState =
  | 'new'
  | 'screening'
  | 'internal_review'
  | 'client_review'
  | 'interview'
  | 'offer'
  | 'placed'
  | 'rejected'
  | 'withdrawn'

const screen: Move = { event: 'submission.screening-begun' }
const review: Move = { event: 'submission.review-begun' }
const submit: Move = { event: 'submission.submitted-to-client' }
const interview: Move = { event: 'submission.interview-begun' }
const offer: Move = { event: 'submission.offer-begun' }
const place: Move = { event: 'submission.placed' }
const back: Move = { event: 'submission.moved-back' }
const reopen: Move = { event: 'submission.reopened' }
const away: Partial<Record<SubmissionState, Move>> = {
  rejected: { event: 'submission.rejected', needsReason: true },
  withdrawn: { event: 'submission.withdrawn' },
}

/**
 * A candidate put forward for an order. Steps may be left out where agencies leave them out; nobody
 * is offered or placed whom the client has not seen.
 */
export const submissionWorkflow = defineWorkflow<SubmissionState>({
  name: 'Submission',
  collection: 'submissions',
  initial: 'new',
  states: {
    new: {
      label: 'New',
      tone: 'info',
      next: {
        screening: screen,
        internal_review: review,
        client_review: submit,
        interview,
        ...away,
      },
    },
    screening: {
      label: 'Screening',
      tone: 'info',
      next: { internal_review: review, client_review: submit, interview, ...away },
    },
    internal_review: {
      label: 'Internal review',
      tone: 'warn',
      next: { screening: back, client_review: submit, interview, ...away },
    },
    client_review: {
      label: 'Client review',
      tone: 'warn',
      next: {
        screening: back,
        internal_review: back,
        interview,
        offer,
        placed: place,
        ...away,
      },
    },
    interview: {
      label: 'Interview',
      tone: 'info',
      next: {
        screening: back,
        internal_review: back,
        client_review: back,
        offer,
        placed: place,
        ...away,
      },
    },
    offer: {
      label: 'Offer',
      tone: 'good',
      next: {
        internal_review: back,
        client_review: back,
        interview: back,
        placed: place,
        ...away,
      },
    },
    placed: {
      label: 'Placed',
      tone: 'good',
      next: { offer: { event: 'submission.unplaced', needsReason: true } },
    },
    rejected: {
      label: 'Rejected',
      tone: 'bad',
      next: { screening: reopen, internal_review: reopen, client_review: reopen },
    },
    withdrawn: {
      label: 'Withdrawn',
      tone: 'neutral',
      next: { screening: reopen, internal_review: reopen, client_review: reopen },
    },
  },
})

/** States in which a candidate is still in the running; one submission per order may be in them. */
export const liveSubmissionStates = [
  'new',
  'screening',
  'internal_review',
  'client_review',
  'interview',
  'offer',
] as const satisfies readonly SubmissionState[]

export const isLiveSubmission = (state: SubmissionState): boolean =>
  liveSubmissionStates.some((live) => live === state)

/** The state in which a client decides on somebody. */
export const reviewedByClient = 'client_review' satisfies SubmissionState

/** States from which somebody may be placed. */
export const placeableSubmissionStates = [
  'client_review',
  'interview',
  'offer',
] as const satisfies readonly SubmissionState[]

/** States in which the client knows the candidate. */
const seenByClient: readonly SubmissionState[] = ['client_review', 'interview', 'offer', 'placed']

export const isSeenByClient = (state: SubmissionState): boolean => seenByClient.includes(state)
