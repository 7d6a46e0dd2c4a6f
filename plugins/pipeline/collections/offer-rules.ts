import type { CollectionConfig, RelationshipFieldSingleValidation } from 'payload'

import { staffAccess } from '#plugins/agency'
import { basisPointsField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { usualOfferRules } from '../domain/offer-approval'

/** One set of rules for the whole agency, and one for each client who has others. */
const onePerClient: RelationshipFieldSingleValidation = async (value, { req, id }) => {
  const client = typeof value === 'string' ? value : null
  const { docs } = await req.payload.find({
    collection: 'offer-rules',
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

/** Which offers somebody else looks at before they go out. */
export const OfferRules: CollectionConfig = {
  slug: 'offer-rules',
  labels: { singular: label('Offer rule'), plural: label('Offer rules') },
  versions: false,
  access: staffAccess({ read: 'rates.read', write: 'settings.write', remove: 'settings.write' }),
  custom: { announce: { subject: 'offer-rule', client: 'client' } },
  admin: {
    group: 'Recruiting',
    useAsTitle: 'name',
    defaultColumns: ['name', 'client', 'minMarginBp', 'minFeeBp', 'isOverPayAsked'],
    listSearchableFields: ['name'],
    description:
      'Offers that break one of these wait for a colleague who may approve offers, and never for the one who made them. The row without a client holds for the whole agency; a client’s own row goes before it.',
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
      ...basisPointsField({
        name: 'minMarginBp',
        text: 'Least margin',
        required: true,
        description:
          'Of what is billed, after what comes on top of pay, in every kind of hour. What loses money waits in any case.',
      }),
      defaultValue: usualOfferRules.minMarginBp,
    },
    {
      ...basisPointsField({
        name: 'minFeeBp',
        text: 'Least fee of a permanent placement',
        required: true,
        description: 'As a share of the offered salary; a flat fee is compared with it, too.',
      }),
      defaultValue: usualOfferRules.minFeeBp,
    },
    {
      name: 'isOverPayAsked',
      type: 'checkbox',
      label: label('Pay above the order waits, too'),
      defaultValue: usualOfferRules.isOverPayAsked,
      admin: {
        description: 'The order’s pay rate, or the upper end of its salary, is the most.',
      },
    },
  ],
}
