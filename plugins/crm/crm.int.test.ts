import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { inOwnTransaction, requestFor, runCommand, sqlOutside, wholeNumber } from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import {
  attempt,
  candidateActor,
  contactActor,
  done,
  makeOrder,
  makeSubmission,
  makeWorld,
  staffWith,
  type World,
} from '../../src/testing/staffing-world'
import { acceptCvDraft } from './commands/accept-cv-draft'
import { addCv } from './commands/add-cv'
import { changeSavedSearch } from './commands/change-saved-search'
import { discardCvDraft } from './commands/discard-cv-draft'
import { dismissDuplicate, recallDuplicate } from './commands/dismiss-duplicate'
import { keepDuplicates } from './commands/keep-duplicates'
import { documentHeaders, refuseUnsafeFile } from './access/document-file'
import {
  addToPool,
  documentForPerson,
  documentsOfPerson,
  ensureSkills,
  erasePerson,
  findOrCreateCandidate,
  grantPortalAccess,
  mergeCandidates,
  readDocument,
  recordConsent,
  removeFromPool,
  storeDocument,
  undoMerge,
  withdrawConsent,
} from './index'
import { placeLegalHold } from './commands/place-legal-hold'
import { releaseLegalHold } from './commands/release-legal-hold'
import { removeSavedSearch } from './commands/remove-saved-search'
import { saveSearch } from './commands/save-search'
import { candidateReferences, referencesApart } from './database/candidate-references'
import { cvReview } from './queries/cv-review'
import { duplicatePairs, duplicatesOf } from './queries/duplicate-pairs'
import { mergePreview } from './queries/merge-preview'
import { sweepDocumentFiles } from './jobs/sweep-document-files'
import { renderCv } from './text/cv-fixture'

let app: TestApp
let world: World

beforeAll(async () => {
  app = await startPayload({ env: { DATABASE_POOL: '20' } })
  world = await makeWorld({ payload: app.payload })
})

afterAll(async () => {
  await app.stop()
})

const counted = async (text: string, values: unknown[]): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ count: wholeNumber }),
    text: `select count(*) as count from ${text}`,
    values,
  })
  return row?.count ?? -1
}

const found = async (input: z.input<typeof findOrCreateCandidate.input>) =>
  await done({ world, command: findOrCreateCandidate, input })

const candidate = async (id: string) =>
  await app.payload.findByID({ collection: 'candidates', id, depth: 0, overrideAccess: true })

describe('skills', () => {
  const create = async (data: { name: string; aliases?: string[] }) =>
    await app.payload.create({
      collection: 'skills',
      data: { category: 'other', ...data },
      req: await app.staffRequest({ role: 'admin' }),
      overrideAccess: false,
    })

  it('are there from the beginning, each with a number, and a new one gets the next', async () => {
    expect(await done({ world, command: ensureSkills, input: {} })).toEqual({ created: 0 })
    expect(await counted('skills where number is null', [])).toBe(0)
    const begun = await counted('skills', [])
    const made = await create({ name: 'Falconry', aliases: [' Hawking ', 'hawking', 'falconry'] })
    expect(made).toMatchObject({ number: begun + 1, aliases: ['Hawking'] })
  })

  it('mean one thing per word, whoever writes it and however', async () => {
    for (const { given, path } of [
      { given: { name: 'HAWKING' }, path: 'name' },
      { given: { name: 'Birds', aliases: ['falconry '] }, path: 'aliases' },
      { given: { name: ' – ' }, path: 'name' },
    ])
      await expect(create(given)).rejects.toMatchObject({ data: { errors: [{ path }] } })
    const both = await Promise.allSettled([
      create({ name: 'Beekeeping', aliases: ['apiary'] }),
      create({ name: 'Apiary' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('give candidates’ words their names, and are not deleted under a candidate', async () => {
    const req = await app.staffRequest({ role: 'admin' })
    const { docs } = await app.payload.find({
      collection: 'skills',
      where: { name: { equals: 'Falconry' } },
      overrideAccess: true,
    })
    const skill = docs[0]?.id ?? ''
    const made = await app.payload.create({
      collection: 'candidates',
      data: {
        firstName: 'Ada',
        lastName: 'Falk',
        state: 'new',
        zone: 'UTC',
        locale: 'en-US',
        currency: 'USD',
        skills: ['hawking', 'Night walks', 'FALCONRY'],
        expertise: [{ skill, years: 3, lastUsedYear: 2026 }],
      },
      req,
      overrideAccess: false,
      depth: 0,
    })
    expect(made.skills).toEqual(['Falconry', 'Night walks'])
    await expect(
      app.payload.delete({ collection: 'skills', id: skill, req, overrideAccess: false }),
    ).rejects.toMatchObject({ status: 409 })
  })
})

describe('the profile of a candidate', () => {
  it('takes overlapping jobs and times, and names the field that is wrong', async () => {
    const { candidateId: id } = await found({
      firstName: 'Pia',
      lastName: 'Profil',
      email: 'pia.profil@example.test',
    })
    const write = async (data: object) =>
      await app.payload.update({
        collection: 'candidates',
        id,
        data,
        req: await app.staffRequest({ role: 'recruiter' }),
        overrideAccess: false,
      })
    await write({
      languages: [{ language: 'pl', level: 'native' }],
      workHistory: [
        { employer: 'Clydebank Pumps', title: 'Fitter', startedIn: '2019-02', endedIn: '2021-06' },
        { employer: 'Evening school', startedIn: '2020-09', endedIn: null },
      ],
      availability: [
        { kind: 'available', from: '2026-12-01', to: null },
        { kind: 'unavailable', from: '2026-12-20', to: '2027-01-03' },
      ],
      employmentTypes: ['temp'],
      desiredSalaryMinor: 4_000_000,
    })
    for (const [data, path] of [
      [{ workHistory: [{ startedIn: '2021-06', endedIn: '2021-05' }] }, 'workHistory.0.endedIn'],
      [{ workHistory: [{ startedIn: 'May' }] }, 'workHistory.0.startedIn'],
      [{ education: [{ endedIn: 21 }] }, 'education.0.endedIn'],
      [{ languages: [{ language: 'xx' }] }, 'languages.0.language'],
      [{ availability: [{ kind: 'available', from: '2026-13-01' }] }, 'availability.0.from'],
      [
        { availability: [{ kind: 'available', from: '2026-12-02', to: '2026-12-01' }] },
        'availability.0.to',
      ],
      [{ maxDistanceKm: -1 }, 'maxDistanceKm'],
    ] as const)
      await expect(write(data)).rejects.toMatchObject({ data: { errors: [{ path }] } })
    expect((await candidate(id)).workHistory).toHaveLength(2)
  })
})

describe('confidential data of a candidate', () => {
  it('are for those alone who have their right, and one row per person where that is so', async () => {
    const { candidateId } = await found({
      firstName: 'Cleo',
      lastName: 'Quiet',
      email: 'cleo.quiet@example.test',
    })
    const admin = await app.staffRequest({ role: 'admin' })
    const common = { req: admin, overrideAccess: false, depth: 0 } as const
    await app.payload.create({
      collection: 'candidate-work-rights',
      data: { candidate: candidateId, country: 'US', basis: 'citizen' },
      ...common,
    })
    await app.payload.create({
      collection: 'candidate-eeo',
      data: { candidate: candidateId, gender: 'female' },
      ...common,
    })
    const payroll = { candidate: candidateId, country: 'DE', account: 'DE89370400440532013000' }
    await app.payload.create({ collection: 'candidate-payroll', data: payroll, ...common })
    await expect(
      app.payload.create({ collection: 'candidate-payroll', data: payroll, ...common }),
    ).rejects.toThrow()
    await expect(
      app.payload.create({
        collection: 'candidate-payroll',
        data: { ...payroll, account: 'DE89370400440532013001' },
        ...common,
      }),
    ).rejects.toMatchObject({ data: { errors: [{ path: 'account' }] } })
    for (const collection of [
      'candidate-work-rights',
      'candidate-eeo',
      'candidate-payroll',
    ] as const)
      for (const [role, may] of [
        ['recruiter', false],
        ['payroll', collection !== 'candidate-eeo'],
        ['manager', collection !== 'candidate-eeo'],
      ] as const) {
        const found = app.payload.find({
          collection,
          req: await app.staffRequest({ role }),
          overrideAccess: false,
        })
        if (may) expect((await found).totalDocs, `${role} ${collection}`).toBe(1)
        else await expect(found, `${role} ${collection}`).rejects.toThrow()
      }
  })
})

describe('a candidate', () => {
  it('is one however often and however parallel the same person comes', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        found({
          firstName: 'Zoë',
          lastName: 'Nowak',
          email: index % 2 === 0 ? 'Zoe.Nowak@Example.test ' : 'zoe.nowak@example.TEST',
          phone: index % 3 === 0 ? '(212) 555-0143' : '+1 212 555 0143',
        }),
      ),
    )
    expect(new Set(results.map(({ candidateId }) => candidateId)).size).toBe(1)
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(
      await counted('candidates where email_normalised = $1', ['zoe.nowak@example.test']),
    ).toBe(1)
  })

  it('is recognised by phone, gets empty fields filled and keeps what is known', async () => {
    const first = await found({
      firstName: 'Kim',
      lastName: 'Lee',
      phone: '+44 20 7946 0018',
      city: 'York',
    })
    const second = await found({
      firstName: 'KIM',
      lastName: 'Lee',
      phone: '020 7946 0018',
      country: 'GB',
      email: 'kim.lee@example.test',
      city: 'Leeds',
    })
    expect(second).toMatchObject({ candidateId: first.candidateId, isNew: false })
    expect(second.differing).toContain('city')
    expect(await candidate(first.candidateId)).toMatchObject({
      city: 'York',
      email: 'kim.lee@example.test',
      emailNormalised: 'kim.lee@example.test',
      phoneE164: '+442079460018',
    })
  })

  it('does not get the e-mail of somebody of another name who shares the phone', async () => {
    const first = await found({ firstName: 'Maria', lastName: 'Rossi', phone: '+39 02 1234 5678' })
    const other = await found({
      firstName: 'Paolo',
      lastName: 'Rossi',
      phone: '+39 02 1234 5678',
      email: 'paolo@example.test',
    })
    expect(other.candidateId).toBe(first.candidateId)
    expect((await candidate(first.candidateId)).email).toBeNull()
    const events = await sqlOutside(app.payload).rows({
      schema: z.object({ changes: z.unknown(), values: z.unknown() }),
      text: `select event.changes, personal.values from domain_events event
        join domain_event_personal personal on personal.event_id = event.id
        where event.name = 'candidate.differing-data-received' and event.subject_id = $1`,
      values: [first.candidateId],
    })
    expect(events).toEqual([
      {
        changes: { firstName: null, email: null },
        values: { firstName: ['Maria', 'Paolo'], email: [null, 'paolo@example.test'] },
      },
    ])
  })

  it.each([
    [{ email: 'no address' }, 'email'],
    [{ phone: '12' }, 'phone'],
    [{}, 'email'],
  ])('is refused beside the field with %j', async (contact, field) => {
    const refused = await attempt({
      world,
      command: findOrCreateCandidate,
      input: { firstName: 'A', lastName: 'B', ...contact },
    })
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'input' } })
    expect(refused.ok ? {} : refused.failure.fields).toHaveProperty(field)
  })

  it('cannot be entered a second time by hand', async () => {
    await found({ firstName: 'Ola', lastName: 'Dahl', email: 'ola@example.test' })
    const second = app.payload.create({
      collection: 'candidates',
      data: {
        state: 'new',
        firstName: 'Ola',
        lastName: 'Dahl',
        email: 'OLA@example.test',
        currency: 'USD',
        zone: 'UTC',
        locale: 'en-US',
      },
      overrideAccess: true,
    })
    await expect(second).rejects.toMatchObject({
      data: { errors: [{ path: 'email', message: expect.stringMatching(/^Candidate CA-/) }] },
    })
  })

  it('may come again after the first was put into the trash', async () => {
    const input = { firstName: 'Ida', lastName: 'Berg', email: 'ida@example.test' }
    const first = await found(input)
    await app.payload.update({
      collection: 'candidates',
      id: first.candidateId,
      data: { deletedAt: new Date().toISOString() },
      overrideAccess: true,
    })
    expect((await found(input)).isNew).toBe(true)
  })

  it('gives a consent that keeps the words it was given to', async () => {
    const { candidateId } = await found({
      firstName: 'Li',
      lastName: 'Wei',
      email: 'li@example.test',
    })
    const { consentId } = await done({
      world,
      command: recordConsent,
      input: { candidateId, purpose: 'talent-pool' },
    })
    const consent = await app.payload.findByID({
      collection: 'consents',
      id: consentId,
      depth: 0,
      overrideAccess: true,
    })
    expect(consent).toMatchObject({
      candidate: candidateId,
      channel: 'phone',
      textVersion: '2026-11-23',
    })
    expect(consent.text).toMatch(/contacts me about other jobs/)
  })
})

const folder = (): string => {
  const { staticDir } = app.payload.collections.documents.config.upload
  if (!staticDir) throw new Error('The documents have no folder.')
  return staticDir
}

const stored = async (
  wish: Omit<Parameters<typeof storeDocument>[0], 'req'>,
): Promise<{ documentId: string; sha256: string }> => {
  const req = await app.systemRequest()
  const result = await inOwnTransaction({
    req,
    run: async () => await storeDocument({ req, ...wish }),
  })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

describe('a document', () => {
  it('is taken for what its bytes are, and its text is read by a job', async () => {
    const { candidateId } = await found({
      firstName: 'Cy',
      lastName: 'Vee',
      email: 'cv@example.test',
    })
    const bytes = await renderCv({ pages: [['Łódź forklift driver']] })
    const { documentId, sha256 } = await stored({
      file: { bytes, filename: '../../etc/pass"wd.exe' },
      kind: 'cv',
      candidateId,
    })
    const before = await app.payload.findByID({
      collection: 'documents',
      id: documentId,
      depth: 0,
      overrideAccess: true,
    })
    expect(before).toMatchObject({
      title: 'passwd.exe',
      mimeType: 'application/pdf',
      textState: 'pending',
      scanStatus: 'not-scanned',
    })
    expect(before.filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    await runQueuedJobs({ app, queues: ['read-new-documents', 'extract-document-text'] })
    const after = await app.payload.findByID({
      collection: 'documents',
      id: documentId,
      depth: 0,
      overrideAccess: true,
    })
    expect(after).toMatchObject({ textState: 'done', textProblem: null })
    expect(after.text).toContain('Łódź forklift driver')
  })

  it('says why a scan cannot be read', async () => {
    const { documentId } = await stored({
      file: { bytes: await renderCv({ pages: [[]] }), filename: 'scan.pdf' },
      kind: 'cv',
    })
    await runQueuedJobs({ app, queues: ['read-new-documents', 'extract-document-text'] })
    const after = await app.payload.findByID({
      collection: 'documents',
      id: documentId,
      depth: 0,
      overrideAccess: true,
    })
    expect(after.textState).toBe('failed')
    expect(after.textProblem).toMatch(/scan/)
  })

  it.each([
    ['a program', Buffer.from('MZ\u0090\u0000 this is no CV')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
    ['too much', Buffer.alloc(10_000_001)],
  ])('is refused beside the field when it is %s', async (_, bytes) => {
    const req = await app.systemRequest()
    const refused = await inOwnTransaction({
      req,
      run: async () =>
        await storeDocument({ req, file: { bytes, filename: 'cv.pdf' }, kind: 'cv' }),
    })
    expect(refused).toMatchObject({ ok: false, failure: { fields: { file: expect.any(String) } } })
  })

  it('is refused by the upload form just so', async () => {
    const uploading = app.payload.create({
      collection: 'documents',
      data: { kind: 'cv', textState: 'none', scanStatus: 'not-scanned' },
      file: {
        data: Buffer.from('<svg onload="alert(1)"/>'),
        mimetype: 'application/pdf',
        name: 'cv.pdf',
        size: 24,
      },
      overrideAccess: true,
    })
    await expect(uploading).rejects.toMatchObject({ data: { errors: [{ path: 'file' }] } })
  })

  it('leaves no row when its transaction is rolled back, and no file after the sweep', async () => {
    const kept = await stored({
      file: { bytes: await renderCv({ pages: [['kept']] }), filename: 'kept.pdf' },
      kind: 'cv',
    })
    const bytes = await renderCv({ pages: [['rolled back']] })
    const req = await app.systemRequest()
    const result = await inOwnTransaction({
      req,
      run: async () =>
        await storeDocument({ req, file: { bytes, filename: 'lost.pdf' }, kind: 'cv' }),
      keep: () => false,
    })
    if (!result.ok) throw new Error(result.failure.message)
    expect(await counted('documents where id = $1', [result.value.documentId])).toBe(0)

    await mkdir(folder(), { recursive: true })
    const fresh = path.join(folder(), 'being-uploaded.pdf')
    await writeFile(fresh, 'still in its transaction')
    const files = await readdir(folder())
    const old = new Date(Date.now() - 48 * 3_600_000)
    for (const name of files)
      if (name !== 'being-uploaded.pdf') await utimes(path.join(folder(), name), old, old)
    const removed = await sweepDocumentFiles({
      payload: app.payload,
      olderThanMs: 24 * 3_600_000,
      nowMs: Date.now(),
    })
    expect(removed).toHaveLength(1)
    const left = await readdir(folder())
    expect(left).toContain('being-uploaded.pdf')
    expect(left).not.toContain(removed[0])
    const req2 = await app.systemRequest()
    const read = await readDocument({ req: req2, documentId: kept.documentId })
    expect(read?.mimeType).toBe('application/pdf')
  })

  it('is given to the person it is meant for and to nobody else', async () => {
    const one = await found({ firstName: 'One', lastName: 'Own', email: 'one@example.test' })
    const other = await found({ firstName: 'Other', lastName: 'Own', email: 'other@example.test' })
    const bytes = await renderCv({ pages: [['mine']] })
    const cv = await stored({
      file: { bytes, filename: 'me.pdf' },
      kind: 'cv',
      candidateId: one.candidateId,
    })
    const note = await stored({
      file: { bytes, filename: 'note.pdf' },
      kind: 'other',
      candidateId: one.candidateId,
    })
    const invoiceId = '0190a000-0000-7000-8000-00000000abcd'
    const invoice = await stored({
      file: { bytes, filename: 'INV-1.pdf' },
      kind: 'invoice',
      clientId: world.client.clientId,
      subject: { kind: 'invoice', id: invoiceId },
    })
    const byLink = (id: string): Actor => ({
      kind: 'link',
      id: '0190a000-0000-7000-8000-00000000aaaa',
      purpose: 'invoice.pay',
      subject: { kind: 'invoice', id },
      person: null,
    })
    const get = async (actor: Actor, documentId: string) =>
      await documentForPerson({
        req: await requestFor({ payload: app.payload, actor }),
        documentId,
      })

    expect(await get(candidateActor(one.candidateId), cv.documentId)).toMatchObject({
      filename: 'me.pdf',
      mimeType: 'application/pdf',
    })
    expect(await get(candidateActor(other.candidateId), cv.documentId)).toBeNull()
    expect(await get(candidateActor(one.candidateId), note.documentId)).toBeNull()
    expect(await get(contactActor(world.client), cv.documentId)).toBeNull()
    expect(await get(contactActor(world.client), invoice.documentId)).not.toBeNull()
    expect(await get(contactActor(world.otherClient), invoice.documentId)).toBeNull()
    expect(await get(byLink(invoiceId), invoice.documentId)).not.toBeNull()
    expect(await get(byLink(one.candidateId), invoice.documentId)).toBeNull()
    expect(await get({ kind: 'anonymous', id: 'anonymous' }, cv.documentId)).toBeNull()
    const listed = await documentsOfPerson({
      req: await requestFor({ payload: app.payload, actor: candidateActor(one.candidateId) }),
    })
    expect(listed.map(({ id }) => id)).toEqual([cv.documentId])
  })

  it('is listed for staff by what they may see', async () => {
    const kinds = async (...permissions: string[]) => {
      const req = await requestFor({ payload: app.payload, actor: staffWith(...permissions) })
      const { docs } = await app.payload.find({
        collection: 'documents',
        limit: 200,
        depth: 0,
        req,
        overrideAccess: false,
      })
      return [...new Set(docs.map(({ kind }) => kind))].sort()
    }
    expect(await kinds('candidates.read')).toEqual(['cv', 'other'])
    expect(await kinds('invoices.read')).toEqual(['invoice'])
    await expect(kinds('orders.read')).rejects.toThrow()
  })

  it('travels as an attachment that no browser runs and no cache keeps', () => {
    const headers = documentHeaders({ headers: new Headers({ 'Content-Type': 'application/pdf' }) })
    expect(headers.get('Content-Disposition')).toBe('attachment')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Content-Security-Policy')).toContain('sandbox')
  })

  it.each([
    ['infected', 409],
    ['pending', 409],
    ['clean', undefined],
    ['not-scanned', undefined],
  ])('whose scan says %s is answered with %s', async (scanStatus, status) => {
    const req = await app.systemRequest()
    const answer = refuseUnsafeFile(req, { doc: Object.assign({ id: 'x' }, { scanStatus }) })
    expect(answer?.status).toBe(status)
  })
})

describe('portal access', () => {
  it('is one account for a candidate and a contact with the same e-mail', async () => {
    const email = 'both@example.test'
    const person = await found({ firstName: 'Bo', lastName: 'Both', email })
    const contact = await app.payload.create({
      collection: 'client-contacts',
      data: { client: world.client.clientId, firstName: 'Bo', lastName: 'Both', email },
      overrideAccess: true,
      depth: 0,
    })
    const first = await done({
      world,
      command: grantPortalAccess,
      input: { candidateId: person.candidateId },
    })
    const second = await done({
      world,
      command: grantPortalAccess,
      input: { contactId: contact.id },
    })
    expect(first.isNew).toBe(true)
    expect(second).toEqual({ portalAccountId: first.portalAccountId, isNew: false })
    const account = await app.payload.findByID({
      collection: 'portal-accounts',
      id: first.portalAccountId,
      depth: 1,
      overrideAccess: true,
    })
    expect(account).toMatchObject({
      candidate: person.candidateId,
      contact: contact.id,
      client: world.client.clientId,
    })
  })

  it('is never taken from the person who has it', async () => {
    const make = async (client: string) =>
      await app.payload.create({
        collection: 'client-contacts',
        data: { client, firstName: 'Su', lastName: 'Same', email: 'same@example.test' },
        overrideAccess: true,
        depth: 0,
      })
    const mine = await make(world.client.clientId)
    const theirs = await make(world.otherClient.clientId)
    await done({ world, command: grantPortalAccess, input: { contactId: mine.id } })
    expect(
      await attempt({ world, command: grantPortalAccess, input: { contactId: theirs.id } }),
    ).toMatchObject({ ok: false, failure: { kind: 'state', code: 'account-of-another' } })
  })

  it('to the papers of a client is given by who may change clients', async () => {
    const contact = await app.payload.create({
      collection: 'client-contacts',
      data: {
        client: world.client.clientId,
        firstName: 'Own',
        lastName: 'Mail',
        email: 'recruiter.in.private@example.test',
      },
      overrideAccess: true,
      depth: 0,
    })
    const recruiter = staffWith('candidates.write', 'requests.write')
    expect(
      await attempt({
        world,
        command: grantPortalAccess,
        input: { contactId: contact.id },
        actor: recruiter,
      }),
    ).toMatchObject({ ok: false, failure: { kind: 'right' } })
  })

  it('needs an e-mail address', async () => {
    const { candidateId } = await found({
      firstName: 'No',
      lastName: 'Mail',
      phone: '+12125550199',
    })
    expect(
      await attempt({ world, command: grantPortalAccess, input: { candidateId } }),
    ).toMatchObject({ failure: { fields: { email: expect.any(String) } } })
  })
})

describe('a CV that somebody drops', () => {
  // Whom `staffRequest` speaks for, as the owner of what comes of it.
  beforeAll(async () => {
    await sqlOutside(app.payload).run({
      text: `insert into users (id, name, email) values ($1, 'Rita Recruiter', 'rita@agency.test')`,
      values: ['0190a000-0000-7000-8000-000000000001'],
    })
  })

  const lines = [
    'Wanda Wren',
    'Registered nurse',
    'Brooklyn, NY 11215',
    'wanda.wren@example.test',
    'Experience',
    'Staff Nurse, Riverside General Hospital',
    'March 2019 – Present',
    'Skills',
    'Triage, Hawking, Knot tying',
  ]
  const drop = async ({ pages, candidateId }: { pages: string[][]; candidateId?: string }) =>
    await dropped({ bytes: await renderCv({ pages }), ...(candidateId ? { candidateId } : {}) })
  const dropped = async ({ bytes, candidateId }: { bytes: Uint8Array; candidateId?: string }) =>
    await runCommand({
      command: addCv,
      req: await app.staffRequest({ role: 'recruiter' }),
      input: {
        filename: 'cv.pdf',
        contentBase64: Buffer.from(bytes).toString('base64'),
        candidateId: candidateId ?? null,
      },
    })
  const read = async () =>
    await runQueuedJobs({
      app,
      queues: ['read-new-documents', 'extract-document-text', 'draft-read-cvs'],
    })
  const draftOf = async (id: string) =>
    await app.payload.findByID({ collection: 'cv-drafts', id, depth: 0, overrideAccess: true })
  const accept = async (input: z.input<typeof acceptCvDraft.input>) =>
    await runCommand({
      command: acceptCvDraft,
      req: await app.staffRequest({ role: 'recruiter' }),
      input,
    })
  const taken = { firstName: 'Wanda', lastName: 'Wren', email: 'wanda.wren@example.test' }

  it('is a candidate only after somebody has looked at it, and keeps its file', async () => {
    const bytes = await renderCv({ pages: [lines] })
    const added = await dropped({ bytes })
    if (!added.ok || !added.value.draftId) throw new Error('The CV was not taken.')
    const { draftId } = added.value
    await read()
    expect(await draftOf(draftId)).toMatchObject({ state: 'parsed', parserVersion: 1 })
    expect(await counted('candidates where email_normalised = $1', [taken.email])).toBe(0)
    const review = await cvReview({ req: await app.staffRequest({ role: 'recruiter' }), draftId })
    expect(review).toMatchObject({
      known: null,
      parsed: {
        lastName: { value: 'Wren' },
        city: { value: 'Brooklyn' },
        workHistory: [{ value: { title: 'Staff Nurse', startedIn: '2019-03' } }],
      },
    })
    expect(
      await cvReview({ req: await app.staffRequest({ permissions: ['site.read'] }), draftId }),
    ).toBeNull()
    const jobs = [{ title: 'Staff Nurse', employer: 'Riverside', startedIn: '2019-03' }]
    expect(await accept({ draftId, values: { lastName: 'Wren' } })).toMatchObject({
      failure: { kind: 'input', fields: { firstName: expect.any(String) } },
    })
    const accepted = await accept({
      draftId,
      values: { ...taken, workHistory: jobs, skills: [{ name: 'hawking' }] },
    })
    if (!accepted.ok) throw new Error(accepted.failure.message)
    const { candidateId } = accepted.value
    expect(await candidate(candidateId)).toMatchObject({
      source: 'cv',
      skills: ['Falconry'],
      workHistory: [{ employer: 'Riverside', endedIn: null }],
    })
    expect(await draftOf(draftId)).toMatchObject({ state: 'accepted', parsed: null })
    expect(await counted('documents where candidate_id = $1', [candidateId])).toBe(1)
    expect(await accept({ draftId, values: taken })).toMatchObject({ failure: { kind: 'state' } })
    expect(await dropped({ bytes })).toMatchObject({
      value: { outcome: 'duplicate', candidateId },
    })
  })

  it('fills somebody known without overwriting, and never behind the back of a colleague', async () => {
    const added = await drop({ pages: [[...lines, 'Pilot, Aerial Ltd', '2010 - 2012']] })
    if (!added.ok || !added.value.draftId) throw new Error('The CV was not taken.')
    const { draftId } = added.value
    await read()
    const recruiter = await app.staffRequest({ role: 'recruiter' })
    const known = (await cvReview({ req: recruiter, draftId }))?.known
    if (!known) throw new Error('The candidate was not recognised.')
    expect(known).toMatchObject({ why: 'email', skills: ['falconry'] })
    expect(await accept({ draftId, values: taken })).toMatchObject({
      failure: { fields: { email: expect.stringContaining('already has this') } },
    })
    const values = {
      city: 'Brooklyn',
      workHistory: [
        { title: 'Nurse', employer: 'riverside', startedIn: '2019-03' },
        { title: 'Pilot', employer: 'Aerial Ltd', startedIn: '2010-01', endedIn: '2012-12' },
      ],
    }
    const seen = { draftId, candidateId: known.id, values }
    await app.payload.update({
      collection: 'candidates',
      id: known.id,
      data: { headline: 'Changed meanwhile' },
      overrideAccess: true,
      req: recruiter,
    })
    expect(await accept({ ...seen, seenAt: known.seenAt })).toMatchObject({
      failure: { code: 'changed-meanwhile' },
    })
    const { updatedAt } = await candidate(known.id)
    expect(await accept({ ...seen, seenAt: updatedAt })).toMatchObject({ ok: true })
    const filled = await candidate(known.id)
    expect(filled).toMatchObject({ headline: 'Changed meanwhile', city: 'Brooklyn' })
    expect(filled.workHistory?.map(({ title }) => title)).toEqual(['Staff Nurse', 'Pilot'])
  })

  it('says why it cannot be read, and leaves nothing when it is discarded', async () => {
    expect(await dropped({ bytes: new Uint8Array(Buffer.from('<html>')) })).toMatchObject({
      failure: { kind: 'input', fields: { file: expect.any(String) } },
    })
    const scan = await renderCv({ pages: [[]] })
    const added = await dropped({ bytes: scan })
    if (!added.ok || !added.value.draftId) throw new Error('The CV was not taken.')
    const { draftId } = added.value
    await read()
    const draft = await draftOf(draftId)
    expect(draft).toMatchObject({
      state: 'unreadable',
      problem: expect.stringContaining('no text'),
    })
    const discarded = await runCommand({
      command: discardCvDraft,
      req: await app.staffRequest({ role: 'recruiter' }),
      input: { draftId },
    })
    expect(discarded).toMatchObject({ ok: true })
    expect(await counted('documents where id::text = $1', [String(draft.document)])).toBe(0)
    expect(await draftOf(draftId)).toMatchObject({ state: 'discarded', document: null })
    expect(await dropped({ bytes: scan })).toMatchObject({ value: { outcome: 'added' } })
  })
})

describe('two records of one person', () => {
  const twin = async (data: object = {}) => {
    const made = await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'active',
        firstName: 'Mira',
        lastName: 'Żeleńska',
        postcode: '10115',
        country: 'US',
        currency: 'USD',
        zone: 'UTC',
        locale: 'en-US',
        ...data,
      },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    return made.id
  }
  const pay = staffWith('candidates.read', 'candidates.write', 'pay.read')
  const merge = async (keptId: string, mergedId: string, take: string[] = []) =>
    await attempt({
      world,
      command: mergeCandidates,
      actor: pay,
      input: { keptId, mergedId, take },
    })
  const merged = async (keptId: string, mergedId: string, take: string[] = []) => {
    const result = await merge(keptId, mergedId, take)
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value.mergeId
  }
  const undo = async (mergeId: string) =>
    await attempt({ world, command: undoMerge, actor: pay, input: { mergeId } })
  const row = async (table: string, id: string) =>
    (
      await sqlOutside(app.payload).first({
        schema: z.object({ row: z.record(z.string(), z.unknown()) }),
        text: `select to_jsonb(t) - 'updated_at' as row from "${table}" t where id = $1`,
        values: [id],
      })
    )?.row
  const mail = (name: string) => `${name}.${crypto.randomUUID()}@twin.test`

  it('refer to candidates by nothing that a merge does not know', async () => {
    const known = await candidateReferences(sqlOutside(app.payload))
    const isKnown = (table: string, column: string) =>
      known.some((one) => one.table === table && one.column === column) ||
      Object.hasOwn(referencesApart, table)
    const fields = app.payload.config.collections.flatMap(({ slug, flattenedFields }) =>
      flattenedFields.flatMap((field) =>
        field.type === 'relationship' &&
        !slug.startsWith('payload-') &&
        [field.relationTo].flat().some((to) => to === 'candidates') &&
        !Reflect.get(field, 'virtual')
          ? [
              [
                slug.replaceAll('-', '_'),
                `${field.name.replaceAll(/[A-Z]/g, (at) => `_${at.toLowerCase()}`)}_id`,
              ],
            ]
          : [],
      ),
    )
    expect(fields.length).toBeGreaterThan(15)
    expect(fields.filter(([table = '', column = '']) => !isKnown(table, column))).toEqual([])
    const columns = await sqlOutside(app.payload).rows({
      schema: z.object({ table: z.string(), column: z.string() }),
      text: `select table_name as table, column_name as column from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
        where table_schema = 'public' and table_type = 'BASE TABLE'
          and column_name in ('candidate_id', 'candidates_id', 'about_id', 'person_id')
          and table_name !~ '^(domain_events|candidate_search)'`,
    })
    expect(columns.length).toBeGreaterThan(20)
    expect(columns.filter(({ table, column }) => !isKnown(table, column))).toEqual([])
  })

  it('become one with all that both have, and two again as they were', async () => {
    const [emailA, emailB] = [mail('a'), mail('b')]
    const kept = await twin({ email: emailA, skills: ['Java'], desiredPayRateE4: 300_000 })
    const other = await twin({
      email: emailB,
      phone: '+1 212 555 0147',
      headline: 'Nurse',
      state: 'placed',
      skills: ['Go'],
      doNotContact: true,
      workHistory: [{ title: 'Nurse', employer: 'St. Anna', startedIn: '2020-01' }],
    })
    const { orderId } = await makeOrder({ world })
    const { orderId: shared } = await makeOrder({ world })
    const alone = await makeSubmission({ world, orderId, candidateId: other })
    const ahead = await makeSubmission({ world, orderId: shared, candidateId: other })
    const behind = await makeSubmission({
      world,
      orderId: shared,
      candidateId: kept,
      state: 'screening',
    })
    const { portalAccountId } = await done({
      world,
      command: grantPortalAccess,
      input: { candidateId: other },
    })
    const yes = { world, command: recordConsent } as const
    const { consentId } = await done({
      ...yes,
      input: { candidateId: kept, purpose: 'talent-pool' },
    })
    const { consentId: no } = await done({
      ...yes,
      input: { candidateId: other, purpose: 'talent-pool' },
    })
    await done({ world, command: withdrawConsent, input: { consentId: no } })
    const watched = [
      ['candidates', kept],
      ['candidates', other],
      ['submissions', alone],
      ['submissions', ahead],
      ['submissions', behind],
      ['consents', consentId],
      ['consents', no],
      ['portal_accounts', portalAccountId],
    ] as const
    const all = async () => {
      const rows: unknown[] = []
      for (const [table, id] of watched) rows.push(await row(table, id))
      return rows
    }
    const before = await all()

    const req = await requestFor({ payload: app.payload, actor: pay })
    const preview = await mergePreview({ req, keptId: kept, mergedId: other, locale: 'en-US' })
    expect(preview?.ok && preview.value).toMatchObject({
      obstacles: [],
      moving: expect.arrayContaining([{ label: 'Submissions', count: 2 }]),
    })
    const mergeId = await merged(kept, other, ['email'])
    expect(await candidate(kept)).toMatchObject({
      email: emailB,
      phone: '+1 212 555 0147',
      headline: 'Nurse',
      state: 'placed',
      skills: ['Java', 'Go'],
      doNotContact: true,
      desiredPayRateE4: 300_000,
      portalAccount: portalAccountId,
      workHistory: [{ title: 'Nurse' }],
    })
    expect(await row('candidates', other)).toMatchObject({
      state: 'merged',
      merged_into_id: kept,
      email_normalised: emailA,
    })
    expect(await row('submissions', alone)).toMatchObject({ candidate_id: kept })
    expect(await row('submissions', ahead)).toMatchObject({
      candidate_id: kept,
      state: 'client_review',
    })
    expect(await row('submissions', behind)).toMatchObject({ state: 'withdrawn' })
    expect(await row('consents', consentId)).not.toMatchObject({ withdrawn_at: null })
    expect(await row('portal_accounts', portalAccountId)).toMatchObject({ candidate_id: kept })
    expect(await counted('candidate_search where candidate_id = $1', [other])).toBe(0)
    expect(await counted('search_entries where record_id = $1', [other])).toBe(0)

    // By either address it is the kept one who is meant, and nobody writes to the other.
    for (const email of [emailA, emailB])
      expect(await found({ firstName: 'Mira', lastName: 'Żeleńska', email })).toMatchObject({
        candidateId: kept,
        isNew: false,
      })
    await expect(
      app.payload.update({
        collection: 'candidates',
        id: other,
        data: { headline: 'x' },
        req: await app.staffRequest({ role: 'admin' }),
        overrideAccess: false,
      }),
    ).rejects.toMatchObject({ status: 409 })
    expect(await undo(mergeId)).toMatchObject({ ok: true })
    expect(await all()).toEqual(before)
    expect(await undo(mergeId)).toMatchObject({ ok: false, failure: { code: 'already-undone' } })
    expect(await counted('search_entries where record_id = $1', [other])).toBe(1)
    // Who took back every consent is not found among candidates, merged or not.
    expect(await counted('candidate_search where candidate_id = $1', [other])).toBe(0)
    await done({
      world,
      command: recordConsent,
      input: { candidateId: other, purpose: 'talent-pool' },
    })
    expect(await counted('candidate_search where candidate_id = $1', [other])).toBe(1)
  })

  it('are named as the kept one where a field of the agency’s own names them, and keep a no', async () => {
    const [kept, other] = [await twin({}), await twin({})]
    const write = async (text: string, values: unknown[] = []) =>
      await sqlOutside(app.payload).run({ text, values })
    await write(
      `insert into field_definitions (id, applies_to, key, label, type, person_kind, position)
        values (gen_random_uuid(), 'client-corporations', 'referredBy', 'Referred by', 'person',
          'candidate', 1)`,
    )
    const named = async (id: string) =>
      await counted(
        `client_corporations where custom @> jsonb_build_object('referredBy',
          jsonb_build_object('kind', 'candidate', 'id', $1::text)) and custom @> '{"size": 3}'`,
        [id],
      )
    await write(
      `update client_corporations set custom = jsonb_build_object('size', 3, 'referredBy',
          jsonb_build_object('kind', 'candidate', 'id', $1::text))
        where id = (select min(id::text)::uuid from client_corporations)`,
      [other],
    )
    await write('update candidates set keep_refused_at = now() where id = $1', [other])
    const mergeId = await merged(kept, other)
    expect([await named(kept), await named(other)]).toEqual([1, 0])
    expect(await counted('candidate_search where candidate_id = $1', [kept])).toBe(0)
    expect(await undo(mergeId)).toMatchObject({ ok: true })
    expect([await named(kept), await named(other)]).toEqual([0, 1])
    expect(await counted('candidate_search where candidate_id = $1', [kept])).toBe(1)
  })

  it('keep what was changed since, and give back what moved', async () => {
    const [kept, other] = [await twin({ city: 'Berlin' }), await twin({ headline: 'Nurse' })]
    const { orderId } = await makeOrder({ world })
    const moved = await makeSubmission({ world, orderId, candidateId: other, state: 'new' })
    const mergeId = await merged(kept, other)
    const later = await makeOrder({ world })
    const added = await makeSubmission({ world, orderId: later.orderId, candidateId: kept })
    await app.payload.update({
      collection: 'candidates',
      id: kept,
      data: { headline: 'Head nurse' },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    expect(await undo(mergeId)).toMatchObject({ ok: true })
    expect(await candidate(kept)).toMatchObject({ headline: 'Head nurse', city: 'Berlin' })
    expect(await row('submissions', moved)).toMatchObject({ candidate_id: other })
    expect(await row('submissions', added)).toMatchObject({ candidate_id: kept })
  })

  it('are merged once, whoever else does so at the same moment and however', async () => {
    const [one, two] = [await twin(), await twin()]
    const outcomes = await Promise.all([merge(one, two), merge(two, one), merge(one, two)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await counted('candidate_merges where kept_id = any($1)', [[one, two]])).toBe(1)
    expect(await merge(one, one)).toMatchObject({
      failure: { fields: { mergedId: expect.any(String) } },
    })
    expect(await merge(await twin(), await twin(), ['nothing'])).toMatchObject({
      failure: { fields: { take: expect.stringContaining('nothing') } },
    })
  })

  it('are undone from the last merge back, and in time', async () => {
    const [one, two, three] = [await twin(), await twin(), await twin()]
    const first = await merged(two, one)
    const second = await merged(three, two)
    expect(await row('candidates', one)).toMatchObject({ merged_into_id: three })
    expect(await undo(first)).toMatchObject({ failure: { code: 'merged-again' } })
    expect(await undo(second)).toMatchObject({ ok: true })
    expect(await row('candidates', one)).toMatchObject({ merged_into_id: two })
    await sqlOutside(app.payload).run({
      text: `update candidate_merges set undo_until = now() - interval '1 second' where id = $1`,
      values: [first],
    })
    expect(await undo(first)).toMatchObject({ failure: { code: 'too-late' } })
    await runQueuedJobs({ app, queues: ['forget-merge-values'], data: {} })
    expect(await counted('candidate_merge_moves where merge_id = $1', [first])).toBe(0)
  })

  it('wait for a legal hold, for payroll and for what the client knows twice', async () => {
    const [kept, other] = [await twin(), await twin()]
    const { legalHoldId } = await done({
      world,
      command: placeLegalHold,
      input: { candidateId: other, reason: 'A claim is before the court.' },
    })
    expect(await merge(kept, other)).toMatchObject({ failure: { code: 'on-hold' } })
    await done({
      world,
      command: releaseLegalHold,
      input: { legalHoldId, reason: 'It was settled.' },
    })
    const { orderId } = await makeOrder({ world })
    for (const candidateId of [kept, other]) await makeSubmission({ world, orderId, candidateId })
    expect(await merge(kept, other)).toMatchObject({ failure: { code: 'both-with-client' } })
    const [worker, second] = [await twin(), await twin()]
    for (const candidateId of [worker, second])
      await app.payload.create({
        collection: 'work-weeks',
        data: {
          candidate: candidateId,
          legalEntity: world.legalEntityId,
          weekStartsOn: '2026-11-16',
          state: 'open',
        },
        overrideAccess: true,
      })
    expect(await merge(worker, second)).toMatchObject({
      failure: { code: 'both-have', message: expect.stringContaining('Payroll') },
    })
  })

  it('lead a CV that waits, and what colleagues add, to the kept one', async () => {
    const [kept, other] = [await twin(), await twin()]
    const bytes = await renderCv({ pages: [[`Mira Żeleńska ${crypto.randomUUID()}`, 'Nurse']] })
    const draft = await done({
      world,
      command: addCv,
      input: {
        filename: 'mira.pdf',
        contentBase64: Buffer.from(bytes).toString('base64'),
        candidateId: other,
      },
    })
    await merged(kept, other)
    if (!draft.draftId) throw new Error('The CV was there before.')
    expect(await row('cv_drafts', draft.draftId)).toMatchObject({ candidate_id: kept })
    const reference = await app.payload.create({
      collection: 'candidate-references',
      data: { candidate: other, name: 'Bea' },
      req: await app.staffRequest({ role: 'recruiter' }),
      overrideAccess: false,
      depth: 0,
    })
    expect(reference.candidate).toBe(kept)
  })

  it('are erased together', async () => {
    const [kept, other] = [await twin({ email: mail('gone') }), await twin({ email: mail('too') })]
    await merged(kept, other)
    const erase = async (candidateId: string) =>
      await attempt({ world, command: erasePerson, input: { candidateId, ground: 'asked' } })
    expect(await erase(other)).toMatchObject({ failure: { code: 'merged' } })
    expect(await erase(kept)).toMatchObject({ ok: true })
    for (const id of [kept, other])
      expect(await row('candidates', id)).toMatchObject({
        state: 'anonymised',
        email: null,
        last_name: 'person',
      })
    expect(
      await counted(
        'candidate_merge_moves m join candidate_merges g on g.id = m.merge_id where g.kept_id = $1',
        [kept],
      ),
    ).toBe(0)
  })

  it('are suggested, likeliest first, until somebody tells them apart', async () => {
    const family = `Quast${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}`
    const one = await twin({ lastName: family, postcode: '99998', city: 'Gera' })
    const same = await twin({ lastName: family.toUpperCase(), postcode: '99 998', city: 'Gera' })
    const slip = await twin({ lastName: `${family}h`, postcode: '99998' })
    const req = await requestFor({ payload: app.payload, actor: pay })
    const keep = async () =>
      await keepDuplicates({ sql: sqlOutside(app.payload), ids: [one, same, slip] })
    await keep()
    const likely = async () =>
      (await duplicatesOf({ req, candidateId: one })).map(({ person, reasons }) => [
        person.id,
        reasons[0],
      ])
    expect(await likely()).toEqual([
      [same, 'same-name'],
      [slip, 'similar-name'],
    ])
    const mine = async (dismissed: boolean) =>
      (await duplicatePairs({ req, dismissed, page: 1 })).pairs.filter((pair) =>
        [pair.one.id, pair.other.id].every((id) => [one, same].includes(id)),
      )
    expect(await mine(false)).toHaveLength(1)
    const pair = { oneId: one, otherId: same }
    await done({ world, command: dismissDuplicate, actor: pay, input: pair })
    await keep()
    expect([await mine(false), await mine(true)].map(({ length }) => length)).toEqual([0, 1])
    expect(await likely()).toEqual([[slip, 'similar-name']])
    await done({ world, command: recallDuplicate, actor: pay, input: pair })
    expect(await mine(false)).toHaveLength(1)
    const nobody = await requestFor({ payload: app.payload, actor: candidateActor(one) })
    expect(await duplicatesOf({ req: nobody, candidateId: one })).toEqual([])
  })
})

describe('a talent pool', () => {
  const writer = staffWith('candidates.read', 'candidates.write')
  const pool = async (data: object) => {
    const made = await app.payload.create({
      collection: 'talent-pools',
      data: { name: `Pool ${crypto.randomUUID()}`, owner: world.ownerId, ...data },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    return made.id
  }
  const someone = async (headline = 'Helmsman') =>
    (
      await found({
        firstName: 'Pola',
        lastName: 'Pohl',
        email: `pola.${crypto.randomUUID()}@pool.test`,
        headline,
      })
    ).candidateId
  const inside = async (poolId: string) =>
    (
      await sqlOutside(app.payload).rows({
        schema: z.object({ id: z.string() }),
        text: 'select candidate_id::text as id from pool_members where pool_id = $1 order by 1',
        values: [poolId],
      })
    ).map(({ id }) => id)
  const add = async (poolId: string, ...candidateIds: string[]) =>
    await attempt({ world, command: addToPool, actor: writer, input: { poolId, candidateIds } })

  it('takes who may be kept, once, and says of each other one why not', async () => {
    const poolId = await pool({})
    const [one, no, barred] = [await someone(), await someone(), await someone()]
    const asked = { poolId, candidateIds: [one], isPreview: true }
    expect(await done({ world, command: addToPool, actor: writer, input: asked })).toMatchObject({
      isPreview: true,
      done: 1,
    })
    expect(await inside(poolId)).toEqual([])
    const { consentId } = await done({
      world,
      command: recordConsent,
      input: { candidateId: no, purpose: 'talent-pool' },
    })
    await done({ world, command: withdrawConsent, input: { consentId } })
    await sqlOutside(app.payload).run({
      text: `update candidates set state = 'do_not_use' where id = $1`,
      values: [barred],
    })
    expect(await add(poolId, one, no, barred, one)).toMatchObject({
      ok: true,
      value: {
        done: 1,
        skipped: 2,
        items: expect.arrayContaining([
          { candidateId: one, name: 'Pola Pohl', isDone: true, why: null },
          expect.objectContaining({ candidateId: no, why: expect.stringContaining('Took back') }),
          expect.objectContaining({ candidateId: barred, why: expect.stringContaining('Blocked') }),
        ]),
      },
    })
    expect(await inside(poolId)).toEqual([one])
    expect(await add(poolId, one)).toMatchObject({
      value: { done: 0, items: [{ candidateId: one, why: 'Is in it already.' }] },
    })
    await done({
      world,
      command: removeFromPool,
      actor: writer,
      input: { poolId, candidateIds: [one] },
    })
    expect(await inside(poolId)).toEqual([])
    expect(await add(poolId, one)).toMatchObject({ value: { done: 1 } })
    const { consentId: later } = await done({
      world,
      command: recordConsent,
      input: { candidateId: one, purpose: 'talent-pool' },
    })
    await done({ world, command: withdrawConsent, input: { consentId: later } })
    expect(await inside(poolId)).toEqual([])
  })

  it('of a colleague’s own is not there for others', async () => {
    const poolId = await pool({ isShared: false })
    expect(await add(poolId, await someone())).toMatchObject({ failure: { kind: 'missing' } })
    const req = await app.staffRequest({ role: 'recruiter' })
    const { docs } = await app.payload.find({
      collection: 'talent-pools',
      where: { id: { equals: poolId } },
      req,
      overrideAccess: false,
    })
    expect(docs).toEqual([])
  })

  it('with a search is filled by it, tells of who comes later, and takes nobody back', async () => {
    const word = `helm${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}`
    const searcher = { ...writer, id: world.ownerId }
    const keep = async (search: string) =>
      await done({
        world,
        command: saveSearch,
        actor: searcher,
        input: { name: crypto.randomUUID(), search },
      })
    const nowhere = await keep(`q=${word}&place=Nowherehampton`)
    await expect(pool({ savedSearch: nowhere.savedSearchId })).rejects.toMatchObject({
      data: { errors: [{ path: 'savedSearch', message: expect.stringContaining('Nowhere') }] },
    })
    await sqlOutside(app.payload).run({
      text: `insert into places (id, name, country, latitude, longitude)
        values (uuid_v7(), $1, 'US', 40.74, -74.18)`,
      values: [word],
    })
    const kept = await keep(`q=${word}&sort=newest`)
    const first = await someone(`Sailor ${word}`)
    const poolId = await pool({ savedSearch: kept.savedSearchId })
    const fillNow = async () => await runQueuedJobs({ app, queues: ['fill-pools'], data: {} })
    await fillNow()
    expect(await inside(poolId)).toEqual([first])
    const told = async () =>
      await counted(`domain_events where name = 'talent-pool.matched' and subject_id = $1`, [
        poolId,
      ])
    expect(await told()).toBe(0)
    await done({
      world,
      command: removeFromPool,
      actor: writer,
      input: { poolId, candidateIds: [first] },
    })
    const second = await someone(`Sailor ${word}`)
    await fillNow()
    await fillNow()
    expect(await inside(poolId)).toEqual([second])
    expect(await told()).toBe(1)

    const change = async (search: string) =>
      await done({
        world,
        command: changeSavedSearch,
        actor: searcher,
        input: { savedSearchId: kept.savedSearchId, search },
      })
    const third = await someone(`Bosun ${word}`)
    await sqlOutside(app.payload).run({
      text: 'update candidates set latitude = 40.73, longitude = -74.17 where id = $1',
      values: [third],
    })
    await change(`q=bosun+${word}&place=${word}, US&within=20`)
    await fillNow()
    expect(await inside(poolId)).toEqual([second, third].sort())
    expect(await told()).toBe(1)
    expect(
      await attempt({
        world,
        command: removeSavedSearch,
        actor: searcher,
        input: { savedSearchId: kept.savedSearchId },
      }),
    ).toMatchObject({ failure: { code: 'fills-pools' } })
  })
})
