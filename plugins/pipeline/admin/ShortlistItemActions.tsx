import { recordActions } from '#plugins/kernel/admin/server'
import { rejectReasonLabels, rejectReasons } from '../domain/reasons'

/** For a client who decides on the phone. */
export const ShortlistItemActions = recordActions({
  collection: 'shortlist-items',
  actionsFor: ({ record, id }) => {
    const shortlistId =
      typeof record.shortlist === 'string' ? record.shortlist : record.shortlist.id
    const input = { shortlistId, itemId: id }
    if (record.decision === 'approve' || record.decision === 'reject') return []
    return [
      {
        command: 'decide-shortlist-item',
        label: 'Client approves…',
        input: { ...input, decision: 'approve' },
        text: 'For a client who decides on the phone.',
        fields: [{ name: 'comment', label: 'Comment', type: 'textarea' }],
        tone: 'primary',
        done: 'Approved.',
      },
      {
        command: 'decide-shortlist-item',
        label: 'Client asks…',
        input: { ...input, decision: 'question' },
        fields: [{ name: 'comment', label: 'Question', type: 'textarea', isRequired: true }],
        done: 'Noted.',
      },
      {
        command: 'decide-shortlist-item',
        label: 'Client rejects…',
        input: { ...input, decision: 'reject' },
        fields: [
          {
            name: 'reason',
            label: 'Reason',
            type: 'select',
            isRequired: true,
            options: rejectReasons.map((value) => ({ value, label: rejectReasonLabels[value] })),
          },
          { name: 'comment', label: 'Comment', type: 'textarea' },
        ],
        tone: 'danger',
        done: 'Rejected.',
      },
    ]
  },
})
