import type { Payload } from 'payload'

import { recordActions } from '#plugins/kernel/admin/server'
import { poolAction } from '../domain/pool-action'
import { idOf } from '../domain/relation'
import { blockAction } from './block-action'

export const CandidateActions = recordActions({
  collection: 'candidates',
  actionsFor: async ({ record, id, may, payload }) => {
    const keptId = idOf(record.mergedInto)
    if (keptId)
      return [
        {
          label: `Merged: open ${await refOf({ payload, id: keptId })}`,
          href: `/admin/collections/candidates/${keptId}`,
        },
      ]
    return [
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
      {
        ...poolAction({ candidateIds: [id] }),
        done: 'In the pool, unless they said no to it.',
      },
      may('candidates.write') &&
        Boolean(record.unusableSince ?? record.keepUntilOn) && {
          command: 'answer-to-stay',
          label: 'Note their answer…',
          input: { candidateId: id },
          text: 'What the candidate said about being kept. Others hear nothing of it; a yes makes them found again.',
          fields: [
            {
              name: 'answer',
              label: 'May we keep the profile?',
              type: 'select',
              isRequired: true,
              options: [
                { value: 'stay', label: 'Yes' },
                { value: 'leave', label: 'No' },
              ],
            },
            {
              name: 'note',
              label: 'What they said, and when',
              type: 'text',
              isRequired: true,
            },
          ],
          done: 'Noted.',
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
    ]
  },
})

const refOf = async ({ payload, id }: { payload: Payload; id: string }): Promise<string> => {
  const kept = await payload.findByID({
    collection: 'candidates',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    select: { ref: true },
  })
  return kept?.ref ?? 'the kept record'
}
