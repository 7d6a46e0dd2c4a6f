import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** Keeps a person from being erased while a dispute or an authority needs the records. */
export const LegalHolds: CollectionConfig = {
  slug: 'legal-holds',
  labels: { singular: label('Legal hold'), plural: label('Legal holds') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'privacy.manage', write: null }),
  custom: {
    announce: { subject: 'legal-hold', candidate: 'candidate', contact: 'contact' },
  },
  admin: {
    group: 'Privacy',
    components: {
      edit: { beforeDocumentControls: ['/plugins/crm/admin/HoldActions#HoldActions'] },
    },
    useAsTitle: 'reason',
    defaultColumns: ['reason', 'candidate', 'contact', 'placedByName', 'createdAt', 'releasedAt'],
    listSearchableFields: ['reason', 'placedByName'],
    description:
      'While a hold stands nobody erases the person and no retention rule touches the records. It is placed on the screen of the person, under “Privacy”.',
  },
  fields: [
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'contact',
      type: 'relationship',
      relationTo: 'client-contacts',
      label: label('Client contact'),
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'reason',
      type: 'text',
      label: label('Why'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'placedByName',
      type: 'text',
      label: label('Placed by'),
      required: true,
      admin: { readOnly: true },
    },
    instantField({ name: 'releasedAt', text: 'Released at' }),
    {
      name: 'releasedByName',
      type: 'text',
      label: label('Released by'),
      admin: { readOnly: true },
    },
    {
      name: 'releaseReason',
      type: 'text',
      label: label('Why it was released'),
      admin: { readOnly: true },
    },
  ],
}
