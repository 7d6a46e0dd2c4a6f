import { recordActions } from '#plugins/kernel/admin/server'
import { rejectReasonLabels, rejectReasons } from '../domain/reasons'

/** For a client who decides on the phone. */
export const ShortlistItemActions = recordActions({
  collection: 'shortlist-items',
  actionsFor: ({ record, id }) => {
    const shortlistId =
      typeof record.shortlist === 'string' ? record.shortlist : record.shortlist.id
    const input = { shortlistId, itemId: id }
    if (record.decision === 'reject') return []
    const client = typeof record.client === 'string' ? record.client : record.client.id
    const phone = [
      {
        name: 'contactId',
        label: 'Who said it',
        type: 'relation' as const,
        collection: 'client-contacts',
        titleFields: ['name'],
        only: { client },
        description: 'Left empty: whom the shortlist was sent to.',
      },
    ]
    const yes = [
      ...phone,
      {
        name: 'rating',
        label: 'Rating',
        type: 'number' as const,
        least: 1,
        most: 5,
        description: 'From 1 to 5.',
      },
      { name: 'comment', label: 'Comment', type: 'textarea' as const },
    ]
    return [
      {
        command: 'decide-shortlist-item',
        label: 'Client wants to meet…',
        input: { ...input, decision: 'interview' },
        text: 'For a client who decides on the phone. Your name is kept with it.',
        fields: yes,
        tone: 'primary',
        done: 'Noted.',
      },
      {
        command: 'decide-shortlist-item',
        label: 'Client says maybe…',
        input: { ...input, decision: 'maybe' },
        fields: yes,
        done: 'Noted.',
      },
      {
        command: 'decide-shortlist-item',
        label: 'Client approves…',
        input: { ...input, decision: 'approve' },
        text: 'For a client who decides on the phone.',
        fields: yes,
        done: 'Approved.',
      },
      {
        command: 'decide-shortlist-item',
        label: 'Client asks…',
        input: { ...input, decision: 'question' },
        fields: [
          ...phone,
          { name: 'comment', label: 'Question', type: 'textarea', isRequired: true },
        ],
        done: 'Noted.',
      },
      {
        command: 'decide-shortlist-item',
        label: 'Client rejects…',
        input: { ...input, decision: 'reject' },
        fields: [
          ...phone,
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
