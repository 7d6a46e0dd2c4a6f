import type { CollectionConfig } from 'payload'

import { bySystemOnly } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { letterReaders, readerLabels } from '../domain/letter-fields'

/** One person of a mailing and what became of their mail; read through the mailing. */
export const MailingRecipients: CollectionConfig = {
  slug: 'mailing-recipients',
  labels: { singular: label('Reader of a mailing'), plural: label('Readers of mailings') },
  versions: false,
  lockDocuments: false,
  access: {
    read: bySystemOnly,
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: bySystemOnly,
  },
  // The mailing tells of itself, and each mail stands in the story of its reader.
  custom: { announce: null },
  admin: { hidden: true, useAsTitle: 'personId' },
  fields: [
    {
      name: 'mailing',
      type: 'relationship',
      relationTo: 'mailings',
      label: label('Mailing'),
      required: true,
      index: true,
    },
    {
      name: 'personKind',
      type: 'select',
      label: label('Kind'),
      required: true,
      options: letterReaders.map((value) => ({ value, label: label(readerLabels[value]) })),
    },
    { name: 'personId', type: 'text', label: label('Person'), required: true, index: true },
    {
      /** Where each is written to about their own; else the mailing says which, if any. */
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
    },
    /** Why nothing is sent; without a mail and a reason they wait. */
    { name: 'leftOut', type: 'text', label: label('Left out') },
    {
      name: 'mail',
      type: 'relationship',
      relationTo: 'outbound-mails',
      label: label('Mail'),
      index: true,
    },
    instantField({ name: 'unsubscribedAt', text: 'Wants no more since' }),
  ],
}
