import { recordActions } from '#plugins/kernel/admin/server'
import { blockAction } from './block-action'

export const CandidateActions = recordActions({
  collection: 'candidates',
  actionsFor: ({ record, id, may }) => [
    {
      command: 'add-candidate-to-order',
      label: 'Add to order…',
      input: { candidateId: id },
      fields: [
        {
          name: 'jobOrderId',
          label: 'Job order',
          type: 'relation',
          isRequired: true,
          collection: 'job-orders',
          titleFields: ['title', 'ref'],
        },
      ],
      tone: 'primary',
      done: 'On the order’s board.',
      opens: { collection: 'submissions', key: 'submissionId' },
    },
    may('candidates.write') && { label: 'Add CV…', href: `/admin/cvs?candidate=${id}` },
    !record.portalAccount && {
      command: 'grant-portal-access',
      label: 'Give portal access…',
      input: { candidateId: id },
      text: 'They sign in by a link in a mail, and see their applications, hours and documents.',
      done: 'Access given.',
    },
    blockAction({
      input: { candidateId: id },
      other: {
        name: 'clientId',
        label: 'Client',
        type: 'relation',
        isRequired: true,
        collection: 'client-corporations',
        titleFields: ['name'],
      },
    }),
  ],
})
