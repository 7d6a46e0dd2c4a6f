import { defineWorkflow } from '#plugins/kernel/domain'

export type MailingState = 'sending' | 'sent' | 'stopped'

/** A mailing goes out in parts; it can be stopped, and what has left stays sent. */
export const mailingWorkflow = defineWorkflow<MailingState>({
  name: 'Mailing',
  collection: 'mailings',
  initial: 'sending',
  states: {
    sending: {
      label: 'Going out',
      tone: 'info',
      next: {
        sent: { event: 'mailing.sent' },
        stopped: { event: 'mailing.stopped' },
      },
    },
    sent: { label: 'Sent', tone: 'good', next: {} },
    stopped: { label: 'Stopped', tone: 'warn', next: {} },
  },
})

export const isGoingOut = (state: string): boolean => state === 'sending'
