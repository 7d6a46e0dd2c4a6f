import type { Access, CollectionConfig } from 'payload'

import { bySystemOnly, noRows } from '#plugins/agency'
import { actorOf, instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { allNoticeKinds, isMailChoice, mailChoices } from '../domain'

/** One's own only, whatever one's role. */
const ownNotices: Access = ({ req }) => {
  const actor = actorOf(req)
  if (actor.kind === 'staff') return { user: { equals: actor.id } }
  return actor.kind === 'portal' ? noRows : false
}

/**
 * What a colleague is told of: an event and the record it leads to. The words are made when they are
 * read, within what the reader may see then.
 */
export const notices: CollectionConfig = {
  slug: 'notices',
  labels: { singular: label('Notification'), plural: label('Notifications') },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['event', 'user'], unique: true }, { fields: ['user', 'createdAt'] }],
  access: {
    read: ownNotices,
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  // It tells of an event; an event about each would be noise.
  custom: { announce: null },
  // Its screens are the bell and /admin/notifications.
  admin: { group: 'Activity', useAsTitle: 'kind', hidden: true },
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      label: label('For'),
      required: true,
      index: true,
    },
    { name: 'event', type: 'text', label: label('Event'), required: true },
    { name: 'eventName', type: 'text', label: label('What happened'), required: true },
    {
      name: 'kind',
      type: 'text',
      label: label('Kind'),
      required: true,
      validate: (value: unknown) =>
        allNoticeKinds.some((kind) => kind === value) ||
        `Choose one of: ${allNoticeKinds.join(', ')}.`,
    },
    { name: 'aboutKind', type: 'text', label: label('About'), required: true },
    { name: 'aboutId', type: 'text', label: label('Record'), required: true, index: true },
    { name: 'inApp', type: 'checkbox', label: label('Shown in the app'), defaultValue: true },
    {
      name: 'mail',
      type: 'text',
      label: label('Mail'),
      required: true,
      validate: (value: unknown) =>
        isMailChoice(value) || `Choose one of: ${Object.keys(mailChoices).join(', ')}.`,
    },
    instantField({ name: 'readAt', text: 'Read at' }),
    instantField({ name: 'digestedAt', text: 'Told in a digest at' }),
  ],
}
