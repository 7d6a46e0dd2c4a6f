import { defineWorkflow } from '#plugins/kernel/domain'

export type MailState = 'queued' | 'sending' | 'sent' | 'kept' | 'failed' | 'cancelled'

/**
 * The life of a mail. `sending` is written before the server is spoken to, so that a lost answer can
 * be told from a mail that never left.
 */
export const mailWorkflow = defineWorkflow<MailState>({
  name: 'Mail',
  collection: 'outbound-mails',
  initial: 'queued',
  states: {
    queued: {
      label: 'Queued',
      tone: 'info',
      next: {
        sending: { event: 'mail.sending' },
        kept: { event: 'mail.kept' },
        cancelled: { event: 'mail.cancelled' },
        failed: { event: 'mail.failed', needsReason: true },
      },
    },
    sending: {
      label: 'Sending',
      tone: 'info',
      next: {
        sent: { event: 'mail.sent' },
        queued: { event: 'mail.deferred' },
        kept: { event: 'mail.kept' },
        cancelled: { event: 'mail.cancelled' },
        failed: { event: 'mail.failed', needsReason: true },
      },
    },
    sent: { label: 'Sent', tone: 'good', next: {} },
    kept: {
      label: 'Kept (no mail server)',
      tone: 'warn',
      next: { queued: { event: 'mail.requeued', permission: 'settings.write' } },
    },
    failed: {
      label: 'Failed',
      tone: 'bad',
      next: { queued: { event: 'mail.requeued', permission: 'settings.write' } },
    },
    cancelled: { label: 'Cancelled', tone: 'neutral', next: {} },
  },
})

/** It has not left the house, and will not by itself. */
export const canBeRequeued = (state: string): boolean => state === 'failed' || state === 'kept'

/** It waits or was given up, so that what the server said is worth telling. */
export const hasNotLeft = (state: string): boolean => state === 'queued' || state === 'failed'
