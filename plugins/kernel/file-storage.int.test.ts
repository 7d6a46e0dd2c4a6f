import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import type { PayloadRequest } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { startPayload, type TestApp } from '../../src/testing/harness'
import { startS3Peer, type S3Peer } from '../../src/testing/peers/s3-peer'
import { pdf } from '../../src/testing/security/files'
import { inOwnTransaction } from './database/transaction'
import { restOf } from '../../src/testing/kernel/rest'
import { fileStoreOf } from './files/file-store'
import { s3Store } from './files/s3-store'
import { drainJobs } from './jobs/drain-jobs'
import { enqueue } from './jobs/enqueue'

let s3: S3Peer
let app: TestApp

beforeAll(async () => {
  s3 = await startS3Peer()
  app = await startPayload({ env: s3.env })
})
beforeEach(() => {
  s3.mode('ok')
  s3.delay(0)
})
afterAll(async () => {
  await app.stop()
  await s3.close()
})

const folderOf = (slug: 'documents' | 'media'): string =>
  app.payload.collections[slug].config.upload.staticDir ?? ''

const upload = async ({ bytes, req }: { bytes: Buffer; req: PayloadRequest }) =>
  await app.payload.create({
    collection: 'documents',
    data: { kind: 'evidence', textState: 'none', scanStatus: 'not-scanned' },
    file: { data: bytes, mimetype: 'application/pdf', name: 'paper.pdf', size: bytes.length },
    req,
    overrideAccess: true,
  })

const stored = async (bytes = Buffer.from(pdf(`/Title (${randomUUID()})`))) => {
  const req = await app.systemRequest()
  const document = await upload({ bytes, req })
  return { id: document.id, name: document.filename ?? '', bytes }
}

/** The file by its address, as whoever is signed in would ask for it. */
const fetched = async ({
  name,
  collection = 'documents',
  headers = {},
}: {
  name: string
  collection?: 'documents' | 'media'
  headers?: Record<string, string>
}) => await restOf(app.payload)({ method: 'GET', path: `/${collection}/file/${name}`, headers })

/** A session of an admin, by a real sign-in. */
const session = async (): Promise<Record<string, string>> => {
  const email = `${randomUUID()}@agency.test`
  const password = `a long password ${randomUUID()}`
  const req = await app.systemRequest()
  const { docs } = await app.payload.find({
    collection: 'roles',
    where: { key: { equals: 'admin' } },
    req,
    overrideAccess: true,
  })
  await app.payload.create({
    collection: 'users',
    data: {
      name: 'Ada',
      email,
      password,
      zone: 'UTC',
      locale: 'en-GB',
      roles: docs.map(({ id }) => id),
    },
    req,
    overrideAccess: true,
  })
  const answer = await restOf(app.payload)({
    path: '/users/login',
    body: JSON.stringify({ email, password }),
    headers: { 'content-type': 'application/json' },
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { cookie, 'sec-fetch-site': 'same-origin' }
}

describe('a private file in the bucket', () => {
  it('lies below its prefix and nowhere on this machine, and has no address of the bucket', async () => {
    const { id, name, bytes } = await stored()
    expect(s3.objects.get(`documents/${name}`)?.bytes).toEqual(bytes)
    expect(existsSync(folderOf('documents')) ? readdirSync(folderOf('documents')) : []).toEqual([])
    const document = await app.payload.findByID({
      collection: 'documents',
      id,
      req: await app.staffRequest({ role: 'admin' }),
      overrideAccess: false,
    })
    expect(JSON.stringify(document)).not.toContain(s3.url)
    expect(document.url).toContain(`/api/documents/file/${name}`)
  })

  it('is given through the access of its row only', async () => {
    const { name, bytes } = await stored()
    const calls = s3.calls.length
    expect((await fetched({ name })).status).toBe(404)
    expect((await fetched({ name: `${randomUUID()}.pdf` })).status).toBe(404)
    expect(s3.calls.length).toBe(calls)

    const headers = await session()
    const response = await fetched({ name, headers })
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(response.headers.get('content-disposition')).toBe('attachment')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const part = await fetched({ name, headers: { ...headers, range: 'bytes=0-3' } })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('%PDF')
  })

  it('cannot be pointed at another object', async () => {
    const mine = await stored()
    const changed = await app.payload.update({
      collection: 'documents',
      id: mine.id,
      data: { prefix: 'media', _objectKey: 'elsewhere', title: 'Mine' },
      req: await app.staffRequest({ role: 'admin' }),
      overrideAccess: false,
    })
    expect(changed).toMatchObject({ title: 'Mine', prefix: 'documents' })
    expect(changed._objectKey ?? null).toBeNull()
  })

  it('is nowhere when its transaction was rolled back and the sweep has passed', async () => {
    const req = await app.systemRequest()
    const lost = await inOwnTransaction({
      req,
      run: async () => await upload({ bytes: Buffer.from(pdf('/Lost true')), req }),
      keep: () => false,
    })
    const key = `documents/${lost.filename}`
    expect(s3.objects.has(key)).toBe(true)
    const kept = await stored()
    // Younger files may still get their row.
    for (const object of s3.objects.values())
      object.modifiedAt = new Date(Date.now() - 48 * 3_600_000)
    const sweep = await app.systemRequest()
    await inOwnTransaction({
      req: sweep,
      run: async () => await enqueue({ req: sweep, queue: 'sweep-document-files', data: {} }),
    })
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    expect(s3.objects.has(key)).toBe(false)
    expect(s3.objects.has(`documents/${kept.name}`)).toBe(true)
  })
})

describe('a picture of a site', () => {
  it('lies in the bucket in all its sizes, and anybody gets it', async () => {
    const bytes = await sharp({
      create: { width: 2000, height: 900, channels: 3, background: '#0a7' },
    })
      .png()
      .toBuffer()
    const picture = await app.payload.create({
      collection: 'media',
      data: { alt: 'A green square' },
      file: { data: bytes, mimetype: 'image/png', name: 'green.png', size: bytes.length },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const keys = [...s3.objects.keys()].filter((key) => key.startsWith('media/'))
    expect(keys).toHaveLength(3)
    const response = await fetched({ collection: 'media', name: picture.filename ?? '' })
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    await app.payload.delete({
      collection: 'media',
      id: picture.id,
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    expect([...s3.objects.keys()].filter((key) => key.startsWith('media/'))).toEqual([])
  })
})

describe('a bucket in trouble', () => {
  it.each(['drop', 'busy'] as const)(
    '(%s) takes no file, leaves no row, and is told as busy',
    async (mode) => {
      const before = await app.payload.count({ collection: 'documents', overrideAccess: true })
      const { name } = await stored()
      const headers = await session()
      s3.mode(mode)
      const response = await fetched({ name, headers })
      expect(response.status).toBe(503)
      const form = new FormData()
      form.append('_payload', JSON.stringify({ kind: 'evidence' }))
      form.append('file', new File([Buffer.from(pdf())], 'a.pdf', { type: 'application/pdf' }))
      const request = new Request('http://localhost:3000/api/documents', {
        method: 'POST',
        body: form,
      })
      const refused = await restOf(app.payload)({
        path: '/documents',
        body: new Uint8Array(await request.arrayBuffer()),
        headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
      })
      expect(refused.status).toBe(503)
      expect(await refused.text()).toContain('The file store does not answer')
      const after = await app.payload.count({ collection: 'documents', overrideAccess: true })
      expect(after.totalDocs).toBe(before.totalDocs + 1)

      s3.mode('ok')
      expect((await fetched({ name, headers })).status).toBe(200)
    },
  )

  it('that is slow is waited for', async () => {
    const { name, bytes } = await stored()
    s3.delay(700)
    expect(await fileStoreOf({ payload: app.payload, collection: 'documents' }).read(name)).toEqual(
      bytes,
    )
  })

  it('refuses whoever signs with another key', async () => {
    const { name } = await stored()
    const thief = s3Store({
      prefix: 'documents',
      settings: {
        bucket: s3.bucket,
        region: 'eu-test-1',
        endpoint: s3.url,
        keys: { accessKeyId: s3.accessKeyId, secretAccessKey: 'another secret' },
      },
    })
    await expect(thief.read(name)).rejects.toThrow('SignatureDoesNotMatch')
    const unsigned = await fetch(`${s3.url}/${s3.bucket}/documents/${name}`)
    expect(unsigned.status).toBe(403)
  })
})

describe('the store', () => {
  it('lists more than a page, and reads nothing where nothing is', async () => {
    const payload = app.payload
    for (let at = 0; at < 1_100; at += 1)
      s3.objects.set(`documents/many-${String(at).padStart(4, '0')}.pdf`, {
        bytes: Buffer.from('x'),
        type: 'application/pdf',
        modifiedAt: new Date(),
      })
    s3.objects.set('media/other.png', {
      bytes: Buffer.from('x'),
      type: 'image/png',
      modifiedAt: new Date(),
    })
    s3.objects.set('documents/of-others/many-0000.pdf', {
      bytes: Buffer.from('x'),
      type: 'application/pdf',
      modifiedAt: new Date(),
    })
    const store = fileStoreOf({ payload, collection: 'documents' })
    const names: string[] = []
    for await (const page of store.list()) names.push(...page.map(({ name }) => name))
    expect(names.filter((name) => name.startsWith('many-'))).toHaveLength(1_100)
    expect(names).not.toContain('other.png')
    expect(names.filter((name) => name.includes('/'))).toEqual([])
    expect(await store.read('none.pdf')).toBeNull()
    await store.remove('none.pdf')
  })
})
