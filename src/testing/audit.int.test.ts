import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { sqlOutside } from '#plugins/kernel'
import { pdf } from './security/files'
import { startStage, type Person, type Stage } from './security/stage'

let stage: Stage
let admin: NonNullable<Person>
let sales: NonNullable<Person>
let payroll: NonNullable<Person>
let recruiter: NonNullable<Person>
let candidateId = ''
let documentId = ''
let filename = ''

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
  sales = await stage.staff('sales')
  payroll = await stage.staff('payroll')
  recruiter = await stage.staff('recruiter')
  candidateId = await create({
    slug: 'candidates',
    json: { firstName: 'Ada', lastName: 'Żak', email: 'ada.zak@mail.example', currency: 'USD' },
  })
  const form = new FormData()
  form.append('_payload', JSON.stringify({ kind: 'cv', candidate: candidateId, title: 'CV' }))
  form.append('file', new Blob([Buffer.from(pdf())], { type: 'application/pdf' }), 'ada.pdf')
  const stored = await stage.call({
    method: 'POST',
    path: '/api/documents',
    as: recruiter,
    body: form,
  })
  if (stored.status !== 201) throw new Error(stored.text)
  const { doc } = z
    .object({ doc: z.object({ id: z.string(), filename: z.string() }) })
    .parse(stored.json)
  documentId = doc.id
  filename = doc.filename
})
afterAll(async () => await stage.stop())

const create = async ({ slug, json }: { slug: string; json: object }): Promise<string> => {
  const answer = await stage.call({ method: 'POST', path: `/api/${slug}`, as: admin, json })
  const parsed = z.object({ doc: z.object({ id: z.string() }) }).safeParse(answer.json)
  if (!parsed.success) throw new Error(answer.text)
  return parsed.data.doc.id
}

const change = async (path: string, json: object) => {
  const answer = await stage.call({ method: 'PATCH', path, as: admin, json })
  expect(answer.status, answer.text).toBe(200)
}

const changed = z.object({
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

const changesIn = async ({ as, kind, id }: { as: Person; kind: string; id: string }) => {
  const answer = await stage.call({ path: `/api/timeline/${kind}/${id}`, as })
  expect(answer.status, answer.text).toBe(200)
  const { entries } = z
    .object({ entries: z.array(z.object({ changes: z.array(changed) })) })
    .parse(answer.json)
  return entries.flatMap(({ changes }) => changes)
}

const events = async (name: string) =>
  await sqlOutside(stage.payload).rows({
    schema: z.object({
      subject_id: z.string(),
      person_id: z.string().nullable(),
      actor_id: z.string(),
      changes: z.record(z.string(), z.unknown()).nullable(),
      personal: z.record(z.string(), z.unknown()).nullable(),
    }),
    text: `select e.subject_id, e.person_id, e.actor_id, e.changes, p.values as personal
      from domain_events e left join domain_event_personal p on p.event_id = e.id
      where e.name = $1 order by e.at`,
    values: [name],
  })

const auditOf = async (as: Person, input: object) =>
  await stage.call({ method: 'POST', path: '/api/commands/export-audit', as, json: input })

const exported = z.object({
  result: z.object({
    content: z.string(),
    rows: z.number(),
    filename: z.string(),
    before: z.string().nullable(),
  }),
})

describe('the timeline', () => {
  it('shows personal fields before and after, to whoever may read them', async () => {
    await change(`/api/candidates/${candidateId}`, { city: 'Leeds', desiredPayRateE4: 250_000 })
    const shown = await changesIn({ as: recruiter, kind: 'candidate', id: candidateId })
    expect(shown).toContainEqual({ field: 'Town', from: '–', to: 'Leeds' })
  })

  it('stands beside users, roles, offices, sites and companies, with what changed', async () => {
    const entity = await create({
      slug: 'legal-entities',
      json: {
        name: 'Bridgeport LLC',
        currency: 'USD',
        invoicePrefix: 'AU',
        paymentTermsDays: 30,
        zone: 'UTC',
        workweekStartsOn: 1,
        ruleSet: 'us-federal',
      },
    })
    const office = await create({
      slug: 'offices',
      json: { name: 'North', legalEntity: entity, zone: 'UTC' },
    })
    const role = await create({
      slug: 'roles',
      json: { key: 'desk', name: 'Desk', permissions: ['orders.read'] },
    })
    for (const [kind, slug, id] of [
      ['office', 'offices', office],
      ['role', 'roles', role],
      ['legal-entity', 'legal-entities', entity],
      ['user', 'users', sales.id],
    ] as const) {
      await change(`/api/${slug}/${id}`, { name: 'Renamed' })
      expect(await changesIn({ as: admin, kind, id })).toContainEqual(
        expect.objectContaining({ field: expect.stringMatching(/name/i), to: 'Renamed' }),
      )
    }
  })

  it('gives only the names of fields that the reader may not see', async () => {
    const client = await create({
      slug: 'client-corporations',
      json: { name: 'Harbour Foods', currency: 'USD' },
    })
    const contact = await create({
      slug: 'client-contacts',
      json: { firstName: 'Rosa', lastName: 'Lind', client },
    })
    const place = await create({
      slug: 'work-locations',
      json: { name: 'Dock', client, zone: 'UTC', jurisdiction: 'US-NY' },
    })
    const order = await stage.call({
      method: 'POST',
      path: '/api/commands/create-job-order',
      as: sales,
      json: {
        title: 'Picker',
        clientId: client,
        contactId: contact,
        workLocationId: place,
        ownerId: sales.id,
        employmentType: 'temp',
        openingsCount: 1,
        payRateE4: 200_000,
        billRateE4: 300_000,
      },
    })
    const { jobOrderId } = z
      .object({ result: z.object({ jobOrderId: z.string() }) })
      .parse(order.json).result
    await change(`/api/job-orders/${jobOrderId}`, { billRateE4: 310_000, title: 'Packer' })
    const about = { kind: 'job-order', id: jobOrderId }
    const bill = (shown: readonly z.output<typeof changed>[]) =>
      shown.find(({ field }) => /bill/i.test(field))
    expect(bill(await changesIn({ as: sales, ...about }))).toMatchObject({
      from: '30.00',
      to: '31.00',
    })
    for (const as of [recruiter, payroll]) {
      const shown = await changesIn({ as, ...about })
      expect(bill(shown)).toMatchObject({ from: null, to: null })
      expect(shown).toContainEqual(expect.objectContaining({ from: 'Picker', to: 'Packer' }))
    }
  })
})

describe('reading', () => {
  it('of a CV is kept, its record and its file, once per sitting', async () => {
    const editor = await stage.staff('editor')
    for (const path of [`/api/documents/${documentId}`, `/api/documents/file/${filename}`])
      expect([403, 404]).toContain((await stage.call({ path, as: editor })).status)
    expect(await events('document.opened')).toEqual([])
    for (const path of [`/api/documents/file/${filename}`, `/api/documents/${documentId}`])
      expect((await stage.call({ path, as: sales })).status).toBe(200)
    expect(await events('document.opened')).toMatchObject([
      { subject_id: documentId, person_id: candidateId, actor_id: sales.id },
    ])
    await stage.call({ path: `/api/documents/${documentId}`, as: admin })
    expect(await events('document.opened')).toHaveLength(2)
  })

  it('of candidates by a search is kept with what was looked for and how many were found', async () => {
    await stage.call({ path: '/api/candidates?where[name][like]=zak-nobody', as: sales })
    await stage.call({ path: '/api/candidates?where[city][equals]=Leeds&limit=5', as: sales })
    await stage.call({ path: '/api/candidates?where[city][equals]=Leeds&limit=5', as: sales })
    const searches = await events('candidate.searched')
    expect(searches).toMatchObject([
      { subject_id: sales.id, actor_id: sales.id, changes: { found: 0, page: 1, criteria: null } },
      { subject_id: sales.id, changes: { found: 1, page: 1, criteria: null } },
    ])
    expect(JSON.stringify(searches[0]?.personal)).toContain('zak-nobody')
  })

  it('is told once, however many answers the screen asks for at the same time', async () => {
    const before = (await events('candidate.searched')).length
    const path = '/api/candidates?where[city][like]=Otley'
    await Promise.all([1, 2, 3].map(async () => await stage.call({ path, as: sales })))
    expect(await events('candidate.searched')).toHaveLength(before + 1)
    await stage.call({ path: '/api/search?text=leeds', as: sales })
    await stage.call({ path: '/api/search?text=leeds', as: sales })
    expect(await events('candidate.searched')).toHaveLength(before + 2)
  })

  it('is shown with its criteria in the audit and its export, to whoever may see candidates', async () => {
    const { result } = exported.parse(
      (await auditOf(admin, { format: 'csv', name: 'candidate.searched' })).json,
    )
    expect(result.content).toContain('Looked for: Name contains “zak-nobody”, 0 found')
    expect(result.content).toContain('Looked for: Town is “Leeds”, 1 found')
    const auditor = await stage.staffWith(['audit.read'])
    const bare = await auditOf(auditor, { format: 'csv', name: 'candidate.searched' })
    expect(bare.text).toContain('candidate.searched')
    expect(bare.text).not.toContain('Looked for')
    const limited = await stage.staffWith(['audit.read', 'candidates.read'])
    await stage.call({ path: '/api/candidates?where[desiredPayRateE4][greater_than]=7', as: admin })
    const told = await auditOf(limited, { format: 'csv', name: 'candidate.searched' })
    expect(told.text).toContain('Looked for: a field that your role may not see')
    expect(told.text).toContain('zak-nobody')
  })

  it('of a list, or of records by their ids, is no search', async () => {
    const before = (await events('candidate.searched')).length
    await stage.call({ path: '/api/candidates', as: sales })
    await stage.call({ path: `/api/candidates?where[id][in]=${candidateId}`, as: sales })
    await stage.call({ path: `/api/timeline/candidate/${candidateId}`, as: sales })
    expect(await events('candidate.searched')).toHaveLength(before)
  })
})

describe('the export for an auditor', () => {
  it('is for whoever may see the audit', async () => {
    for (const as of [sales, recruiter, payroll, null])
      expect((await auditOf(as, { format: 'csv' })).status).toBe(403)
  })

  it('finds by record, actor and time, and keeps that it was taken', async () => {
    const answer = await auditOf(admin, { format: 'json', recordId: candidateId, actor: admin.id })
    expect(answer.status, answer.text).toBe(200)
    const { result } = exported.parse(answer.json)
    const lines = result.content.trim().split('\n')
    expect(lines).toHaveLength(result.rows)
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ actorId: admin.id })
    expect(result.content).toContain('Leeds')
    const none = await auditOf(admin, { format: 'json', until: '2000-01-01T00:00:00Z' })
    expect(exported.parse(none.json).result).toMatchObject({ rows: 0, content: '' })
    expect((await events('audit.exported')).slice(-2)).toMatchObject([
      { subject_id: admin.id, changes: { format: 'json', filter: { recordId: candidateId } } },
      { changes: { rows: 0 } },
    ])
  })

  it('is CSV in which no cell is a formula', async () => {
    await change(`/api/candidates/${candidateId}`, { city: '=HYPERLINK("http://evil")' })
    await change(`/api/candidates/${candidateId}`, { firstName: '=1+1' })
    const { result } = exported.parse(
      (await auditOf(admin, { format: 'csv', recordKind: 'candidate' })).json,
    )
    const [header, ...rows] = result.content.trim().split('\r\n')
    expect(header).toContain('Time (UTC),Event,In words,Who')
    expect(rows).toHaveLength(result.rows)
    expect(result.content).toContain(`,'=1+1 Żak,`)
    expect(result.content).not.toMatch(/(^|,)"?[=+@]/m)
  })

  it.each([
    ['format', { format: 'xls' }],
    ['recordId', { format: 'csv', recordId: '1 or 1=1' }],
    ['from', { format: 'csv', from: 'yesterday' }],
    ['name', { format: 'csv', name: "x' or true" }],
  ])('refuses a wrong %s', async (field, input) => {
    const answer = await auditOf(admin, input)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(field)
  })
})
