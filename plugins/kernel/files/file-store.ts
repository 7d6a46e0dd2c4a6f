import type { Payload } from 'payload'

import { diskStore } from './disk-store'
import { s3Store } from './s3-store'
import type { S3Settings } from './s3-settings'
import type { FileStore } from './stored-file'

/** What `fileStorage` leaves in the config for those who look for a store. */
export type FilePlaces = { s3: S3Settings | null; prefixes: Readonly<Record<string, string>> }

export const placesKey = 'placewrightFiles'

/** The store of a collection's files: a folder of DATA_DIR, or a prefix of the bucket when S3 is set. */
export const fileStoreOf = ({
  payload,
  collection,
}: {
  payload: Payload
  collection: string
}): FileStore => {
  const config = payload.config.collections.find(({ slug }) => slug === collection)
  const folder = config?.upload?.staticDir
  if (!config || !folder) throw new Error(`The collection ${collection} keeps no files.`)
  const places: unknown = payload.config.custom[placesKey]
  if (!isPlaces(places) || !places.s3) return diskStore({ folder })
  const prefix = places.prefixes[collection]
  if (!prefix) throw new Error(`The collection ${collection} has no place in the bucket.`)
  return s3Store({ settings: places.s3, prefix })
}

const isPlaces = (value: unknown): value is FilePlaces =>
  typeof value === 'object' && value !== null && Reflect.has(value, 'prefixes')
