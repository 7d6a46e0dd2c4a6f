import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { poolOf, runCommand, sqlOutside } from '#plugins/kernel'
import { findOrCreateCandidate } from '#plugins/crm'
import { startStage, type Person, type Stage } from './security/stage'

let stage: Stage
let admin: NonNullable<Person>
let recruiter: NonNullable<Person>
let payroll: NonNullable<Person>
let trainer: NonNullable<Person>

beforeAll(async () => {
  stage = await startStage()
  ;[admin, recruiter, payroll, trainer] = await Promise.all([
    stage.staff('admin'),
    stage.staff('recruiter'),
    stage.staff('payroll'),
    stage.staff('trainer'),
  ])
})

afterAll(async () => {
  await stage.stop()
})

const command = async (name: string, input: object, as: Person = admin) =>
  await stage.call({ method: 'POST', path: `/api/commands/${name}`, json: input, as })

const added = z.object({ result: z.object({ customFieldId: z.string(), key: z.string() }) })

const add = async (input: object): Promise<{ customFieldId: string; key: string }> => {
  const answer = await command('add-custom-field', { appliesTo: 'candidates', ...input })
  expect(answer.status, answer.text).toBe(200)
  return added.parse(answer.json).result
}

const made = z.object({ doc: z.object({ id: z.string(), custom: z.unknown() }) })
const row = z.object({ id: z.string(), custom: z.unknown() })
const list = z.object({ docs: z.array(row) })
const fieldErrors = z.object({
  errors: z.array(
    z.object({
      data: z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) }),
    }),
  ),
})

const errorsIn = (json: unknown): Record<string, string> =>
  Object.fromEntries(
    fieldErrors
      .parse(json)
      .errors.flatMap(({ data }) => data.errors.map(({ path, message }) => [path, message])),
  )

let count = 0
const post = async (custom: unknown, as: Person = recruiter) => {
  count += 1
  return await stage.call({
    method: 'POST',
    path: '/api/candidates?depth=0',
    as,
    json: {
      firstName: 'Ana',
      lastName: `Silva ${count}`,
      zone: 'UTC',
      locale: 'en-US',
      currency: 'USD',
      custom,
    },
  })
}

const candidate = async (custom?: unknown, as: Person = recruiter): Promise<string> => {
  const answer = await post(custom, as)
  expect(answer.status, answer.text).toBe(201)
  return made.parse(answer.json).doc.id
}

const patch = async (id: string, json: object, as: Person = recruiter) =>
  await stage.call({ method: 'PATCH', path: `/api/candidates/${id}?depth=0`, as, json })

const read = async (id: string, as: Person = recruiter) =>
  row.parse((await stage.call({ path: `/api/candidates/${id}?depth=0`, as })).json).custom

const find = async (query: string, as: Person = recruiter): Promise<string[]> => {
  const answer = await stage.call({ path: `/api/candidates?limit=50&depth=0&${query}`, as })
  expect(answer.status, answer.text).toBe(200)
  return list.parse(answer.json).docs.map(({ id }) => id)
}

describe('fields of the agency’s own', () => {
  it('are defined by whoever keeps the settings, and by nobody else', async () => {
    const refused = await command(
      'add-custom-field',
      { appliesTo: 'candidates', label: 'Badge', type: 'text' },
      recruiter,
    )
    expect(refused.status).toBe(403)
    for (const [method, json] of [
      ['POST', { appliesTo: 'candidates', key: 'x', label: 'X', type: 'text', position: 1 }],
      ['PATCH', { label: 'X' }],
    ] as const) {
      const path = `/api/field-definitions${method === 'PATCH' ? '/0190a000-0000-7000-8000-00000000dead' : ''}`
      expect((await stage.call({ method, path, json, as: admin })).status).toBe(403)
    }
    const wrong = await command('add-custom-field', {
      appliesTo: 'candidates',
      label: 'Class',
      type: 'choice',
      requiredIn: ['married'],
      readPermission: 'everything',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.json).toMatchObject({
      error: {
        fields: {
          options: 'Name at least one choice.',
          requiredIn: expect.stringContaining('Choose from: '),
          readPermission: 'Choose a right from the list.',
        },
      },
    })
    expect(
      (await command('add-custom-field', { appliesTo: 'users', label: 'X', type: 'text' })).status,
    ).toBe(422)
  })

  it('are kept, merged, filtered and cleared through the API, by their types', async () => {
    const badge = await add({ label: 'Badge', type: 'text' })
    const years = await add({ label: 'Years of practice', type: 'number' })
    const shift = await add({
      label: 'Shifts',
      type: 'choices',
      options: [{ label: 'Day' }, { label: 'Night' }],
    })
    const bonus = await add({ label: 'Bonus', type: 'money', currency: 'USD' })
    expect(years.key).toBe('yearsOfPractice')
    const one = await candidate({
      badge: ' A-1 ',
      yearsOfPractice: 7,
      shifts: ['night'],
      bonus: { amountMinor: 50_000, currency: 'USD' },
    })
    const other = await candidate({ badge: 'O\'Hara "7" \\', yearsOfPractice: 2 })
    expect((await patch(one, { custom: { yearsOfPractice: 8, bonus: null } })).status).toBe(200)
    expect(await read(one)).toEqual({ badge: 'A-1', yearsOfPractice: 8, shifts: ['night'] })
    // A save that does not speak of them leaves them alone.
    expect((await patch(one, { headline: 'Nurse' })).status).toBe(200)
    expect(await read(one)).toEqual({ badge: 'A-1', yearsOfPractice: 8, shifts: ['night'] })

    const where = 'where[custom.'
    expect(await find(`${where}badge][equals]=A-1`)).toEqual([one])
    expect(await find(`${where}badge][equals]=${encodeURIComponent('O\'Hara "7" \\')}`)).toEqual([
      other,
    ])
    expect(await find(`${where}badge][like]=o'hara`)).toEqual([other])
    expect(await find(`${where}yearsOfPractice][greater_than]=2`)).toEqual([one])
    expect(await find(`${where}yearsOfPractice][less_than_equal]=2`)).toEqual([other])
    expect(await find(`${where}shifts][contains]=night`)).toEqual([one])
    expect(await find(`${where}bonus][exists]=true`)).toEqual([])
    expect(await find(`${where}badge][in]=A-1,A-2&where[headline][equals]=Nurse`)).toEqual([one])
    expect((await find(`${where}badge][not_equals]=A-1`)).includes(one)).toBe(false)
    for (const query of [
      'where[custom.nothing][equals]=1',
      'where[custom.badge.x][equals]=1',
      'where[custom__nothing][equals]=1',
      'where[custom][equals]=1',
      'where[custom.badge][greater_than]=1',
      'where[custom.yearsOfPractice][equals]=many',
      'sort=custom.badge',
    ]) {
      const answer = await stage.call({ path: `/api/candidates?${query}`, as: recruiter })
      expect(answer.status, `${query} ${answer.text}`).toBe(400)
    }
    // From another kind of record they cannot be reached.
    const across = await stage.call({
      path: '/api/placements?where[candidate.custom.badge][equals]=A-1',
      as: admin,
    })
    expect(across.status).toBe(400)

    const refused = await post({
      badge: 'two\nlines',
      yearsOfPractice: 'many',
      shifts: ['dusk'],
      nope: 1,
    })
    expect(refused.status).toBe(400)
    expect(errorsIn(refused.json)).toEqual({
      'custom.badge': 'Badge: write it on one line.',
      'custom.yearsOfPractice': 'Years of practice: enter a number such as 12.5.',
      'custom.shifts': 'Shifts: choose from: day, night.',
      'custom.nope': expect.stringContaining('There is no field “nope” here.'),
    })
    for (const custom of ['x', ['x'], 7]) expect((await post(custom)).status).toBe(400)
    for (const field of [badge, years, shift, bonus])
      await command('remove-custom-field', { customFieldId: field.customFieldId })
  })

  it('are found by their index', async () => {
    const client = await poolOf(stage.payload).connect()
    try {
      await client.query('begin')
      await client.query('set local enable_seqscan = off')
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select id from candidates where custom @> '{"badge": "A-1"}'::jsonb`,
      )
      await client.query('rollback')
      expect(rows.map((line) => line['QUERY PLAN']).join('\n')).toContain('candidates_custom')
    } finally {
      client.release()
    }
  })

  it('are asked for in forms and before a state, but never of outside people or the system', async () => {
    const vetted = await add({ label: 'Vetted by', type: 'text', requiredIn: ['active'] })
    const always = await add({ label: 'Cost centre', type: 'text', isRequired: true })
    expect(errorsIn((await post(undefined)).json)).toEqual({
      'custom.costCentre': 'Cost centre: please fill this in.',
    })
    const id = await candidate({ costCentre: '12' })
    // By hand, as the workflow allows it.
    const refused = await patch(id, { state: 'active' })
    expect(errorsIn(refused.json)).toEqual({
      'custom.vettedBy': 'Vetted by: please fill this in.',
    })
    expect((await patch(id, { headline: 'Only this' })).status).toBe(200)
    expect((await patch(id, { state: 'active', custom: { vettedBy: 'Maya' } })).status).toBe(200)
    expect(errorsIn((await patch(id, { custom: { vettedBy: null } })).json)).toEqual({
      'custom.vettedBy': 'Vetted by: please fill this in.',
    })
    // An application from the site.
    const applied = await runCommand({
      command: findOrCreateCandidate,
      req: await stage.systemRequest(),
      input: { firstName: 'Lu', lastName: 'Wei', email: 'lu.wei@people.test' },
    })
    expect(applied.ok).toBe(true)
    for (const field of [vetted, always])
      await command('remove-custom-field', { customFieldId: field.customFieldId })
  })

  it('appear while their condition holds', async () => {
    const drives = await add({ label: 'Drives', type: 'yesNo' })
    const asked = await add({
      label: 'Licence class',
      type: 'choice',
      options: [{ label: 'B' }, { label: 'C' }],
      isRequired: true,
      showWhen: { key: drives.key, is: 'any-of', values: [true] },
    })
    await candidate({ drives: false })
    expect(errorsIn((await post({ drives: true })).json)).toEqual({
      'custom.licenceClass': 'Licence class: please fill this in.',
    })
    await candidate({ drives: true, licenceClass: 'c' })
    const needed = await command('remove-custom-field', { customFieldId: drives.customFieldId })
    expect(needed.status).toBe(409)
    expect(needed.text).toContain('Licence class')
    for (const field of [asked, drives])
      await command('remove-custom-field', { customFieldId: field.customFieldId })
  })

  it('show and take values within the rights that they ask for', async () => {
    const secret = await add({ label: 'Wage claim', type: 'text', readPermission: 'pay.read' })
    const open = await add({ label: 'Locker', type: 'text', writePermission: 'settings.write' })
    const id = await candidate({ wageClaim: 'open' })
    expect(await read(id, payroll)).toEqual({ wageClaim: 'open' })
    expect(await read(id, trainer)).toEqual({})
    expect(await find('where[custom.wageClaim][equals]=open', payroll)).toEqual([id])
    const guess = await stage.call({
      path: '/api/candidates?where[custom.wageClaim][equals]=open',
      as: trainer,
    })
    expect(guess.status).toBe(400)
    expect(guess.text).not.toContain('custom.wageClaim,')
    expect(errorsIn((await patch(id, { custom: { locker: '12' } })).json)).toEqual({
      'custom.locker': 'You may not change “Locker”.',
    })
    expect((await patch(id, { custom: { locker: '12' } }, admin)).status).toBe(200)
    // Somebody who does not see it saves the record: it stays.
    const sales = await stage.staffRequest({ permissions: ['candidates.read', 'candidates.write'] })
    await stage.payload.update({
      collection: 'candidates',
      id,
      data: { headline: 'Saved', custom: { locker: '12' } },
      req: sales,
      overrideAccess: false,
    })
    expect(await read(id, admin)).toEqual({ wageClaim: 'open', locker: '12' })

    await patch(id, { custom: { wageClaim: 'settled' } })
    const timeline = z.object({
      entries: z.array(
        z.object({
          changes: z.array(
            z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
          ),
        }),
      ),
    })
    const { recordTimeline } = await import('../../plugins/kernel/queries/record-timeline')
    const seenBy = async (permissions: string[]) => {
      const page = await recordTimeline({
        req: await stage.staffRequest({
          permissions: ['activity.read', 'candidates.read', ...permissions],
        }),
        subject: { kind: 'candidate', id },
      })
      return timeline.parse(page.ok ? page.value : null).entries[0]?.changes
    }
    expect(await seenBy(['pay.read'])).toEqual([
      { field: 'Wage claim', from: 'open', to: 'settled' },
    ])
    expect(await seenBy([])).toEqual([{ field: 'Wage claim', from: null, to: null }])
    const stored = await sqlOutside(stage.payload).rows({
      schema: z.object({ changes: z.unknown() }),
      text: `select changes from domain_events where subject_id = $1 and changes::text like '%settled%'`,
      values: [id],
    })
    expect(stored).toEqual([])
    for (const field of [secret, open])
      await command('remove-custom-field', { customFieldId: field.customFieldId })
  })

  it('keep their values when they are renamed, ordered, removed and brought back', async () => {
    const size = await add({
      label: 'Shirt',
      type: 'choice',
      options: [{ label: 'Small' }, { label: 'Large' }],
    })
    const shoe = await add({ label: 'Shoe', type: 'number' })
    const id = await candidate({ shirt: 'small', shoe: 42 })
    const renamed = await command('change-custom-field', {
      customFieldId: size.customFieldId,
      label: 'Size of shirt',
      options: [{ value: 'large', label: 'L' }, { label: 'XL' }],
    })
    expect(renamed.status, renamed.text).toBe(200)
    expect(await read(id)).toEqual({ shirt: 'small', shoe: 42 })
    // No longer offered, but where it is it does no harm.
    expect((await patch(id, { custom: { shirt: 'small', shoe: 43 } })).status).toBe(200)
    expect((await post({ shirt: 'small' })).status).toBe(400)
    expect((await post({ shirt: 'xl' })).status).toBe(201)

    const ids = [shoe.customFieldId, size.customFieldId]
    const order = async (customFieldIds: string[]) =>
      (await command('order-custom-fields', { appliesTo: 'candidates', customFieldIds })).status
    expect(await order(ids)).toBe(200)
    expect(await order([shoe.customFieldId])).toBe(409)
    expect(await order([shoe.customFieldId, shoe.customFieldId])).toBe(409)

    await command('remove-custom-field', { customFieldId: shoe.customFieldId })
    expect(await read(id)).toEqual({ shirt: 'small' })
    expect((await patch(id, { custom: { shoe: 44 } })).status).toBe(400)
    expect((await patch(id, { custom: { shirt: 'large' } })).status).toBe(200)
    const back = await command('restore-custom-field', { customFieldId: shoe.customFieldId })
    expect(back.status, back.text).toBe(200)
    expect(await read(id)).toEqual({ shirt: 'large', shoe: 43 })
    // A key is never given to another field.
    const again = await add({ label: 'Shoe size', type: 'text' })
    expect(again.key).toBe('shoeSize')
    for (const customFieldId of [...ids, again.customFieldId])
      await command('remove-custom-field', { customFieldId })
    expect((await add({ label: 'Shoe', type: 'text' })).key).toBe('shoe2')
  })

  it('name people whom the writer may see', async () => {
    await add({ label: 'Mentor', type: 'person', personKind: 'user' })
    const id = await candidate({ mentor: { kind: 'user', id: admin.id } })
    expect(await find(`where[custom.mentor][equals]=${admin.id}`)).toEqual([id])
    const nobody = await post({
      mentor: { kind: 'user', id: '0190a000-0000-7000-8000-00000000dead' },
    })
    expect(errorsIn(nobody.json)).toEqual({
      'custom.mentor': 'Mentor: choose a person who is on record.',
    })
  })

  it('are added one after another when several people do it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () =>
        command('add-custom-field', { appliesTo: 'client-contacts', label: 'Floor', type: 'text' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422])
  })
})

describe('a list with fields of the agency’s own', () => {
  it('is taken away as a file with what its reader may see, harmless in a spreadsheet', async () => {
    await add({ label: 'Union', type: 'text' })
    await add({ label: 'Claim', type: 'text', readPermission: 'pay.read' })
    const id = await candidate({ union: '=cmd|"/c calc"!A1', claim: 'secret-claim' })
    await candidate({ union: 'Local 7' })
    const own = encodeURIComponent(
      JSON.stringify([{ key: 'union', operator: 'exists', value: true }]),
    )
    const file = async (query: string, as: Person) =>
      await stage.call({ path: `/api/export/candidates?${query}`, as })
    const seen = await file(`own=${own}`, payroll)
    expect(seen.status, seen.text).toBe(200)
    expect(seen.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [header, ...lines] = seen.text.trimEnd().split('\r\n')
    expect(header).toContain('Union')
    expect(lines).toHaveLength(2)
    expect(seen.text).toContain(`"'=cmd|""/c calc""!A1"`)
    expect(seen.text).toContain('secret-claim')
    const less = await file(`own=${own}`, trainer)
    expect(less.text).not.toContain('secret-claim')
    expect(less.text).not.toContain('Claim')
    // What the reader may not filter by is left out of the filter of the list.
    const guess = JSON.stringify([{ key: 'claim', operator: 'equals', value: 'secret-claim' }])
    const all = await file('', trainer)
    expect((await file(`own=${encodeURIComponent(guess)}`, trainer)).text).toBe(all.text)
    expect((await file('where={', payroll)).status).toBe(400)
    expect(
      (
        await file(`where=${encodeURIComponent('{"id":{"in":["' + id + '"]}}')}`, payroll)
      ).text.split('\r\n'),
    ).toHaveLength(3)
    expect((await file('', null)).status).toBe(403)
    expect((await stage.call({ path: '/api/export/users', as: admin })).status).toBe(404)
    const sheet = await file('format=xlsx&sort=lastName', payroll)
    expect(sheet.status).toBe(200)
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml.sheet')
    expect(sheet.text.startsWith('PK')).toBe(true)
    expect((await file('format=exe', payroll)).status).toBe(422)
    // More than a page: every record once, whatever the order.
    await sqlOutside(stage.payload).run({
      text: `insert into candidates (id, name, first_name, last_name, city, state, currency, zone,
          locale, created_at, updated_at)
        select uuid_v7(), 'Pat Person ' || n, 'Pat', 'Person ' || n, 'Manytown', 'new', 'USD', 'UTC',
          'en-US', now(), now()
        from generate_series(1, 620) n`,
      values: [],
    })
    const many = encodeURIComponent('{"city":{"equals":"Manytown"}}')
    for (const order of ['', '&sort=lastName']) {
      const long = await file(`where=${many}${order}`, payroll)
      const names = long.text.match(/Pat Person \d+/g) ?? []
      expect(new Set(names).size).toBe(620)
      expect(long.text.trimEnd().split('\r\n')).toHaveLength(621)
    }
    const orders = await stage.call({ path: '/api/export/job-orders', as: admin })
    expect(orders.status).toBe(200)
    expect(orders.text).toContain('Client')
    const told = await sqlOutside(stage.payload).rows({
      schema: z.object({ changes: z.unknown() }),
      text: `select changes from domain_events where name = 'records.exported' and actor_id = $1
        order by at limit 1`,
      values: [payroll.id],
    })
    expect(told).toEqual([{ changes: { list: [null, 'candidates'], records: [null, 2] } }])
  })
})
