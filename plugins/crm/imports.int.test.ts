import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { handleEndpoints, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { allPermissions } from '#plugins/agency/domain'
import { registryOf, requestFor, runCommand, sqlOutside, wholeNumber } from '#plugins/kernel'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import { makeWorld } from '../../src/testing/staffing-world'
import { decideImport } from './commands/decide-import'
import { keepFiles } from './commands/keep-files'
import { keepTable } from './commands/keep-table'
import { mapImport } from './commands/map-import'
import { startImport } from './commands/start-import'
import { stopImport } from './commands/stop-import'
import { takeImportBack } from './commands/take-import-back'
import { importFiles } from './queries/import-files'
import { importRows } from './queries/import-rows'
import { importHead } from './queries/import-head'
import { renderCv } from './text/cv-fixture'
import { zipArchive } from './text/zip-archive'

let app: TestApp
let staff: PayloadRequest

beforeAll(async () => {
  app = await startPayload({ env: { DATABASE_POOL: '20' } })
  const world = await makeWorld({ payload: app.payload })
  staff = await requestFor({
    payload: app.payload,
    actor: {
      kind: 'staff',
      id: world.ownerId,
      name: 'Ana Silva',
      email: 'ana@agency.test',
      permissions: new Set(allPermissions),
      zone: 'Europe/London',
      locale: 'en-GB',
    },
  })
})

afterAll(async () => {
  await app.stop()
})

const uploaded = async ({
  kind,
  text,
  name = 'people.csv',
}: {
  kind: string
  text: string | Buffer
  name?: string
}): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'placewright-test-'))
  const file = path.join(folder, 'table')
  await writeFile(file, text)
  const found = registryOf(app.payload).imports.get(kind)
  if (!found) throw new Error(`There is no kind ${kind}.`)
  const kept = await keepTable({
    req: await app.systemRequest(),
    file,
    kind: found,
    fileName: name,
  })
  if (!kept.ok) throw new Error(kept.failure.message)
  return kept.value
}

const called = async (
  command: Parameters<typeof runCommand>[0]['command'],
  input: Record<string, unknown>,
) => await runCommand({ req: staff, command, input })

const head = async (importId: string) => {
  const doc = await app.payload.findByID({
    collection: 'imports',
    id: importId,
    depth: 0,
    overrideAccess: true,
  })
  return doc
}

const checked = async (importId: string) => {
  const { columns } = await head(importId)
  const mapped = await called(mapImport, { importId, columns })
  expect(mapped).toMatchObject({ ok: true })
  await runQueuedJobs({ app, queues: ['check-import'] })
  return await rowsOf(importId)
}

const rowsOf = async (importId: string) => {
  const req = staff
  const found = await importHead({ req, importId })
  const kind = found && registryOf(app.payload).imports.get(found.kind)
  if (!found || !kind) throw new Error('The import is gone.')
  return await importRows({
    req,
    head: found,
    kind,
    verdict: null,
    outcome: null,
    after: 0,
    limit: 200,
  })
}

const ran = async (importId: string) => {
  expect(await called(startImport, { importId })).toMatchObject({ ok: true })
  await runQueuedJobs({ app, queues: ['run-import'] })
  return await rowsOf(importId)
}

const candidates = async (where: string) =>
  await sqlOutside(app.payload).rows({
    schema: z.object({
      id: z.string(),
      ref: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      city: z.string().nullable(),
      headline: z.string().nullable(),
      skills: z.array(z.string()),
    }),
    text: `select id::text, ref, name, email, city, headline,
        array(select text from candidates_texts t where t.parent_id = c.id and t.path = 'skills'
          order by t."order") as skills
      from candidates c where ${where} order by name`,
  })

describe('an import', () => {
  it('judges every row, brings the good ones in with events and search, and leaves the rest out', async () => {
    await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'active',
        firstName: 'Ada',
        lastName: 'Lovelace',
        email: 'ada@example.test',
        currency: 'USD',
        zone: 'UTC',
        locale: 'en-US',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const importId = await uploaded({
      kind: 'candidates',
      text: [
        'Vorname;Nachname;E-Mail;Telefon;Ort;Kenntnisse;LinkedIn',
        'Zoë;"Müller; Dr.";zoe@example.test;+44 20 7946 0018;Köln;Java, SQL;https://de.linkedin.com/in/Zoe-M/?x=1',
        'Kim;Lee;kim@;12;Leeds;;',
        'Ada;Lovelace;ADA@example.test;;London;Maths;',
        'Zoe;Müller;other@example.test;020 7946 0018 x;Köln;;linkedin.com/in/zoe-m',
        ';;;;;;',
        'Grace;Hopper;grace@example.test;;Arlington;"COBOL, Ships";',
      ].join('\r\n'),
    })
    const rows = await checked(importId)
    expect(rows.map(({ no, verdict }) => [no, verdict])).toEqual([
      [2, 'ok'],
      [3, 'bad'],
      [4, 'duplicate'],
      [5, 'bad'],
      [6, 'ok'],
    ])
    expect(rows[1]?.problems.map(({ field }) => field)).toEqual(['E-mail', 'Phone'])
    expect(rows[2]?.match).toMatchObject({ title: 'Ada Lovelace', by: 'email' })
    await ran(importId)
    expect(await head(importId)).toMatchObject({
      state: 'done',
      createdCount: 2,
      filledCount: 1,
      skippedCount: 2,
      failedCount: 0,
    })
    expect(await candidates(`source = 'import'`)).toMatchObject([
      { name: 'Grace Hopper', skills: ['COBOL', 'Ships'], city: 'Arlington' },
      { name: 'Zoë Müller; Dr.', skills: ['Java', 'SQL'], city: 'Köln' },
    ])
    expect(await candidates(`email_normalised = 'ada@example.test'`)).toMatchObject([
      { city: 'London', skills: ['Maths'] },
    ])
    const told = await sqlOutside(app.payload).rows({
      schema: z.object({ name: z.string(), count: wholeNumber, apart: wholeNumber }),
      text: `select e.name, count(*) as count, count(p.event_id) as apart from domain_events e
        left join domain_event_personal p on p.event_id = e.id
        where e.request_id = $1 and e.subject_type = 'candidate' group by e.name order by e.name`,
      values: [importId],
    })
    expect(told).toEqual([
      { name: 'candidate.created', count: 2, apart: 2 },
      { name: 'candidate.updated', count: 1, apart: 1 },
    ])
    const searched = await sqlOutside(app.payload).first({
      schema: z.object({ count: wholeNumber }),
      text: `select count(*) as count from search_entries
        where kind = 'candidate' and folded like '%hopper%'`,
    })
    expect(searched?.count).toBe(1)
  })

  it('is taken back as a whole but for what was used since', async () => {
    const importId = await uploaded({
      kind: 'candidates',
      text: 'First name,Last name,Email\nAnn,One,ann1@example.test\nBen,Two,ben2@example.test\nAda,Lovelace,ada@example.test\n',
    })
    await checked(importId)
    await ran(importId)
    const [ann] = await candidates(`email_normalised = 'ann1@example.test'`)
    await app.payload.update({
      collection: 'candidates',
      id: ann?.id ?? '',
      data: { headline: 'Changed by hand' },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    expect(await called(takeImportBack, { importId })).toMatchObject({ ok: true })
    await runQueuedJobs({ app, queues: ['take-back-import'] })
    expect(await head(importId)).toMatchObject({
      state: 'taken_back',
      removedCount: 1,
      keptCount: 1,
    })
    const rows = await rowsOf(importId)
    expect(rows[0]).toMatchObject({ outcome: 'kept' })
    expect(rows[0]?.reason).toMatch(/^Used since: candidate\.updated on \d{4}-/)
    expect(await candidates(`email_normalised like '%2@example.test'`)).toEqual([])
    expect(await candidates(`email_normalised = 'ann1@example.test'`)).toHaveLength(1)
  })

  it('decides over those who look known, all at once or row by row', async () => {
    await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'active',
        firstName: 'José',
        lastName: 'García',
        city: 'Cádiz',
        currency: 'USD',
        zone: 'UTC',
        locale: 'en-US',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const importId = await uploaded({
      kind: 'candidates',
      text: 'Name;Ort;Beruf\nGarcia, Jose;CADIZ;Cook\nJosé García;Cádiz;Waiter\n',
    })
    const rows = await checked(importId)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['alike', 'alike'])
    expect(
      await called(decideImport, { importId, verdict: 'duplicate', decision: 'new' }),
    ).toMatchObject({ ok: false, failure: { kind: 'input' } })
    await called(decideImport, { importId, verdict: 'alike', decision: 'new' })
    await called(decideImport, { importId, verdict: 'alike', decision: 'fill', rows: [2] })
    await ran(importId)
    expect(await head(importId)).toMatchObject({ createdCount: 1, filledCount: 1 })
    expect(await candidates(`city ilike 'c_diz' and headline = 'Cook'`)).toHaveLength(1)
    expect(await candidates(`city ilike 'c_diz' and headline = 'Waiter'`)).toHaveLength(1)
    expect(await candidates(`city ilike 'c_diz'`)).toHaveLength(2)
  })

  it('goes on where a killed worker stopped, without a row twice', async () => {
    const importId = await uploaded({
      kind: 'candidates',
      text: `First name,Last name,Email\n${Array.from(
        { length: 1200 },
        (_, index) => `Pat,Person ${index},pat${index}@many.test`,
      ).join('\n')}`,
    })
    const rows = await checked(importId)
    expect(rows.every(({ verdict }) => verdict === 'ok')).toBe(true)
    await called(startImport, { importId })
    // Two workers at once and a job that comes twice: each row has one outcome all the same.
    await runQueuedJobs({ app, queues: ['run-import'], data: { importId } })
    expect(await head(importId)).toMatchObject({ createdCount: 1200, handledCount: 1200 })
    expect(await candidates(`email_normalised like '%@many.test'`)).toHaveLength(1200)
  })

  it('remembers the columns of the same headings, and knows exports of other systems', async () => {
    const text = 'Rufname,Surname x,Mail\nKai,Sommer,kai@example.test\n'
    const first = await uploaded({ kind: 'candidates', text })
    expect((await head(first)).columns).toEqual([null, null, 'email'])
    await called(mapImport, { importId: first, columns: ['firstName', 'lastName', 'email'] })
    const second = await uploaded({ kind: 'candidates', text })
    expect((await head(second)).columns).toEqual(['firstName', 'lastName', 'email'])
    await runQueuedJobs({ app, queues: ['check-import'] })
    expect(await called(stopImport, { importId: first })).toMatchObject({ ok: true })
    const bullhorn = await uploaded({
      kind: 'candidates',
      text: 'ID,First Name,Last Name,Email,Mobile,Date Added\n7,Jo,Mo,jo@example.test,,2020-01-01\n',
    })
    expect(await head(bullhorn)).toMatchObject({
      source: 'Bullhorn',
      columns: ['externalId', 'firstName', 'lastName', 'email', 'phone', null],
    })
  })

  it('finds the client of a contact by name or by its number in the old system', async () => {
    const clients = await uploaded({
      kind: 'clients',
      text: 'Company ID,Company Name,City,Status\n77,Acme Ltd,York,Active\n78,Born & Sons,Bath,Lead\n',
    })
    await checked(clients)
    await ran(clients)
    expect(await head(clients)).toMatchObject({ createdCount: 2 })
    const contacts = await uploaded({
      kind: 'contacts',
      text: 'First name;Last name;Email;Company;Company ID\nUma;Ray;uma@acme.test;Acme Ltd;\nIan;Fox;ian@born.test;;78\nLee;Lost;lee@lost.test;Nobody Inc;\nUma;Ray;UMA@acme.test;ACME LTD;\n',
    })
    const rows = await checked(contacts)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'bad', 'duplicate'])
    expect(rows[2]?.problems[0]?.message).toContain('Import the clients first')
    await ran(contacts)
    const orders = await uploaded({
      kind: 'orders',
      text: 'Job ID,Job Title,Company,Openings,Start Date,Type\n9,Welder,Acme Ltd,2,2027-02-01,Perm\n10,Cook,Acme Ltd,0,,\n',
    })
    expect((await checked(orders)).map(({ verdict }) => verdict)).toEqual(['ok', 'bad'])
    await ran(orders)
    const notes = await uploaded({
      kind: 'notes',
      text: 'Date;Author;Comment;Company ID;Contact Email\n2019-05-06 10:00;Old Colleague;Called back;77;\n2018-01-02;Ana Silva;"First met";;uma@acme.test\n;;Lost;;nobody@acme.test\n2019-05-06 10:00;Old Colleague;Called back;77;\n',
    })
    expect((await checked(notes)).map(({ verdict }) => verdict)).toEqual([
      'ok',
      'ok',
      'bad',
      'duplicate',
    ])
    await ran(notes)
    const told = await sqlOutside(app.payload).rows({
      schema: z.object({
        text: z.string(),
        day: z.string(),
        author: z.string().nullable(),
        name: z.string(),
        subject: z.string(),
      }),
      text: `select n.text, to_char(n.created_at, 'YYYY-MM-DD') as day, n.author_name as author, e.name,
          e.subject_type as subject
        from notes n join domain_events e on e.changes ->> 'note' = n.id::text
        where e.request_id = $1 order by n.created_at`,
      values: [notes],
    })
    expect(told).toEqual([
      {
        text: 'First met',
        day: '2018-01-02',
        author: 'Ana Silva',
        name: 'note.added',
        subject: 'client-contact',
      },
      {
        text: 'Called back',
        day: '2019-05-06',
        author: 'Old Colleague',
        name: 'note.added',
        subject: 'client',
      },
    ])
    await called(takeImportBack, { importId: notes })
    await runQueuedJobs({ app, queues: ['take-back-import'] })
    expect(await head(notes)).toMatchObject({ removedCount: 2, keptCount: 0 })
    const again = await uploaded({ kind: 'clients', text: 'Company Name\nACME\n' })
    expect((await checked(again))[0]).toMatchObject({
      verdict: 'alike',
      match: { title: 'Acme Ltd' },
    })
  })
})

describe('the doors of an import', () => {
  it('refuse whoever lacks the right, other bodies and odd input', async () => {
    const recruiter = await app.staffRequest({ permissions: ['candidates.write'] })
    const importId = await uploaded({ kind: 'candidates', text: 'Email\na@example.test\n' })
    expect(
      await runCommand({ req: recruiter, command: startImport, input: { importId } }),
    ).toMatchObject({ ok: false, failure: { kind: 'right' } })
    const other = await app.staffRequest({ permissions: ['imports.write'] })
    expect(
      await runCommand({ req: other, command: startImport, input: { importId } }),
    ).toMatchObject({ ok: false, failure: { kind: 'right' } })
    expect(await called(startImport, { importId })).toMatchObject({
      ok: false,
      failure: { kind: 'state' },
    })
    expect(await called(mapImport, { importId, columns: ['email', 'email'] })).toMatchObject({
      ok: false,
      failure: { kind: 'input' },
    })
    expect(await called(mapImport, { importId, columns: ['__proto__'] })).toMatchObject({
      ok: false,
      failure: { fields: { 'columns.0': 'There is no such field. Choose one of the list.' } },
    })
    for (const method of ['GET', 'POST'] as const) {
      const response = await handleEndpoints({
        config: app.payload.config,
        request: new Request(
          method === 'GET'
            ? `http://localhost:3000/api/imports/${importId}/rows`
            : 'http://localhost:3000/api/imports/upload?kind=candidates&file=x.csv',
          { method, ...(method === 'POST' ? { body: 'Email\nx@example.test\n' } : {}) },
        ),
      })
      expect(response.status).toBe(403)
    }
    await expect(uploaded({ kind: 'candidates', text: '' })).rejects.toThrow('no rows')
    await expect(uploaded({ kind: 'candidates', text: 'Email\n' })).rejects.toThrow('no rows')
    await expect(uploaded({ kind: 'candidates', text: '%PDF-1.7 ...' })).rejects.toThrow(
      'CSV or XLSX',
    )
  })
})

describe('files beside an import', () => {
  const archived = async (importId: string, files: Readonly<Record<string, Buffer>>) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'placewright-test-'))
    const file = path.join(folder, 'files.zip')
    await writeFile(
      file,
      zipArchive(Object.entries(files).map(([name, bytes]) => ({ name, bytes }))),
    )
    return await keepFiles({ req: await app.systemRequest(), importId, file })
  }

  const filesOf = async (importId: string) =>
    Object.fromEntries(
      (await importFiles({ req: staff, importId, isTroubleOnly: false, after: 0, limit: 50 })).map(
        ({ path: name, rowNo, outcome, whose }) => [name, `${rowNo} ${whose} ${outcome}`],
      ),
    )

  it('become documents of the candidates whose rows name them, once, and go with the import', async () => {
    const importId = await uploaded({
      kind: 'candidates',
      text: [
        'Candidate ID,First name,Last name,Email,Resume',
        '881,Freya,Filebearer,freya@files.test,freya.pdf',
        '882,Gustav,Filebearer,gustav@files.test,',
        '883,,Filebearer,nobody@files.test,bad.pdf',
      ].join('\n'),
    })
    const [freya, gustav] = [
      Buffer.from(await renderCv({ pages: [['Freya files']] })),
      Buffer.from(await renderCv({ pages: [['Gustav drives']] })),
    ]
    const first = await archived(importId, {
      'export/freya.pdf': freya,
      '882/licence.pdf': gustav,
      '882/copy.pdf': gustav,
      'bad.pdf': freya,
      'stranger.pdf': freya,
      'run.exe': Buffer.from('MZ nothing honest'),
      '../../escape.pdf': freya,
    })
    expect(first).toMatchObject({ ok: true, value: { taken: 5, refused: 2 } })
    await checked(importId)
    expect(await filesOf(importId)).toMatchObject({
      'export/freya.pdf': '2 row null',
      '882/licence.pdf': '3 row null',
      'bad.pdf': 'null nobody null',
      'stranger.pdf': 'null nobody null',
      'run.exe': 'null null null',
      '../../escape.pdf': 'null null null',
    })
    await ran(importId)
    await runQueuedJobs({ app, queues: ['bring-files'] })
    expect(await filesOf(importId)).toMatchObject({
      'export/freya.pdf': '2 row stored',
      '882/licence.pdf': '3 row stored',
      '882/copy.pdf': '3 row known',
    })
    const documents = async () =>
      await sqlOutside(app.payload).rows({
        schema: z.object({ title: z.string(), kind: z.string(), name: z.string() }),
        text: `select d.title, d.kind::text, c.name from documents d
          join candidates c on c.id = d.candidate_id where c.last_name = 'Filebearer' order by c.name`,
        values: [],
      })
    expect(await documents()).toEqual([
      { title: 'freya.pdf', kind: 'cv', name: 'Freya Filebearer' },
      { title: 'licence.pdf', kind: 'other', name: 'Gustav Filebearer' },
    ])
    // The same archive again makes nothing twice; a file that was nobody's finds its owner by its name.
    await archived(importId, {
      'export/freya.pdf': freya,
      'gustav@files.test.pdf': freya,
    })
    await runQueuedJobs({ app, queues: ['bring-files'] })
    expect((await documents()).length).toBe(3)
    expect(await archived(importId, {})).toMatchObject({
      failure: { fields: { file: expect.stringContaining('no files') } },
    })
    expect(await called(takeImportBack, { importId })).toMatchObject({ ok: true })
    await runQueuedJobs({ app, queues: ['take-back-import'] })
    expect(await candidates(`c.last_name = 'Filebearer'`)).toEqual([])
    expect(await documents()).toEqual([])
    expect(await archived(importId, { 'late.pdf': freya })).toMatchObject({
      failure: { code: 'import-over' },
    })
  })
})
