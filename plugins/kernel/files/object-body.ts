import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3'

import { brokenOff, isFromBucket, isPassing, mostAttempts } from './bucket-faults'
import type { OpenFile } from './stored-file'

/** Longer than any object of ours takes on a poor line; a silent bucket must not hold anybody for ever. */
const longestMs = 600_000

/**
 * An object as it streams in. A connection that breaks on the way is taken up again where it broke,
 * of the same object only. Null when there is none.
 */
export const objectBody = async ({
  client,
  Bucket,
  Key,
}: {
  client: S3Client
  Bucket: string
  Key: string
}): Promise<OpenFile | null> => {
  const get = async (rest: { Range?: string; IfMatch?: string | undefined } = {}) => {
    const { Body, ContentLength, ETag } = await client.send(
      new GetObjectCommand({ Bucket, Key, ...rest }),
      { abortSignal: AbortSignal.timeout(longestMs) },
    )
    if (!isReadable(Body) || ContentLength === undefined)
      throw new Error('The bucket answered without the object.')
    return { stream: Body, bytes: ContentLength, etag: ETag }
  }
  let current: Awaited<ReturnType<typeof get>>
  try {
    current = await get()
  } catch (error) {
    if (error instanceof NoSuchKey) return null
    throw error
  }
  const { bytes, etag } = current
  const body = async function* (): AsyncGenerator<Buffer> {
    let at = 0
    for (let attempt = 1; at < bytes; attempt += 1)
      try {
        if (attempt > 1) current = await get({ Range: `bytes=${at}-`, IfMatch: etag })
        for await (const piece of current.stream) {
          const part = Buffer.from(piece)
          at += part.length
          yield part
        }
        if (at < bytes) throw new Error('The bucket ended the object too early.')
      } catch (error) {
        if (isFromBucket(error) && !isPassing(error)) throw error
        if (attempt === mostAttempts) throw brokenOff({ Key, cause: error })
      }
  }
  return {
    bytes,
    body: body(),
    close: async () => {
      current.stream.destroy()
      await Promise.resolve()
    },
  }
}

type ByteStream = AsyncIterable<Uint8Array> & { destroy: () => unknown }

const isReadable = (body: unknown): body is ByteStream =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body
