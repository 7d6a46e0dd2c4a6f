import { recordActions } from '#plugins/kernel/admin/server'
import { canBeRequeued } from '../domain/mail-workflow'

export const MailActions = recordActions({
  collection: 'outbound-mails',
  actionsFor: ({ record, id }) => [
    canBeRequeued(record.state) && {
      command: 'requeue-mail',
      label: 'Send again…',
      input: { mailId: id },
      text: 'The mail goes to the mail server again, with the same links and attachments.',
      tone: 'primary',
      done: 'Queued again.',
    },
  ],
})
