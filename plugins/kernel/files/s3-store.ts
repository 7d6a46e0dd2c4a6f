import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Payload } from 'payload'

import { processWide } from '../registry/process-wide'
import { s3ClientConfig, type S3Settings } from './s3-settings'
import type { FileStore } from './stored-file'

/** Files below a prefix of a bucket. */
export const s3Store = ({
  settings,
  prefix,
}: {
  settings: S3Settings
  prefix: string
}): FileStore => {
  const client = clientOf(settings)
  const { bucket: Bucket } = settings
  const keyOf = (name: string) => `${prefix}/${name.split('/').at(-1) ?? ''}`
  return {
    read: async (name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(name) }))
        return Body ? Buffer.from(await Body.transformToByteArray()) : null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    remove: async (name) => {
      await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(name) }))
    },
    async *list() {
      let token: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket,
            Prefix: `${prefix}/`,
            ...(token ? { ContinuationToken: token } : {}),
          }),
        )
        yield (page.Contents ?? []).flatMap(({ Key, Size, LastModified }) =>
          Key && LastModified
            ? [
                {
                  name: Key.slice(prefix.length + 1),
                  bytes: Size ?? 0,
                  modifiedAt: LastModified.toISOString(),
                },
              ]
            : [],
        )
        token = page.NextContinuationToken
      } while (token)
    },
  }
}

/** Whether the bucket can be read, for those who look after the installation. */
export const bucketAnswers = async ({
  settings,
  logger,
}: {
  settings: S3Settings
  logger: Payload['logger']
}): Promise<boolean> => {
  try {
    await clientOf(settings).send(
      new ListObjectsV2Command({ Bucket: settings.bucket, MaxKeys: 1 }),
      { abortSignal: AbortSignal.timeout(2_000) },
    )
    return true
  } catch (error) {
    logger.warn({ err: error, msg: 'The bucket does not answer' })
    return false
  }
}

/** One client per process and bucket: it keeps its connections. */
const clientOf = (settings: S3Settings): S3Client => {
  const clients = processWide<Map<string, S3Client>>({ name: 's3-clients', make: () => new Map() })
  const key = JSON.stringify(settings)
  const client = clients.get(key) ?? new S3Client(s3ClientConfig(settings))
  clients.set(key, client)
  return client
}
