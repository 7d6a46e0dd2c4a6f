import { recordActions } from '#plugins/kernel/admin/server'
import { isGoingOut } from '../domain/mailing-workflow'

export const MailingActions = recordActions({
  collection: 'mailings',
  actionsFor: ({ record, id }) => [
    isGoingOut(record.state) && {
      command: 'stop-mailing',
      label: 'Stop…',
      input: { mailingId: id },
      text: 'Whoever has not been written to yet is not any more. What has left cannot be taken back.',
      tone: 'danger',
      done: 'Stopped.',
    },
  ],
})
