import type { CollectionConfig, Config, UIField } from 'payload'

import { announcementOf } from '#plugins/kernel'

/** Records that are work themselves need no box for it. */
const ownKinds: readonly string[] = ['task', 'clock']

/**
 * Puts what is to be done beside the records of every collection that tells its story. Runs after all
 * plugins, and before the timeline is put there.
 */
export const workBeside = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map(withWork),
})

const withWork = (collection: CollectionConfig): CollectionConfig => {
  const announcement = announcementOf(collection)
  if (!announcement || ownKinds.includes(announcement.subject)) return collection
  return { ...collection, fields: [...collection.fields, workField(announcement.subject)] }
}

const workField = (subject: string): UIField => ({
  name: 'recordWork',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    disableListColumn: true,
    custom: { subject },
    components: { Field: '/plugins/work/admin/RecordWork#RecordWork' },
  },
})
