import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PayloadRequest } from 'payload'

/** What became of a body that was to be written to disk. */
export type Received = 'whole' | 'too-large' | 'cut-short'

/**
 * Writes the body of a request to disk while it arrives. One that is shorter than its sender said was
 * cut on the way: taken for whole, half a table would look like a table.
 */
export const receiveBody = async ({
  req,
  file,
  mostBytes,
}: {
  req: PayloadRequest
  file: string
  mostBytes: number
}): Promise<Received> => {
  let size = 0
  const body = req.body
  const chunks = async function* () {
    if (!body) return
    const reader = body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      size += value.byteLength
      if (size > mostBytes) {
        await reader.cancel()
        return
      }
      yield value
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(file))
  if (size > mostBytes) return 'too-large'
  const said = req.headers.get('content-length')
  return said !== null && Number(said) !== size ? 'cut-short' : 'whole'
}

/** What whoever sent it is told; null when it arrived whole. */
export const bodyRefusal = ({ received, mostBytes }: { received: Received; mostBytes: number }) => {
  if (received === 'whole') return null
  const isLarge = received === 'too-large'
  return {
    failure: {
      kind: 'input' as const,
      code: isLarge ? 'body-too-large' : 'body-cut-short',
      message: isLarge
        ? `The file is larger than ${mostBytes / 1024 / 1024} MB. Split it.`
        : 'The file did not arrive whole. Please send it again.',
      fields: { file: isLarge ? 'Split the file.' : 'Send the file again.' },
    },
    status: isLarge ? 413 : 400,
  }
}
