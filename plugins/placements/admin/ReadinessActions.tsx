import { recordActions } from '#plugins/kernel/admin/server'
import { openReadinessStates } from '../domain'

export const ReadinessActions = recordActions({
  collection: 'readiness-items',
  actionsFor: ({ record, id }) =>
    openReadinessStates.some((state) => state === record.state)
      ? [
          {
            command: 'verify-readiness-item',
            label: 'Verified…',
            input: { itemId: id },
            fields: [{ name: 'note', label: 'What you saw', type: 'textarea' }],
            tone: 'primary',
            done: 'Verified.',
          },
          {
            command: 'waive-readiness-item',
            label: 'Waive…',
            input: { itemId: id },
            text: 'The placement may start without it. The reason stays on record.',
            fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
            done: 'Waived.',
          },
        ]
      : [],
})
