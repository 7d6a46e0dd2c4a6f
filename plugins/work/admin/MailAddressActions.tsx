import { recordActions } from '#plugins/kernel/admin/server'

export const MailAddressActions = recordActions({
  collection: 'mail-addresses',
  actionsFor: ({ record, id }) => [
    Boolean(record.bounce) && {
      command: 'clear-bounce',
      label: 'Send to it again…',
      input: { mailAddressId: id },
      text: 'Do this when the mailbox exists again. Mails to it leave from now on; those that failed stay as they are.',
      done: 'Mail goes there again.',
    },
  ],
})
