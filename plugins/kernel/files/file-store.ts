import type { Payload } from 'payload'

import { diskStore } from './disk-store'
import { s3Store } from './s3-store'
import type { S3Settings } from './s3-settings'
import type { BucketStore, FileStore } from './stored-file'

/** What `fileStorage` leaves in the config for those who look for a store. */
export type FilePlaces = { s3: S3Settings | null; prefixes: Readonly<Record<string, string>> }

export const placesKey = 'placewrightFiles'

type Collection = { payload: Pick<Payload, 'config'>; collection: string }

/** The store of a collection's files: a folder of DATA_DIR, or a prefix of the bucket when S3 is set. */
export const fileStoreOf = ({ payload, collection }: Collection): FileStore =>
  bucketStoreOf({ payload, collection }) ?? diskStore({ folder: folderOf({ payload, collection }) })

/** The bucket in which a collection keeps its files; null when they lie on the disk. */
export const bucketStoreOf = ({ payload, collection }: Collection): BucketStore | null => {
  folderOf({ payload, collection })
  const places: unknown = payload.config.custom[placesKey]
  if (!isPlaces(places) || !places.s3) return null
  const prefix = places.prefixes[collection]
  if (!prefix) throw new Error(`The collection ${collection} has no place in the bucket.`)
  return s3Store({ settings: places.s3, prefix })
}

const folderOf = ({ payload, collection }: Collection): string => {
  const config = payload.config.collections.find(({ slug }) => slug === collection)
  const folder = config?.upload?.staticDir
  if (!folder) throw new Error(`The collection ${collection} keeps no files.`)
  return folder
}

const isPlaces = (value: unknown): value is FilePlaces =>
  typeof value === 'object' && value !== null && Reflect.has(value, 'prefixes')
