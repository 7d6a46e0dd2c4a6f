import { recordActions } from '#plugins/kernel/admin/server'

export const OpeningActions = recordActions({
  collection: 'openings',
  actionsFor: ({ record, id }) => [
    (record.state === 'open' || record.state === 'reserved') && {
      command: 'cancel-opening',
      label: 'Cancel opening…',
      input: { openingId: id },
      text: 'The client needs one person less.',
      fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
      tone: 'danger',
      done: 'Cancelled.',
    },
  ],
})
