import type { Access, CollectionConfig } from 'payload'

import { bySystemOnly, noRows } from '#plugins/agency'
import { actorOf, instantField, minutesField, readableKinds } from '#plugins/kernel'
import { can, label } from '#plugins/kernel/domain'
import { callDirections, callOutcomes, longestNote, noteKinds } from '../domain'

/** Who may see the timeline, as far as they may see the kind of record it is about. */
const aboutWhatOneMayRead: Access = async ({ req }) => {
  const actor = actorOf(req)
  if (actor.kind === 'portal') return noRows
  if (!can({ actor, permission: 'activity.read' })) return false
  return { aboutKind: { in: [...(await readableKinds({ req }))] } }
}

/** What colleagues wrote about records, and the calls they logged. Never shown to anybody outside. */
export const Notes: CollectionConfig = {
  slug: 'notes',
  labels: { singular: label('Note'), plural: label('Notes and calls') },
  versions: false,
  lockDocuments: false,
  access: {
    read: aboutWhatOneMayRead,
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  // Its commands tell of it in the story of the record it is about.
  custom: { announce: null },
  admin: {
    group: 'Activity',
    useAsTitle: 'text',
    defaultColumns: ['text', 'kind', 'author', 'outcome', 'createdAt'],
    listSearchableFields: ['text'],
    description: 'Written in the timeline of a record; found here by their words.',
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      maxLength: longestNote,
      admin: { readOnly: true },
    },
    {
      name: 'kind',
      type: 'select',
      label: label('Kind'),
      required: true,
      defaultValue: 'note',
      options: Object.entries(noteKinds).map(([value, text]) => ({ value, label: text })),
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      label: label('Written by'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'authorName',
      type: 'text',
      label: label('Written by, in the old system'),
      admin: {
        readOnly: true,
        position: 'sidebar',
        condition: ({ authorName }) => Boolean(authorName),
      },
    },
    {
      name: 'mentions',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      label: label('Mentions'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'direction',
      type: 'select',
      label: label('Direction'),
      options: Object.entries(callDirections).map(([value, text]) => ({ value, label: text })),
      admin: { readOnly: true, condition: isCall },
    },
    {
      name: 'outcome',
      type: 'select',
      label: label('Outcome'),
      options: Object.entries(callOutcomes).map(([value, text]) => ({ value, label: text })),
      admin: { readOnly: true, condition: isCall },
    },
    minutesField({ name: 'durationMinutes', text: 'Duration', most: 24 * 60 }),
    instantField({ name: 'calledAt', text: 'Called at' }),
    {
      name: 'aboutKind',
      type: 'text',
      label: label('About'),
      required: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'aboutId',
      type: 'text',
      label: label('Record'),
      required: true,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    instantField({ name: 'changedAt', text: 'Changed at' }),
    instantField({ name: 'removedAt', text: 'Taken back at' }),
  ],
}

function isCall(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'kind') === 'call'
}
