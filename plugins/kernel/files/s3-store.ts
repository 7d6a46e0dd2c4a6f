import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Payload } from 'payload'

import { processWide } from '../registry/process-wide'
import { s3ClientConfig, type S3Settings } from './s3-settings'
import { objectBody } from './object-body'
import { isPassing, mostAttempts } from './bucket-faults'
import type { BucketStore } from './stored-file'

/** Files below a prefix of a bucket. */
export const s3Store = ({
  settings,
  prefix,
}: {
  settings: S3Settings
  prefix: string
}): BucketStore => {
  const client = clientOf(settings)
  const { bucket: Bucket } = settings
  const keyOf = (name: string) => `${prefix}/${name.split('/').at(-1) ?? ''}`
  return {
    bucket: Bucket,
    demandAnswer: async () => {
      await client.send(new ListObjectsV2Command({ Bucket, Prefix: `${prefix}/`, MaxKeys: 1 }), {
        abortSignal: AbortSignal.timeout(20_000),
      })
    },
    open: async (name) => await objectBody({ client, Bucket, Key: keyOf(name) }),
    write: async ({ name, type, bytes, md5, body }) => {
      // The client cannot wind a stream back, so what it does for other calls is done here.
      for (let attempt = 1; ; attempt += 1)
        try {
          await client.send(
            new PutObjectCommand({
              Bucket,
              Key: keyOf(name),
              Body: body(),
              ContentLength: bytes,
              ContentType: type,
              ContentMD5: Buffer.from(md5, 'hex').toString('base64'),
            }),
          )
          return
        } catch (error) {
          if (attempt === mostAttempts || !isPassing(error)) throw error
        }
    },
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
        yield (page.Contents ?? []).flatMap(({ Key = '', Size, LastModified, ETag }) => {
          const name = Key.slice(prefix.length + 1)
          // What lies in a folder below is somebody else's: its last part would name a file of ours.
          if (!LastModified || name === '' || name.includes('/')) return []
          return [
            {
              name,
              bytes: Size ?? 0,
              modifiedAt: LastModified.toISOString(),
              md5: /^"?([0-9a-f]{32})"?$/.exec(ETag ?? '')?.[1] ?? null,
            },
          ]
        })
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
