import { defineWorkflow } from '#plugins/kernel/domain'

export type ShortlistState = 'draft' | 'sent' | 'partly_answered' | 'answered' | 'expired'

/** Candidates shown to a client, from sending to the last answer. */
export const shortlistWorkflow = defineWorkflow<ShortlistState>({
  name: 'Shortlist',
  collection: 'shortlists',
  initial: 'draft',
  states: {
    draft: {
      label: 'Draft',
      tone: 'neutral',
      next: { sent: { event: 'shortlist.sent', needs: ['contact', 'sentAt'] } },
    },
    sent: {
      label: 'Sent',
      tone: 'info',
      next: {
        partly_answered: { event: 'shortlist.partly-answered' },
        answered: { event: 'shortlist.answered' },
        expired: { event: 'shortlist.expired' },
      },
    },
    partly_answered: {
      label: 'Partly answered',
      tone: 'warn',
      next: {
        answered: { event: 'shortlist.answered' },
        expired: { event: 'shortlist.expired' },
      },
    },
    answered: {
      label: 'Answered',
      tone: 'good',
      next: { partly_answered: { event: 'shortlist.partly-answered' } },
    },
    expired: {
      label: 'Expired',
      tone: 'bad',
      next: {
        partly_answered: { event: 'shortlist.partly-answered' },
        answered: { event: 'shortlist.answered' },
      },
    },
  },
})

/** The client's answer on somebody is waited for. */
export const isOpenShortlist = (state: string): boolean =>
  state === 'sent' || state === 'partly_answered'

/** The client may still answer, also after the day by which they were asked to. */
export const isAnswerable = (state: string): boolean =>
  isOpenShortlist(state) || state === 'expired'
