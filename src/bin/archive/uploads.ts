import path from 'node:path'

import { tableOf } from '#plugins/kernel'
import { quotedName, type StoredTable } from './database-shape'

/** A collection whose records have files, and the folder they lie in. */
export type Upload = { collection: string; table: string; folder: string }

type Config = {
  collections: readonly {
    slug: string
    upload: { staticDir?: string; disableLocalStorage?: boolean }
  }[]
}

/** The collections that keep their files on this disk. */
export const uploadsOf = ({ collections }: Config): Upload[] =>
  collections.flatMap(({ slug, upload: { staticDir, disableLocalStorage } }) =>
    staticDir && !disableLocalStorage
      ? [{ collection: slug, table: `public.${tableOf(slug)}`, folder: path.resolve(staticDir) }]
      : [],
  )

/** The collections whose files lie in a bucket, which has copies and versions of its own. */
export const uploadsElsewhere = ({ collections }: Config): string[] =>
  collections.flatMap(({ slug, upload }) => (upload.disableLocalStorage ? [slug] : []))

/** Every file that the records of a collection name, its sizes included; null without such columns. */
export const fileNamesQuery = (table: StoredTable): string | null => {
  const names = table.columns
    .map(({ name }) => name)
    .filter((name) => /^(sizes_.+_)?filename$/.test(name))
  return names.length === 0
    ? null
    : `select distinct f.name collate "C" as name from ${table.quoted} t
      cross join lateral (values ${names.map((name) => `(t.${quotedName(name)}::text)`).join(', ')}) as f (name)
      where f.name is not null order by 1`
}

/** Whether a name from outside stays in the folder it is put in. */
export const isPlainFileName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name)
