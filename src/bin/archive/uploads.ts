import path from 'node:path'
import type { Payload } from 'payload'

import {
  bucketStoreOf,
  fileStoreOf,
  tableOf,
  type BucketStore,
  type FileStore,
} from '#plugins/kernel'
import { quotedName, type StoredTable } from './database-shape'

/** A collection whose records have files, and where those lie. */
export type Upload = {
  collection: string
  table: string
  store: FileStore
  /** Null when the files lie on the disk. */
  bucket: BucketStore | null
  /** On the disk; empty while a bucket keeps the files. */
  folder: string
}

export const uploadsOf = (payload: Pick<Payload, 'config'>): Upload[] =>
  payload.config.collections.flatMap(({ slug, upload: { staticDir } }) =>
    staticDir
      ? [
          {
            collection: slug,
            table: `public.${tableOf(slug)}`,
            store: fileStoreOf({ payload, collection: slug }),
            bucket: bucketStoreOf({ payload, collection: slug }),
            folder: path.resolve(staticDir),
          },
        ]
      : [],
  )

/**
 * Every file that the records of an upload collection name, its sizes included, and what kind it is.
 */
export const filesQuery = (table: StoredTable): string => {
  const columns = table.columns.map(({ name }) => name)
  const pairs = columns
    .filter((name) => /^(sizes_.+_)?filename$/.test(name))
    .map((name) => {
      const type = name.replace(/filename$/, 'mime_type')
      const typed = columns.includes(type) ? `t.${quotedName(type)}::text` : 'null'
      return `(t.${quotedName(name)}::text, ${typed})`
    })
  if (pairs.length === 0) throw new Error(`${table.table} has no column for the names of files.`)
  return `select f.name collate "C" as name, max(f.type) as type from ${table.quoted} t
      cross join lateral (values ${pairs.join(', ')}) as f (name, type)
      where f.name is not null group by 1 order by 1`
}

/** Whether a name from outside stays in the folder it is put in. */
export const isPlainFileName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name)
