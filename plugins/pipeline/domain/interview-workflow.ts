import { defineWorkflow } from '#plugins/kernel/domain'

export type InterviewState =
  | 'proposed'
  | 'scheduled'
  | 'done'
  | 'declined'
  | 'cancelled'
  | 'no_show_candidate'
  | 'no_show_client'

/** A talk between candidate and client, from the proposed time to what came of it. */
export const interviewWorkflow = defineWorkflow<InterviewState>({
  name: 'Interview',
  collection: 'interviews',
  initial: 'proposed',
  states: {
    proposed: {
      label: 'Proposed',
      tone: 'info',
      next: {
        scheduled: { event: 'interview.scheduled', needs: ['startsAt', 'endsAt'] },
        declined: { event: 'interview.declined' },
        cancelled: { event: 'interview.cancelled', needsReason: true },
      },
    },
    scheduled: {
      label: 'Scheduled',
      tone: 'good',
      next: {
        done: { event: 'interview.completed' },
        proposed: { event: 'interview.reproposed' },
        cancelled: { event: 'interview.cancelled', needsReason: true },
        no_show_candidate: { event: 'interview.missed-by-candidate' },
        no_show_client: { event: 'interview.missed-by-client' },
      },
    },
    done: { label: 'Done', tone: 'good', next: {} },
    declined: {
      label: 'Declined',
      tone: 'bad',
      next: {
        proposed: { event: 'interview.reproposed' },
        scheduled: { event: 'interview.scheduled', needs: ['startsAt', 'endsAt'] },
      },
    },
    cancelled: { label: 'Cancelled', tone: 'neutral', next: {} },
    no_show_candidate: { label: 'Candidate did not come', tone: 'bad', next: {} },
    no_show_client: { label: 'Client did not come', tone: 'bad', next: {} },
  },
})

/** The candidate's answer is waited for. */
export const isProposedInterview = (state: string): boolean => state === 'proposed'

/** Both sides agreed on the time, and it is still to come. */
export const isAgreedInterview = (state: string): boolean => state === 'scheduled'

/** Something is still to come of it: a choice or the talk. */
export const isOpenInterview = (state: string): boolean =>
  isProposedInterview(state) || isAgreedInterview(state)
