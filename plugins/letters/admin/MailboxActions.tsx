import { recordActions } from '#plugins/kernel/admin/server'
import { mailboxFields } from './mailbox-fields'

export const MailboxActions = recordActions({
  collection: 'mailboxes',
  actionsFor: ({ record, id }) => [
    {
      command: 'change-mailbox',
      label: 'Change…',
      input: { mailboxId: id },
      fields: mailboxFields({ known: record }),
      text: 'The password is kept when you leave it empty and the server and user stay.',
      done: 'Changed. It is read within a minute.',
    },
    {
      command: 'switch-mailbox',
      label: record.isActive ? 'Stop reading' : 'Read again',
      input: { mailboxId: id, isActive: !record.isActive },
      done: record.isActive ? 'It is not read any more.' : 'It is read within a minute.',
    },
  ],
})
