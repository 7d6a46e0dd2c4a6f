import type { CollectionConfig, RelationshipFieldSingleValidation } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { usualSubmissionRules } from '../domain/submission-rules'

/** One set of rules for the whole agency, and one for each client who wants it otherwise. */
const onePerClient: RelationshipFieldSingleValidation = async (value, { req, id }) => {
  const client = typeof value === 'string' ? value : null
  const { docs } = await req.payload.find({
    collection: 'submission-rules',
    where: client ? { client: { equals: client } } : { client: { exists: false } },
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (docs.every((other) => other.id === id)) return true
  return client
    ? 'There are rules for this client already. Change those.'
    : 'There are rules for the whole agency already. Change those, or choose a client.'
}

const days =
  ({ least }: { least: number }) =>
  (value: unknown) =>
    (Number.isInteger(value) && Number(value) >= least && Number(value) <= 1_095) ||
    `A whole number of days from ${least} to 1095.`

/** What is asked for before a candidate is shown to a client. */
export const SubmissionRules: CollectionConfig = {
  slug: 'submission-rules',
  labels: { singular: label('Submission rule'), plural: label('Submission rules') },
  versions: false,
  access: staffAccess({
    read: 'pipeline.read',
    write: 'settings.write',
    remove: 'settings.write',
  }),
  custom: { announce: { subject: 'submission-rule', client: 'client' } },
  admin: {
    group: 'Recruiting',
    useAsTitle: 'name',
    defaultColumns: [
      'name',
      'client',
      'isRepresentationAsked',
      'representationDays',
      'sameRoleDays',
    ],
    listSearchableFields: ['name'],
    description:
      'What is asked for before a candidate is shown to a client. The row without a client holds for the whole agency; a client’s own row goes before it, and what an order says before both.',
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, maxLength: 120 },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      index: true,
      validate: onePerClient,
      admin: { description: 'Empty: the rules of the whole agency.' },
    },
    {
      name: 'isRepresentationAsked',
      type: 'checkbox',
      label: label('Right to represent needed'),
      defaultValue: usualSubmissionRules.isRepresentationAsked,
      admin: {
        description:
          'Nobody is shown to a client before they gave the agency the right to represent them.',
      },
    },
    {
      name: 'representationDays',
      type: 'number',
      label: label('Right to represent holds for days'),
      required: true,
      defaultValue: usualSubmissionRules.representationDays,
      validate: days({ least: 1 }),
    },
    {
      name: 'sameRoleDays',
      type: 'number',
      label: label('Not again to a client for the same role within days'),
      required: true,
      defaultValue: usualSubmissionRules.sameRoleDays,
      validate: days({ least: 0 }),
      admin: { description: '0: may be sent again at once.' },
    },
  ],
}
