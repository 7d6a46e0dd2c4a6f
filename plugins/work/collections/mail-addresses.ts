import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { bounceKinds, bounceLabels } from '../domain/bounce'

/** What is known of an address: that mail to it comes back, that its owner wants no mailings. */
export const MailAddresses: CollectionConfig = {
  slug: 'mail-addresses',
  labels: { singular: label('Mail address'), plural: label('Mail addresses') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'mail.read', write: null }),
  custom: {
    announce: {
      subject: 'mail-address',
      personal: ['address', 'bounceReason'],
      silent: ['softBounces'],
    },
  },
  admin: {
    group: 'Activity',
    useAsTitle: 'address',
    defaultColumns: ['address', 'bounce', 'bounceReason', 'bouncedAt', 'optedOutAt'],
    listSearchableFields: ['address'],
    description:
      'Addresses whose mail came back, and those that want no mailings. Nothing more is sent to an address that does not exist.',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/work/admin/MailAddressActions#MailAddressActions'],
      },
    },
  },
  fields: [
    {
      name: 'address',
      type: 'text',
      label: label('Address'),
      required: true,
      unique: true,
      admin: { readOnly: true },
    },
    {
      name: 'bounce',
      type: 'select',
      label: label('Mail to it'),
      options: bounceKinds.map((value) => ({ value, label: label(bounceLabels[value]) })),
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'bounceReason',
      type: 'text',
      label: label('What the mail server said'),
      admin: { readOnly: true },
    },
    { ...instantField({ name: 'bouncedAt', text: 'Came back at' }), admin: { readOnly: true } },
    {
      name: 'softBounces',
      type: 'number',
      label: label('Put off in a row'),
      required: true,
      defaultValue: 0,
      admin: { readOnly: true },
    },
    {
      ...instantField({ name: 'optedOutAt', text: 'No more mailings since' }),
      admin: { readOnly: true },
    },
  ],
}
