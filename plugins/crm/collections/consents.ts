import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { consentPurposeOptions } from '../domain/consent-texts'

/** What a person agreed to, in the words they saw. Written by `record-consent`, never edited. */
export const Consents: CollectionConfig = {
  slug: 'consents',
  labels: { singular: label('Consent'), plural: label('Consents') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'candidates.read', write: null }),
  custom: { announce: { subject: 'consent', candidate: 'candidate' } },
  admin: {
    group: 'Candidates',
    components: {
      edit: { beforeDocumentControls: ['/plugins/crm/admin/ConsentActions#ConsentActions'] },
    },
    useAsTitle: 'purpose',
    defaultColumns: ['candidate', 'purpose', 'givenAt', 'withdrawnAt', 'channel'],
    listSearchableFields: ['textVersion'],
  },
  fields: [
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
    },
    {
      name: 'purpose',
      type: 'select',
      label: label('Purpose'),
      required: true,
      options: consentPurposeOptions,
    },
    { name: 'text', type: 'textarea', label: label('What was agreed to'), required: true },
    { name: 'textVersion', type: 'text', label: label('Version of the text'), required: true },
    {
      name: 'legalText',
      type: 'relationship',
      relationTo: 'legal-texts',
      label: label('Legal text'),
      index: true,
    },
    { name: 'channel', type: 'text', label: label('Given through'), required: true },
    { ...instantField({ name: 'givenAt', text: 'Given at' }), required: true },
    instantField({ name: 'withdrawnAt', text: 'Withdrawn at' }),
  ],
}
