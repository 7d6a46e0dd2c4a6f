import { recordActions } from '#plugins/kernel/admin/server'

export const HoldActions = recordActions({
  collection: 'legal-holds',
  actionsFor: ({ record, id }) => [
    !record.releasedAt && {
      command: 'release-legal-hold',
      label: 'Release hold…',
      input: { legalHoldId: id },
      text: 'Afterwards the person may be erased again, by a colleague or by a retention rule.',
      fields: [{ name: 'reason', label: 'Why', type: 'text', isRequired: true }],
      tone: 'danger',
      done: 'Released.',
    },
  ],
})
