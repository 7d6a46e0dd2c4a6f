import type { Access, CollectionConfig } from 'payload'

import { bySystemOnly, noRows } from '#plugins/agency'
import { actorOf } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { usualDigestHour } from '../domain'

const ownSettings: Access = ({ req }) => {
  const actor = actorOf(req)
  if (actor.kind === 'staff') return { user: { equals: actor.id } }
  return actor.kind === 'portal' ? noRows : false
}

/** By which channels a colleague wants to hear of what; without a row, in the usual way. */
export const noticeSettings: CollectionConfig = {
  slug: 'notice-settings',
  labels: { singular: label('Choice of notifications'), plural: label('Choices of notifications') },
  versions: false,
  lockDocuments: false,
  access: {
    read: ownSettings,
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  custom: { announce: { subject: 'notice-setting' } },
  // Its screen is /admin/notifications/settings.
  admin: { group: 'Activity', useAsTitle: 'id', hidden: true },
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      label: label('Colleague'),
      required: true,
      unique: true,
    },
    { name: 'choices', type: 'json', label: label('Channels'), required: true, defaultValue: {} },
    {
      name: 'digestHour',
      type: 'number',
      label: label('Hour of the digest'),
      required: true,
      defaultValue: usualDigestHour,
      min: 0,
      max: 23,
      admin: { description: 'On the colleague’s own clock.' },
    },
  ],
}
