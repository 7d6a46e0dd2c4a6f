import { s3Storage } from '@payloadcms/storage-s3'
import type { CollectionConfig, Field, Plugin } from 'payload'

import { contribute } from '../registry/registry'
import { fileCheck } from './file-check'
import { placesKey, type FilePlaces } from './file-store'
import { s3ClientConfig } from './s3-settings'

type Handler = NonNullable<
  Exclude<CollectionConfig['upload'], boolean | undefined>['handlers']
>[number]

/**
 * Keeps the files of upload collections in a bucket when S3 is set, each collection below its prefix,
 * and gives them out through the same access as from the disk: no address of the bucket is ever told.
 * The columns are the same with and without, so that an installation can move.
 */
export const fileStorage =
  ({ s3, prefixes }: FilePlaces): Plugin =>
  async (config) => {
    const stored = await s3Storage({
      enabled: s3 !== null,
      alwaysInsertFields: true,
      bucket: s3?.bucket ?? '',
      config: s3 ? s3ClientConfig(s3) : {},
      collections: Object.fromEntries(
        Object.entries(prefixes).map(([slug, prefix]) => [slug, { prefix }]),
      ),
    })(config)
    return contribute({
      config: {
        ...stored,
        collections: (stored.collections ?? []).map((collection) =>
          Object.hasOwn(prefixes, collection.slug)
            ? { ...collection, fields: collection.fields.map(guarded), ...uploadOf(collection) }
            : collection,
        ),
        custom: { ...stored.custom, [placesKey]: { s3, prefixes } },
      },
      contribution: { plugin: 'kernel', checks: [fileCheck({ s3 })] },
    })
  }

/** Where a file lies is decided here; nobody moves a row to another object. */
const guarded = (field: Field): Field =>
  'name' in field && field.type === 'text' && ['prefix', '_objectKey'].includes(field.name)
    ? { ...field, access: { create: () => false, update: () => false } }
    : field

/** The last handler is the one that reads the bucket. */
const uploadOf = ({ upload }: CollectionConfig): Pick<CollectionConfig, 'upload'> => {
  if (typeof upload !== 'object') return {}
  const handlers = upload.handlers ?? []
  const last = handlers.at(-1)
  return last && upload.adapter === 's3'
    ? { upload: { ...upload, handlers: [...handlers.slice(0, -1), withoutServerFault(last)] } }
    : {}
}

/** A bucket that does not answer is busy, and the file is not lost. */
const withoutServerFault =
  (handler: Handler): Handler =>
  async (...args): Promise<Response> => {
    const response = await handler(...args)
    if (response instanceof Response && response.status !== 500) return response
    return Response.json(
      { errors: [{ message: 'The file store does not answer. Please try again in a moment.' }] },
      { status: 503, headers: { 'Cache-Control': 'private, no-store', 'Retry-After': '10' } },
    )
  }
