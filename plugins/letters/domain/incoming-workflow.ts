import { defineWorkflow } from '#plugins/kernel/domain'

export type IncomingState = 'unfiled' | 'filed' | 'handled' | 'discarded'

/** A mail that came in belongs to somebody, waits for a colleague to say to whom, or is none of ours. */
export const incomingWorkflow = defineWorkflow<IncomingState>({
  name: 'Incoming mail',
  collection: 'incoming-mails',
  initial: 'unfiled',
  states: {
    unfiled: {
      label: 'To be filed',
      tone: 'warn',
      next: {
        filed: { event: 'incoming-mail.filed' },
        discarded: { event: 'incoming-mail.discarded' },
        handled: { event: 'incoming-mail.handled' },
      },
    },
    filed: {
      label: 'Filed',
      tone: 'good',
      next: { unfiled: { event: 'incoming-mail.taken-out' } },
    },
    handled: { label: 'Report of a mail server', tone: 'neutral', next: {} },
    discarded: {
      label: 'Discarded',
      tone: 'neutral',
      next: { filed: { event: 'incoming-mail.filed' } },
    },
  },
})

export const isFiled = (state: string): boolean => state === 'filed'
