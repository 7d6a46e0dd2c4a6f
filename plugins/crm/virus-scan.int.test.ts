import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  drainJobs,
  enqueue,
  inOwnTransaction,
  permissionsOf,
  registryOf,
  requestFor,
  sqlOutside,
} from '#plugins/kernel'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { eicar, startClamdPeer, type ClamdPeer } from '../../src/testing/peers/clamd-peer'
import { refuseUnsafeFile } from './access/document-file'
import { readDocument, storeDocument } from './index'
import { renderCv } from './text/cv-fixture'

let clamd: ClamdPeer
let app: TestApp

beforeAll(async () => {
  clamd = await startClamdPeer()
  app = await startPayload({ env: { CLAMD_URL: clamd.url } })
})
beforeEach(() => clamd.mode('ok'))
afterAll(async () => {
  await app.stop()
  await clamd.close()
})

const pdf = async (extra = ''): Promise<Buffer> => {
  const bytes = Buffer.from(await renderCv({ pages: [[`Forklift driver ${randomUUID()}`]] }))
  const offset = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.toString('latin1'))?.[1]
  // A comment is part of the file and changes nothing in it; it stands before the last pointer.
  return Buffer.concat([bytes, Buffer.from(`\n%${extra}\nstartxref\n${offset}\n%%EOF\n`)])
}

const stored = async ({
  req,
  bytes,
  kind = 'cv',
}: {
  req: PayloadRequest
  bytes: Buffer
  kind?: 'cv' | 'invoice'
}): Promise<string> => {
  const result = await inOwnTransaction({
    req,
    run: async () => await storeDocument({ req, file: { bytes, filename: 'cv.pdf' }, kind }),
  })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.documentId
}

/** Brought by a person: a colleague's upload, which goes the same way as a candidate's. */
const brought = async (bytes: Buffer): Promise<string> =>
  await stored({ req: await app.staffRequest({ role: 'recruiter' }), bytes })

const facts = async (id: string) =>
  await sqlOutside(app.payload).first({
    schema: z.object({
      scan_status: z.string(),
      scan_finding: z.string().nullable(),
      text_state: z.string(),
    }),
    text: 'select scan_status, scan_finding, text_state from documents where id = $1',
    values: [id],
  })

/** Whether the file is given out, by the product itself and by REST. */
const isGiven = async (id: string): Promise<boolean> => {
  const req = await app.systemRequest()
  const doc = await app.payload.findByID({ collection: 'documents', id, req, overrideAccess: true })
  const refusal = refuseUnsafeFile(req, { doc })
  const bytes = await readDocument({ req, documentId: id })
  expect(refusal instanceof Response).toBe(bytes === null)
  if (refusal instanceof Response) expect(refusal.status).toBe(409)
  return bytes !== null
}

const work = async () => await drainJobs({ payload: app.payload })

/** What is put off until later is due now. */
const later = async () => {
  await sqlOutside(app.payload).run({
    text: `update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`,
  })
  return await work()
}

const check = async () => {
  const found = registryOf(app.payload).checks.find(({ key }) => key === 'virus-scan')
  if (!found) throw new Error('There is no check of the virus scan.')
  return await found.read({ payload: app.payload, sql: sqlOutside(app.payload) })
}

describe('a new file', () => {
  it('is given to nobody before the scanner has found nothing in it', async () => {
    const id = await brought(await pdf())
    expect(await facts(id)).toMatchObject({ scan_status: 'pending', text_state: 'pending' })
    expect(await isGiven(id)).toBe(false)
    expect(await work()).toEqual([])
    expect(await facts(id)).toEqual({
      scan_status: 'clean',
      scan_finding: null,
      text_state: 'done',
    })
    expect(await isGiven(id)).toBe(true)
  })

  it('that is infected is never given out nor read, and the audit names what was found', async () => {
    const id = await brought(await pdf(eicar))
    expect(await work()).toEqual([])
    expect(await facts(id)).toEqual({
      scan_status: 'infected',
      scan_finding: 'Eicar-Test-Signature',
      text_state: 'pending',
    })
    expect(await isGiven(id)).toBe(false)
    const told = await sqlOutside(app.payload).rows({
      schema: z.object({ changes: z.unknown() }),
      text: `select changes from domain_events where name = 'document.infected' and subject_id = $1`,
      values: [id],
    })
    expect(told).toEqual([{ changes: { scanFinding: [null, 'Eicar-Test-Signature'] } }])
  })

  it('that is infected is told to the candidate in whose name it came, by mail', async () => {
    const email = `${randomUUID()}@candidate.test`
    const candidate = await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'active',
        firstName: 'Ada',
        lastName: 'Moss',
        email,
        currency: 'GBP',
        zone: 'Europe/London',
        locale: 'en-GB',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    const req = await requestFor({
      payload: app.payload,
      actor: { kind: 'anonymous', id: 'anonymous' },
    })
    const bytes = await pdf(eicar)
    await inOwnTransaction({
      req,
      run: async () =>
        await storeDocument({
          req,
          file: { bytes, filename: 'cv.pdf' },
          kind: 'cv',
          candidateId: candidate.id,
        }),
    })
    expect(await work()).toEqual([])
    const mails = await sqlOutside(app.payload).rows({
      schema: z.object({ subject: z.string() }),
      text: `select subject from outbound_mails where "to" = $1 and message_kind = 'file.infected'`,
      values: [email],
    })
    expect(mails).toEqual([{ subject: 'We could not take your file: cv.pdf' }])
  })

  it('that is infected is told to the colleague who uploaded it, and to nobody else', async () => {
    const { docs } = await app.payload.find({
      collection: 'roles',
      where: { key: { equals: 'recruiter' } },
      depth: 0,
      overrideAccess: true,
    })
    const colleague = async (name: string) =>
      await app.payload.create({
        collection: 'users',
        data: {
          name,
          email: `${randomUUID()}@agency.test`,
          password: `A-${randomUUID()}`,
          roles: docs.map(({ id }) => id),
          zone: 'Europe/London',
          locale: 'en-GB',
        },
        req: await app.systemRequest(),
        overrideAccess: true,
        depth: 0,
      })
    const uploader = await colleague('Ada Hill')
    await colleague('Ben Vale')
    const req = await requestFor({
      payload: app.payload,
      actor: {
        kind: 'staff',
        id: uploader.id,
        name: uploader.name,
        email: uploader.email,
        permissions: permissionsOf({ roles: docs }),
        zone: uploader.zone,
        locale: uploader.locale,
      },
    })
    const id = await stored({ req, bytes: await pdf(eicar) })
    expect(await work()).toEqual([])
    const notices = await sqlOutside(app.payload).rows({
      schema: z.object({ user_id: z.string(), kind: z.string(), about_kind: z.string() }),
      text: `select user_id, kind, about_kind from notices
        where event_name = 'document.infected' and about_id = $1`,
      values: [id],
    })
    expect(notices).toEqual([{ user_id: uploader.id, kind: 'upload', about_kind: 'document' }])
    const mails = await sqlOutside(app.payload).rows({
      schema: z.object({ to: z.string(), subject: z.string(), content: z.string() }),
      text: `select "to", subject, content::text as content from outbound_mails
        where subject_kind = 'document' and subject_id = $1`,
      values: [id],
    })
    expect(mails).toMatchObject([{ to: uploader.email, subject: 'A virus in “cv.pdf”' }])
    expect(mails[0]?.content).toContain('Eicar-Test-Signature')
    // A clean one is no news.
    await stored({ req, bytes: await pdf() })
    expect(await work()).toEqual([])
    const told = await sqlOutside(app.payload).rows({
      schema: z.object({ id: z.string() }),
      text: 'select id from notices where user_id = $1',
      values: [uploader.id],
    })
    expect(told).toHaveLength(1)
  })

  it('that is larger than a chunk of the protocol is scanned whole', async () => {
    const id = await brought(await pdf(`${'x'.repeat(300_000)}${eicar}`))
    expect(await work()).toEqual([])
    expect((await facts(id))?.scan_status).toBe('infected')
  })

  it('cannot be declared clean by whoever brings it', async () => {
    const bytes = await pdf(eicar)
    const made = await app.payload.create({
      collection: 'documents',
      data: { kind: 'cv', textState: 'done', scanStatus: 'clean' },
      file: { data: bytes, mimetype: 'application/pdf', name: 'cv.pdf', size: bytes.length },
      req: await app.staffRequest({ role: 'admin' }),
      overrideAccess: false,
    })
    expect(made.scanStatus).toBe('pending')
    await work()
    await app.payload.update({
      collection: 'documents',
      id: made.id,
      data: { scanStatus: 'clean' },
      req: await app.staffRequest({ role: 'admin' }),
      overrideAccess: false,
    })
    expect((await facts(made.id))?.scan_status).toBe('infected')
  })

  it('that the product printed itself is given out at once and scanned afterwards', async () => {
    const id = await stored({ req: await app.systemRequest(), bytes: await pdf(), kind: 'invoice' })
    expect((await facts(id))?.scan_status).toBe('not-scanned')
    expect(await isGiven(id)).toBe(true)
    await work()
    expect((await facts(id))?.scan_status).toBe('clean')
  })
})

describe('a scanner that is away', () => {
  it.each(['drop', 'error'] as const)(
    '(%s) leaves the file waiting, and it is scanned later',
    async (mode) => {
      clamd.mode(mode)
      const id = await brought(await pdf())
      // The first try and four more; the last one ends without a failure that people must look at.
      expect(await work()).toHaveLength(1)
      for (let tries = 0; tries < 3; tries += 1) expect(await later()).toHaveLength(1)
      expect(await later()).toEqual([])
      expect((await facts(id))?.scan_status).toBe('pending')
      expect(await isGiven(id)).toBe(false)
      expect(await check()).toMatchObject({ tone: 'bad', text: 'Does not answer' })

      clamd.mode('ok')
      const req = await app.systemRequest()
      await inOwnTransaction({
        req,
        run: async () => await enqueue({ req, queue: 'scan-waiting-documents', data: {} }),
      })
      expect(await work()).toEqual([])
      expect((await facts(id))?.scan_status).toBe('clean')
      expect(await check()).toMatchObject({ tone: 'good' })
    },
  )
})
