import { recordActions } from '#plugins/kernel/admin/server'
import { canReplay } from '../domain'

/** A message that ended can be sent once more. */
export const DeliveryActions = recordActions({
  collection: 'webhook-deliveries',
  actionsFor: ({ record, id }) => [
    canReplay(record.state) && {
      command: 'replay-delivery',
      label: 'Send again',
      input: { deliveryId: id },
      tone: 'primary',
      done: 'On its way.',
    },
  ],
})
