import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

import { wrongSignature, type S3Keys, type S3Request } from './s3/signature'

export type S3Mode =
  | 'ok'
  /** Breaks every connection off. */
  | 'drop'
  /** Answers that it is busy, as S3 does under load. */
  | 'busy'
  /** Breaks off in the middle of an object that is asked for whole. */
  | 'cut'

export type S3Peer = Awaited<ReturnType<typeof startS3Peer>>

type Stored = { bytes: Buffer; type: string; modifiedAt: Date }

/**
 * An S3 store over HTTP with one bucket and one pair of keys: put, get with ranges, head, delete,
 * list in pages and uploads in parts, each with its signature checked. It keeps what it is given.
 */
export const startS3Peer = async ({ bucket = 'agency-files' }: { bucket?: string } = {}) => {
  const keys: S3Keys = { accessKeyId: 'AKIAPEER', secretAccessKey: 'a secret of the peer/+=' }
  const objects = new Map<string, Stored>()
  const uploads = new Map<string, { key: string; type: string; parts: Map<number, Buffer> }>()
  const calls: string[] = []
  let mode: S3Mode = 'ok'
  let delayMs = 0

  const server = createServer((incoming, outgoing) => {
    answer({ incoming, outgoing }).catch((error: unknown) => {
      // A caller that broke off is what some tests provoke.
      outgoing.destroy(error instanceof Error ? error : undefined)
    })
  })

  const answer = async ({
    incoming,
    outgoing,
  }: {
    incoming: IncomingMessage
    outgoing: ServerResponse
  }): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
    const url = new URL(incoming.url ?? '/', 'http://peer')
    const request: S3Request = {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: Buffer.concat(chunks),
    }
    calls.push(`${request.method} ${decodeURIComponent(request.path)}`)
    if (delayMs > 0) await wait(delayMs)
    if (mode === 'drop') {
      outgoing.destroy()
      return
    }
    const say = sayTo(outgoing)
    if (mode === 'busy') return say.fault({ status: 503, code: 'SlowDown' })
    const wrong = wrongSignature({ request, keys })
    if (wrong) return say.fault({ status: 403, code: wrong })
    const [, asked = '', ...rest] = decodeURIComponent(request.path).split('/')
    if (asked !== bucket) return say.fault({ status: 404, code: 'NoSuchBucket' })
    const key = rest.join('/')
    if (key === '') return list({ request, say })
    if (request.query.has('uploadId') || request.query.has('uploads'))
      return inParts({ request, key, say })
    return single({ request, key, say })
  }

  const single = ({ request, key, say }: { request: S3Request; key: string; say: Say }): void => {
    const found = objects.get(key)
    switch (request.method) {
      case 'PUT':
        objects.set(key, {
          bytes: request.body,
          type: String(request.headers['content-type'] ?? 'application/octet-stream'),
          modifiedAt: new Date(),
        })
        return say.done({ headers: { ETag: etagOf(request.body) } })
      case 'DELETE':
        objects.delete(key)
        return say.done({ status: 204 })
      case 'HEAD':
      case 'GET':
        if (found && mode === 'cut' && request.method === 'GET' && !request.headers.range)
          return say.half(found)
        return found
          ? say.object({ found, range: request.headers.range, isHead: request.method === 'HEAD' })
          : say.fault({ status: 404, code: 'NoSuchKey' })
      default:
        return say.fault({ status: 405, code: 'MethodNotAllowed' })
    }
  }

  const inParts = ({ request, key, say }: { request: S3Request; key: string; say: Say }): void => {
    if (request.query.has('uploads')) {
      const id = randomUUID()
      uploads.set(id, {
        key,
        type: String(request.headers['content-type'] ?? ''),
        parts: new Map(),
      })
      return say.xml(
        `<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      )
    }
    const id = request.query.get('uploadId') ?? ''
    const upload = uploads.get(id)
    if (!upload || upload.key !== key) return say.fault({ status: 404, code: 'NoSuchUpload' })
    if (request.method === 'PUT') {
      upload.parts.set(Number(request.query.get('partNumber')), request.body)
      return say.done({ headers: { ETag: etagOf(request.body) } })
    }
    uploads.delete(id)
    if (request.method === 'DELETE') return say.done({ status: 204 })
    const named = [...request.body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)]
    const parts = named.map(([, no]) => upload.parts.get(Number(no)))
    if (parts.some((part) => part === undefined))
      return say.fault({ status: 400, code: 'InvalidPart' })
    const bytes = Buffer.concat(parts.filter((part) => part !== undefined))
    objects.set(key, { bytes, type: upload.type, modifiedAt: new Date() })
    say.xml(
      `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>${etagOf(bytes)}</ETag></CompleteMultipartUploadResult>`,
    )
  }

  const list = ({ request, say }: { request: S3Request; say: Say }): void => {
    const prefix = request.query.get('prefix') ?? ''
    const most = Number(request.query.get('max-keys') ?? 1_000)
    const after = request.query.get('continuation-token') ?? ''
    const all = [...objects.keys()]
      .filter((key) => key.startsWith(prefix) && key > after)
      .toSorted()
    const page = all.slice(0, most)
    const next =
      all.length > most ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
    say.xml(
      `<ListBucketResult><Name>${bucket}</Name><Prefix>${prefix}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${next !== ''}</IsTruncated>${next}${page
        .map((key) => {
          const { bytes, modifiedAt } = objects.get(key) ?? missing(key)
          return `<Contents><Key>${key}</Key><LastModified>${modifiedAt.toISOString()}</LastModified><ETag>${etagOf(bytes)}</ETag><Size>${bytes.length}</Size></Contents>`
        })
        .join('')}</ListBucketResult>`,
    )
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The peer has no port.')
  const url = `http://127.0.0.1:${address.port}`
  return {
    url,
    bucket,
    ...keys,
    /** The settings of a product that keeps its files here. */
    env: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: url,
      S3_REGION: 'eu-test-1',
      S3_ACCESS_KEY_ID: keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
    },
    objects,
    /** Method and path of every call so far. */
    calls,
    /** Uploads in parts that were begun and not ended. */
    openUploads: () => uploads.size,
    mode: (next: S3Mode) => {
      mode = next
    },
    delay: (milliseconds: number) => {
      delayMs = milliseconds
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

type Say = ReturnType<typeof sayTo>

const sayTo = (outgoing: ServerResponse) => {
  const done = ({
    status = 200,
    headers = {},
  }: {
    status?: number
    headers?: Record<string, string>
  }): void => {
    outgoing.writeHead(status, headers).end()
  }
  const xml = (text: string, status = 200): void => {
    outgoing
      .writeHead(status, { 'Content-Type': 'application/xml' })
      .end(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`)
  }
  return {
    done,
    xml: (text: string) => xml(text),
    fault: ({ status, code }: { status: number; code: string }) =>
      xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status),
    half: ({ bytes }: Stored): void => {
      outgoing.writeHead(200, { 'Content-Length': String(bytes.length), ETag: etagOf(bytes) })
      outgoing.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => outgoing.destroy())
    },
    object: ({
      found: { bytes, type, modifiedAt },
      range,
      isHead,
    }: {
      found: Stored
      range: string | undefined
      isHead: boolean
    }): void => {
      const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
      const isPart = from !== undefined
      const part = isPart
        ? bytes.subarray(Number(from), to === '' ? undefined : Number(to) + 1)
        : bytes
      outgoing.writeHead(isPart ? 206 : 200, {
        'Content-Type': type,
        'Content-Length': String(part.length),
        'Last-Modified': modifiedAt.toUTCString(),
        ETag: etagOf(bytes),
      })
      outgoing.end(isHead ? undefined : part)
    },
  }
}

const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`

const missing = (key: string): never => {
  throw new Error(`The object ${key} is gone.`)
}
