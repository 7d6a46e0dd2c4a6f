import { recordActions } from '#plugins/kernel/admin/server'

export const ClientBlockActions = recordActions({
  collection: 'client-blocks',
  actionsFor: ({ record, id }) => [
    !record.endedAt && {
      command: 'end-client-block',
      label: 'End block…',
      input: { clientBlockId: id },
      text: 'Afterwards the candidate may be shown to this client again.',
      fields: [{ name: 'reason', label: 'Why', type: 'text', isRequired: true }],
      tone: 'danger',
      done: 'Ended.',
    },
  ],
})
