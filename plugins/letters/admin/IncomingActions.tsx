import { recordActions } from '#plugins/kernel/admin/server'
import { isFiled } from '../domain/incoming-workflow'

export const IncomingActions = recordActions({
  collection: 'incoming-mails',
  actionsFor: ({ record, id }) => {
    const input = { incomingMailId: id }
    if (isFiled(record.state))
      return [
        typeof record.personId === 'string' && {
          label: 'Conversation',
          href: `/admin/collections/${record.personKind === 'candidate' ? 'candidates' : 'client-contacts'}/${record.personId}/mail`,
        },
        {
          command: 'take-mail-out',
          label: 'Filed wrongly…',
          input,
          text: 'It leaves the conversation and waits to be filed again.',
          done: 'Taken out.',
        },
      ]
    if (record.state === 'handled') return []
    const about = {
      name: 'jobOrderId',
      label: 'About the order',
      type: 'relation',
      collection: 'job-orders',
      titleFields: ['title', 'ref'],
    } as const
    return [
      {
        command: 'file-mail',
        label: 'File to candidate…',
        input,
        fields: [
          {
            name: 'candidateId',
            label: 'Candidate',
            type: 'relation',
            isRequired: true,
            collection: 'candidates',
            titleFields: ['name', 'ref'],
          },
          about,
        ],
        tone: 'primary',
        done: 'Filed.',
      },
      {
        command: 'file-mail',
        label: 'File to contact…',
        input,
        fields: [
          {
            name: 'contactId',
            label: 'Contact',
            type: 'relation',
            isRequired: true,
            collection: 'client-contacts',
            titleFields: ['name'],
          },
          about,
        ],
        done: 'Filed.',
      },
      record.state === 'unfiled' && {
        command: 'discard-mail',
        label: 'Discard…',
        input,
        text: 'For mail that is none of ours. It can still be filed later.',
        done: 'Discarded.',
      },
    ]
  },
})
