import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { sqlOutside } from '#plugins/kernel'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'
import { businessCalendarOf } from './index'

let stage: Stage
let admin: Person

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
})

afterAll(async () => await stage.stop())

const rest = async (method: string, path: string, json: unknown, as: Person = admin) =>
  await stage.call({ method, path: `/api/${path}`, json, as })

const made = z.object({ doc: z.object({ id: z.string() }) })

const create = async (collection: string, json: unknown): Promise<string> => {
  const answer = await rest('POST', collection, json)
  expect(answer.status, answer.text).toBe(201)
  return made.parse(answer.json).doc.id
}

const company = (data: Record<string, unknown>) => ({
  name: 'Lantern Staffing GmbH',
  currency: 'EUR',
  invoicePrefix: 'LS',
  paymentTermsDays: 14,
  zone: 'Europe/Berlin',
  workweekStartsOn: 1,
  ruleSet: 'none',
  address: { city: 'Berlin', country: 'DE' },
  taxId: 'DE 136695976',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: 'COBADEFFXXX',
  ...data,
})

describe('a company of the agency', () => {
  it('is refused with the field and the remedy when a number is mistyped', async () => {
    for (const [field, value, why] of [
      ['taxId', 'DE 136695975', 'check digits'],
      ['iban', 'DE89 3704 0044 0532 0130 01', 'check digits'],
      ['bic', '37040044', 'eight or eleven'],
      ['invoicePrefix', 'no', 'One to six letters'],
      ['invoiceNumberDigits', 12, 'from 3 to 9'],
    ] as const) {
      const answer = await rest('POST', 'legal-entities', company({ [field]: value }))
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(why)])
      expect(answer.text).toContain(`"path":"${field}"`)
    }
  })

  it('has a prefix of its own, and only one company gives the base currency', async () => {
    const first = await create('legal-entities', company({}))
    const twice = await rest('POST', 'legal-entities', company({ name: 'Other' }))
    expect([twice.status, twice.text]).toEqual([
      400,
      expect.stringContaining('Choose another prefix'),
    ])
    const atOnce = await Promise.all(
      ['One', 'Two'].map(
        async (name) =>
          await rest('POST', 'legal-entities', company({ name, invoicePrefix: 'RACE' })),
      ),
    )
    expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 400])
    const second = await create('legal-entities', company({ name: 'Other', invoicePrefix: 'OT' }))
    for (const id of [first, second])
      expect((await rest('POST', 'commands/set-base-company', { legalEntityId: id })).status).toBe(
        200,
      )
    const base = await sqlOutside(stage.payload).rows({
      schema: z.object({ id: z.string() }),
      text: 'select id from legal_entities where is_base',
    })
    expect(base).toEqual([{ id: second }])
    await rest('PATCH', `legal-entities/${first}`, { isBase: true, name: 'Renamed' })
    const kept = await sqlOutside(stage.payload).first({
      schema: z.object({ name: z.string(), is_base: z.boolean().nullable() }),
      text: 'select name, is_base from legal_entities where id = $1',
      values: [first],
    })
    expect(kept).toEqual({ name: 'Renamed', is_base: false })
  })
})

describe('a holiday calendar', () => {
  it('is filled by law and by pasted days, again and again without doubles', async () => {
    const calendarId = await create('holiday-calendars', {
      name: 'Bayern',
      country: 'DE',
      law: 'de-by',
    })
    const fill = async (json: object) =>
      await rest('POST', 'commands/import-holidays', { calendarId, ...json })
    expect((await fill({ year: 2026 })).json).toEqual({ result: { created: 12, known: 0 } })
    const again = await fill({ year: 2026, lines: ['2026-08-15 Mariä Himmelfahrt', ''] })
    expect(again.json).toEqual({ result: { created: 1, known: 12 } })
    const wrong = await fill({ year: 2027, lines: ['15.8.2026 Mariä Himmelfahrt'] })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Line 1')])
    expect((await fill({})).status).toBe(422)
    const recruiter = await stage.staff('recruiter')
    const refused = await rest(
      'POST',
      'commands/import-holidays',
      { calendarId, year: 2028 },
      recruiter,
    )
    expect(refused.status).toBe(403)

    const legalEntity = await create(
      'legal-entities',
      company({ name: 'South', invoicePrefix: 'SO' }),
    )
    const office = await create('offices', {
      name: 'München',
      legalEntity,
      zone: 'Europe/Berlin',
      holidayCalendar: calendarId,
      hours: [
        { weekday: '1', opensAt: '08:00', closesAt: '12:00' },
        { weekday: '1', opensAt: '13:00', closesAt: '17:00' },
      ],
    })
    const req = await stage.systemRequest()
    const span = { req, from: '2026-12-01', to: '2027-01-31' }
    expect(await businessCalendarOf({ ...span, officeId: office })).toEqual({
      zone: 'Europe/Berlin',
      hours: [
        { weekday: 1, opensAt: '08:00', closesAt: '12:00' },
        { weekday: 1, opensAt: '13:00', closesAt: '17:00' },
      ],
      daysOff: ['2026-12-25', '2026-12-26'],
    })
    const usual = await businessCalendarOf({ ...span, officeId: null })
    expect([usual.zone, usual.hours.length, usual.daysOff]).toEqual(['UTC', 5, []])
    const overlap = await rest('PATCH', `offices/${office}`, {
      hours: [
        { weekday: '2', opensAt: '08:00', closesAt: '12:00' },
        { weekday: '2', opensAt: '11:00', closesAt: '17:00' },
      ],
    })
    expect([overlap.status, overlap.text]).toEqual([400, expect.stringContaining('Tuesday')])
  })
})

describe('the tax id of a client', () => {
  it('is checked by the country of the billing address, as the agency’s own is', async () => {
    const client = (taxId: string) => ({
      name: 'Lindenhof Pflege',
      currency: 'EUR',
      billingAddress: { city: 'Berlin', country: 'DE' },
      taxId,
    })
    const wrong = await rest('POST', 'client-corporations', client('DE 136695975'))
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('check digits')])
    await create('client-corporations', client('DE 136695976'))
  })
})

describe('labels', () => {
  it('are put on many records at once by whoever may change them, found, told and exported', async () => {
    const person = async (lastName: string) =>
      await create('candidates', {
        firstName: 'Mara',
        lastName,
        zone: 'Europe/London',
        locale: 'en-GB',
        currency: 'GBP',
      })
    const candidates = [await person('Quill'), await person('Reed')]
    const night = await create('labels', {
      name: 'Nights, too',
      colour: '#6d28d9',
      kinds: ['candidates'],
    })
    const account = await create('labels', {
      name: 'Key account',
      colour: '#b45309',
      kinds: ['client-corporations'],
    })
    const twice = await rest('POST', 'labels', { name: 'Nights, too', kinds: ['candidates'] })
    expect([twice.status, twice.text]).toEqual([400, expect.stringContaining('"path":"name"')])

    const put = async (input: object, as: Person = admin) =>
      await rest('POST', 'commands/label-records', { kind: 'candidates', ...input }, as)
    const first = await put({ recordIds: candidates, add: [night] })
    expect(first.json).toEqual({ result: { changed: 2 } })
    expect((await put({ recordIds: candidates, add: [night] })).json).toEqual({
      result: { changed: 0 },
    })
    for (const [input, status, why] of [
      [{ recordIds: candidates, add: [account] }, 422, 'not meant for candidates'],
      [{ recordIds: candidates }, 422, 'Choose a label'],
      [{ recordIds: candidates, add: [night], remove: [night] }, 422, 'at once'],
      [{ recordIds: [night], add: [night] }, 404, 'not found'],
    ] as const) {
      const refused = await put(input)
      expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(why)])
    }
    const payroll = await stage.staff('payroll')
    expect((await put({ recordIds: candidates, remove: [night] }, payroll)).status).toBe(403)

    const found = await rest('GET', `candidates?where[labels][in]=${night}&limit=10`, undefined)
    expect(found.json).toMatchObject({ totalDocs: 2 })
    const file = await rest('GET', 'export/candidates?search=Quill', undefined)
    expect(file.text).toContain('"Nights, too"')
    const story = await rest('GET', `timeline/candidate/${candidates[0]}`, undefined)
    expect(story.json).toMatchObject({
      entries: [{ changes: [{ field: 'Labels', from: '–', to: 'Nights, too' }] }, {}],
    })
    expect((await put({ recordIds: candidates, remove: [night] })).json).toEqual({
      result: { changed: 2 },
    })
  })
})
