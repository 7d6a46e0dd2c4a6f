import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { sqlOutside } from '#plugins/kernel'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

let stage: Stage
let admin: NonNullable<Person>
let recruiter: NonNullable<Person>
const ids: Record<string, string> = {}

const made = z.object({ doc: z.object({ id: z.string() }) })

const create = async (collection: string, data: object): Promise<string> => {
  const answer = await stage.call({
    method: 'POST',
    path: `/api/${collection}`,
    as: admin,
    json: data,
  })
  expect(answer.status, answer.text).toBe(201)
  return made.parse(answer.json).doc.id
}

const candidate = async (key: string, data: object): Promise<void> => {
  ids[key] = await create('candidates', {
    zone: 'Europe/London',
    locale: 'en-GB',
    currency: 'GBP',
    country: 'GB',
    ...data,
  })
}

const change = async (key: string, data: object) => {
  const answer = await stage.call({
    method: 'PATCH',
    path: `/api/candidates/${ids[key]}?trash=true`,
    as: admin,
    json: data,
  })
  expect(answer.status, answer.text).toBe(200)
}

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
  recruiter = await stage.staff('recruiter')
  ids.java = await create('skills', { name: 'Zyxlang', aliases: ['ZXL'], category: 'it' })
  ids.glass = await create('skills', { name: 'Glassblowing', category: 'industrial' })
  ids.licence = await create('credential-types', { name: 'Forklift licence' })
  await candidate('ada', {
    firstName: 'Ada',
    lastName: 'Núñez-Grant',
    email: 'ada@people.test',
    phone: '+44 7700 900123',
    headline: 'Senior C++ developer',
    skills: ['zxl', 'night shift'],
    expertise: [{ skill: ids.java, years: 7 }],
    workHistory: [{ title: 'Site manager', employer: 'Northwind', startedIn: '2020-01' }],
    availableOn: '2026-12-01',
    desiredPayRateE4: 250_000,
    employmentTypes: ['permanent'],
    availability: [{ kind: 'unavailable', from: '2027-01-01', to: '2027-01-31' }],
  })
  await candidate('łukasz', {
    firstName: 'Łukasz',
    lastName: 'Wiśniewski',
    email: 'lukasz@people.test',
    headline: 'C developer, manager of a night bus',
    expertise: [
      { skill: ids.java, years: 2 },
      { skill: ids.glass, years: 10 },
    ],
    availability: [{ kind: 'available', from: '2027-01-05', to: '2027-02-05' }],
    desiredPayRateE4: 400_000,
  })
  await candidate('bea', {
    firstName: 'Bea',
    lastName: 'Blocked',
    email: 'bea@people.test',
    headline: 'Developer',
  })
  await sqlOutside(stage.payload).run({
    text: `update candidates set state = 'do_not_use' where id = $1`,
    values: [ids.bea],
  })
  await sqlOutside(stage.payload).run({
    text: `insert into credentials (id, candidate_id, type_id, state, expires_on)
      values (uuid_v7(), $1, $2, 'verified', '2027-06-30')`,
    values: [ids.ada, ids.licence],
  })
})

afterAll(async () => {
  await stage.stop()
})

const part = z.object({ text: z.string(), isHit: z.boolean() })
const answerShape = z.object({
  hits: z.array(
    z.object({
      id: z.string(),
      name: z.array(part),
      payRateE4: z.number().nullable(),
      km: z.number().nullable(),
      lastContactAt: z.string().nullable(),
      snippet: z.array(part).nullable(),
    }),
  ),
  total: z.object({ count: z.number(), isMore: z.boolean() }).nullable(),
  next: z.string().nullable(),
  isAlike: z.boolean(),
  facets: z
    .object({ skills: z.array(z.object({ label: z.string(), count: z.number() })) })
    .nullable(),
})

const search = async (query: Record<string, string> | URLSearchParams, as: Person = admin) => {
  const answer = await stage.call({
    path: `/api/candidates/search?${new URLSearchParams(query)}`,
    as,
  })
  expect(answer.status, answer.text).toBe(200)
  return answerShape.parse(answer.json)
}

const foundBy = async (query: Record<string, string>): Promise<string[]> => {
  const { hits } = await search(query)
  return hits.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id) ?? id).sort()
}

describe('the search for candidates', () => {
  it.each([
    ['developer', ['ada', 'łukasz']],
    ['c++', ['ada']],
    ['c', ['łukasz']],
    ['"senior c++ developer"', ['ada']],
    ['"night shift"', ['ada']],
    ['night', ['ada', 'łukasz']],
    ['night -shift', ['łukasz']],
    ['shift OR bus', ['ada', 'łukasz']],
    ['(shift OR bus) NOT senior', ['łukasz']],
    ['develop*', ['ada', 'łukasz']],
    ['title:manager', ['ada', 'łukasz']],
    ['title:"site manager"', ['ada']],
    ['skill:manager', []],
    ['skill:zyxlang', ['ada', 'łukasz']],
    ['northwind', ['ada']],
    ['nunez', ['ada']],
    ['NÚÑEZ', ['ada']],
    ['lukasz wisniewski', ['łukasz']],
    ['wisniewksi', ['łukasz']],
    ['07700 900123', ['ada']],
    ['+44 7700 900123', ['ada']],
    ['ada@people.test', ['ada']],
    ['nobodyatall', []],
  ])('finds by %j', async (q, expected) => {
    expect(await foundBy({ q })).toEqual([...expected].sort())
  })

  it.each([
    ['who is blocked only when asked for', { state: 'do_not_use' }, ['bea']],
    ['all others without', {}, ['ada', 'łukasz']],
    ['years of a skill', () => ({ skill: `${ids.java}:5` }), ['ada']],
    ['a skill of any years', () => ({ skill: String(ids.java) }), ['ada', 'łukasz']],
    ['days that begin after a start', { from: '2026-12-10', to: '2026-12-20' }, ['ada']],
    ['days that somebody is away', { from: '2027-01-10', to: '2027-01-20' }, ['łukasz']],
    ['days beyond a time', { from: '2027-02-01', to: '2027-02-20' }, ['ada']],
    ['pay', { pay: '30' }, ['ada']],
    ['pay in another currency', { pay: '30', currency: 'USD' }, []],
    ['a kind of work, or none said', { employment: 'permanent' }, ['ada', 'łukasz']],
    ['another kind of work', { employment: 'temp' }, ['łukasz']],
    ['a credential', () => ({ credential: String(ids.licence) }), ['ada']],
    [
      'a credential that ends before',
      () => ({ credential: String(ids.licence), valid: '2027-07-01' }),
      [],
    ],
  ])('filters by %s', async (_what, query, expected) => {
    expect(await foundBy(typeof query === 'function' ? query() : { ...query })).toEqual(
      [...expected].sort(),
    )
  })

  it('finds within a distance and sorts by it', async () => {
    const place = async (key: string, latitude: number, longitude: number) =>
      await sqlOutside(stage.payload).run({
        text: 'update candidates set latitude = $2, longitude = $3 where id = $1',
        values: [ids[key], latitude, longitude],
      })
    await place('ada', 51.5072, -0.1276)
    await place('łukasz', 51.4543, -0.9781)
    const near = { near: '51.5072,-0.1276', sort: 'distance' }
    expect(await foundBy({ ...near, within: '50' })).toEqual(['ada'])
    const { hits } = await search({ ...near, within: '70' })
    expect(hits.map(({ id, km }) => [id, km])).toEqual([
      [ids.ada, 0],
      [ids.łukasz, 59],
    ])
  })

  it('finds people by the postcode or town of their profile, around the place typed', async () => {
    await change('ada', { postcode: 'rg1 4ps' })
    await change('łukasz', { city: 'Leeds' })
    await sqlOutside(stage.payload).run({
      text: 'update candidates set latitude = null, longitude = null where id = any($1::uuid[])',
      values: [[ids.ada, ids.łukasz]],
    })
    expect(await foundBy({ place: 'Reading, GB', within: '5' })).toEqual(['ada'])
    expect(await foundBy({ place: 'RG30 1AA', within: '5', unit: 'mi' })).toEqual(['ada'])
    expect(
      await foundBy({ place: 'York, GB', within: '20', unit: 'mi', sort: 'distance' }),
    ).toEqual([])
    expect(await foundBy({ place: 'Harrogate', within: '30', unit: 'mi' })).toEqual(['łukasz'])
    await change('łukasz', { postcode: 'zz9 9zz', city: 'Nowhere-on-Sea' })
    expect(await foundBy({ place: 'Harrogate', within: '30' })).toEqual([])
  })

  it('asks which place was meant, and offers places as they are typed', async () => {
    const asked = async (place: string) => {
      const answer = await stage.call({
        path: `/api/candidates/search?${new URLSearchParams({ place })}`,
        as: admin,
      })
      return [answer.status, answer.text]
    }
    expect(await asked('Springfield')).toEqual([
      422,
      expect.stringContaining('Springfield, IL, US'),
    ])
    expect(await asked('Atlantis')).toEqual([422, expect.stringContaining('Try a town')])
    const offered = await stage.call({ path: '/api/places/suggest?q=newc', as: recruiter })
    expect(offered.text).toContain('Newcastle upon Tyne, GB')
    expect((await stage.call({ path: '/api/places/suggest?q=%25_', as: recruiter })).status).toBe(
      200,
    )
    for (const as of [null, await stage.staff('editor')])
      expect((await stage.call({ path: '/api/places/suggest?q=new', as })).status).toBe(403)
  })

  it('places everybody anew when a place is added', async () => {
    expect(await foundBy({ near: '54.05,-0.5', within: '5' })).toEqual([])
    await create('places', {
      name: 'Nowhere-on-Sea',
      country: 'GB',
      latitude: 54.05,
      longitude: -0.5,
    })
    await sqlOutside(stage.payload).run({
      text: `update candidate_search_rebuild set asked_at = now() - interval '1 minute'`,
    })
    await runQueuedJobs({ app: stage, queues: ['rebuild-search'], data: {} })
    expect(await foundBy({ near: '54.05,-0.5', within: '5' })).toEqual(['łukasz'])
    expect(
      await sqlOutside(stage.payload).rows({
        schema: z.unknown(),
        text: 'select from candidate_search_rebuild',
      }),
    ).toEqual([])
  })

  it('knows when somebody was last spoken with or written to', async () => {
    const sql = sqlOutside(stage.payload)
    const call = async (outcome: string, at: string) =>
      await sql.run({
        text: `insert into notes (id, kind, outcome, called_at, about_kind, about_id, text)
          values (uuid_v7(), 'call', $1, $2, 'candidate', $3, 'Hello')`,
        values: [outcome, at, ids.ada],
      })
    const lastOf = async (key: string) =>
      (await search({ sort: 'contact' })).hits.find(({ id }) => id === ids[key])?.lastContactAt
    expect(await lastOf('ada')).toBeNull()
    expect(await foundBy({ contact: 'never' })).toEqual(['ada', 'łukasz'])
    await call('no-answer', '2026-10-03T09:00:00Z')
    expect(await lastOf('ada')).toBeNull()
    await call('reached', '2020-10-01T09:00:00.123Z')
    expect(await lastOf('ada')).toBe('2020-10-01T09:00:00.123Z')
    expect(await foundBy({ contact: 'never' })).toEqual(['łukasz'])
    expect(await foundBy({ contact: 'not:30' })).toEqual(['ada', 'łukasz'])
    expect(await foundBy({ contact: 'within:30' })).toEqual([])
    await sql.run({
      text: `insert into outbound_mails (id, subject, "to", content, dedupe_key, state, sent_at)
        values (uuid_v7(), 'Hello', 'ada@people.test', '{}', 'contact-test', 'sent', now())`,
    })
    expect(await foundBy({ contact: 'within:30' })).toEqual(['ada'])
    const { hits } = await search({ sort: 'contact' })
    expect(hits.map(({ id }) => id)).toEqual([ids.łukasz, ids.ada])
    await sql.run({ text: `delete from outbound_mails where dedupe_key = 'contact-test'` })
    await sql.run({
      text: 'update notes set removed_at = now() where about_id = $1',
      values: [ids.ada],
    })
    expect(await lastOf('ada')).toBeNull()
  })

  it('marks what was found, counts it and divides it', async () => {
    const { hits, total, facets } = await search({ q: 'nunez' })
    expect(hits[0]?.name).toContainEqual({ text: 'Núñez', isHit: true })
    expect(total).toEqual({ count: 1, isMore: false })
    expect(facets?.skills).toContainEqual(expect.objectContaining({ label: 'Zyxlang', count: 1 }))
    expect((await search({ q: 'wisniewksi' })).isAlike).toBe(true)
  })

  it('finds the text of a CV, and shows its place', async () => {
    await sqlOutside(stage.payload).run({
      text: `insert into documents (id, candidate_id, kind, text, text_state, scan_status)
        values (uuid_v7(), $1, 'cv', $2, 'done', 'clean')`,
      values: [ids.ada, 'Long ago: built turbines in Aberdeen for the grid.'],
    })
    const { hits } = await search({ q: 'turbines' })
    expect(hits.map(({ id }) => id)).toEqual([ids.ada])
    expect(hits[0]?.snippet).toContainEqual({ text: 'turbines', isHit: true })
  })

  it('follows a candidate into the bin, out of it, and out of a consent', async () => {
    await change('ada', { deletedAt: new Date().toISOString() })
    expect(await foundBy({ q: 'nunez' })).toEqual([])
    await change('ada', { deletedAt: null, headline: 'Astronaut' })
    expect(await foundBy({ q: 'astronaut nunez turbines' })).toEqual(['ada'])
    const consent = async (withdrawn: string | null) =>
      await sqlOutside(stage.payload).run({
        text: `insert into consents (id, candidate_id, purpose, text, text_version, channel, given_at,
            withdrawn_at) values (uuid_v7(), $1, 'talent-pool', 'Yes', '1', 'phone', now(), $2)`,
        values: [ids.ada, withdrawn],
      })
    await consent('2026-01-01T00:00:00Z')
    expect(await foundBy({ q: 'astronaut' })).toEqual([])
    await consent(null)
    expect(await foundBy({ q: 'astronaut' })).toEqual(['ada'])
  })

  it('follows a skill that is renamed', async () => {
    const answer = await stage.call({
      method: 'PATCH',
      path: `/api/skills/${ids.glass}`,
      as: admin,
      json: { name: 'Lampworking' },
    })
    expect(answer.status, answer.text).toBe(200)
    expect(await foundBy({ q: 'skill:lampworking' })).toEqual(['łukasz'])
  })
})

describe('what may be asked', () => {
  it('is nothing for those who may not see candidates', async () => {
    const editor = await stage.staff('editor')
    const portal = await stage.portal({ candidate: ids.ada ?? '' })
    for (const as of [null, editor, portal])
      expect((await stage.call({ path: '/api/candidates/search?q=ada', as })).status).toBe(403)
  })

  it('is no pay for those who may not see pay: no filter, no figure', async () => {
    const trainer = await stage.staff('trainer')
    const refused = await stage.call({ path: '/api/candidates/search?pay=30', as: trainer })
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('pay')])
    const { hits } = await search({ q: 'lukasz' }, trainer)
    expect(hits[0]?.payRateE4).toBeNull()
    expect((await search({ q: 'lukasz' }, recruiter)).hits[0]?.payRateE4).toBe(400_000)
  })

  it('is told in the audit, in the words typed', async () => {
    await search({ q: 'turbines aberdeen' }, recruiter)
    const told = await sqlOutside(stage.payload).rows({
      schema: z.object({ values: z.unknown() }),
      text: `select p.values from domain_events e join domain_event_personal p on p.event_id = e.id
        where e.name = 'candidate.searched' and e.actor_id = $1`,
      values: [recruiter.id],
    })
    expect(JSON.stringify(told)).toContain('turbines aberdeen')
  })

  it('names the place of what cannot be understood', async () => {
    for (const [query, field] of [
      ['q=%22open', 'q'],
      ['owner=me', 'owner'],
      ['after=x', 'after'],
      ['from=2026-02-31', 'from'],
    ] as const) {
      const answer = await stage.call({ path: `/api/candidates/search?${query}`, as: admin })
      expect(answer.status, query).toBe(422)
      expect(answer.text).toContain(`"${field}"`)
    }
  })

  it('never breaks, whatever is typed', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        "'",
        '\\',
        ':*',
        '<->',
        '!',
        '&',
        '|',
        '%',
        '_',
        '$1',
        'e1',
        '1e5',
        'x_y',
        '#',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 6 }), async (parts) => {
        const answer = await stage.call({
          path: `/api/candidates/search?${new URLSearchParams({ q: parts.join(' ').toWellFormed() })}`,
          as: admin,
        })
        // What cannot be stored is refused at the door, before anything is read into it.
        const refusal = parts.join(' ').includes('\0') ? 400 : 422
        expect([200, refusal], `${parts.join(' ')}: ${answer.text}`).toContain(answer.status)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a saved search', () => {
  const run = async (command: string, input: object, as: Person = recruiter) =>
    await stage.call({ method: 'POST', path: `/api/commands/${command}`, as, json: input })

  const saved = async (name: string, more: object = {}, as: Person = recruiter) => {
    const answer = await run('save-search', { name, search: '?q=welder&after=x', ...more }, as)
    expect(answer.status, answer.text).toBe(200)
    return z.object({ result: z.object({ savedSearchId: z.string() }) }).parse(answer.json).result
      .savedSearchId
  }

  const seenBy = async (as: Person): Promise<string[]> => {
    const answer = await stage.call({ path: '/api/saved-searches?limit=100', as })
    expect(answer.status, answer.text).toBe(200)
    return z
      .object({ docs: z.array(z.object({ name: z.string(), search: z.string() })) })
      .parse(answer.json)
      .docs.map(({ name, search }) => `${name}: ${search}`)
  }

  it('is seen by whom it is shared with, and changed by its owner', async () => {
    const colleague = await stage.staffWith(['candidates.read'])
    const id = await saved('Welders')
    expect(await seenBy(recruiter)).toEqual(['Welders: q=welder'])
    expect(await seenBy(colleague)).toEqual([])
    expect(
      (await run('change-saved-search', { savedSearchId: id, name: 'Mine' }, colleague)).status,
    ).toBe(404)
    expect((await run('show-search-first', { savedSearchId: id }, colleague)).status).toBe(404)
    expect((await run('change-saved-search', { savedSearchId: id, sharing: 'all' })).status).toBe(
      200,
    )
    expect(await seenBy(colleague)).toEqual(['Welders: q=welder'])
    for (const command of ['change-saved-search', 'remove-saved-search'])
      expect((await run(command, { savedSearchId: id }, colleague)).status).toBe(403)
    expect((await run('show-search-first', { savedSearchId: id }, colleague)).status).toBe(200)
    expect((await run('show-search-first', {}, colleague)).status).toBe(200)
    expect((await run('remove-saved-search', { savedSearchId: id }, admin)).status).toBe(200)
    expect(await seenBy(colleague)).toEqual([])
  })

  it('may ask for who is in a pool, of those pools that the reader sees', async () => {
    const rest = async (path: string, json: object, as: Person) => {
      const answer = await stage.call({ method: 'POST', path, as, json })
      expect(answer.status, answer.text).toBeLessThan(300)
      return z.object({ doc: z.object({ id: z.string() }).optional() }).parse(answer.json).doc?.id
    }
    const word = `pool${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}`
    const made = await Promise.all(
      ['one', 'two'].map(
        async (name) =>
          await rest(
            '/api/candidates',
            {
              firstName: name,
              lastName: word,
              email: `${name}.${word}@people.test`,
              zone: 'Europe/London',
              locale: 'en-GB',
              currency: 'GBP',
            },
            admin,
          ),
      ),
    )
    const pool = await rest('/api/talent-pools', { name: word, isShared: false }, admin)
    await rest('/api/commands/add-to-pool', { poolId: pool, candidateIds: [made[0]] }, admin)
    const found = async (as: Person, id = pool) =>
      await stage.call({ path: `/api/candidates/search?q=${word}&pool=${id}`, as })
    const hits = z.object({ hits: z.array(z.object({ id: z.string() })) })
    expect(hits.parse((await found(admin)).json).hits).toEqual([{ id: made[0] }])
    for (const answer of [
      await found(recruiter),
      await found(admin, made[0]),
      await found(admin, 'x'),
    ])
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('"pool"')])
  })

  it('is shared with a role, and with nobody who is not of it', async () => {
    const { id: roleId } = z
      .object({ docs: z.array(z.object({ id: z.string() })).length(1) })
      .parse(
        (await stage.call({ path: '/api/roles?where[key][equals]=recruiter', as: admin })).json,
      ).docs[0] ?? { id: '' }
    const id = await saved('Of the role', { sharing: 'role', roleId }, admin)
    expect(await seenBy(recruiter)).toEqual(['Of the role: q=welder'])
    expect(await seenBy(await stage.staff('trainer'))).toEqual([])
    expect((await run('remove-saved-search', { savedSearchId: id }, admin)).status).toBe(200)
  })

  it.each([
    ['name', { name: ' ', search: 'q=x' }],
    ['search', { name: 'Nothing', search: 'sort=newest' }],
    ['search', { name: 'Open', search: 'q="x' }],
    ['roleId', { name: 'Role', search: 'q=x', sharing: 'role' }],
    ['sharing', { name: 'World', search: 'q=x', sharing: 'world' }],
  ])('says what is wrong with %s', async (field, input) => {
    const answer = await run('save-search', input)
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(`"${field}"`)])
  })

  it('has a name of its own, and is for nobody who may not see candidates', async () => {
    await saved('Twice')
    expect((await run('save-search', { name: 'twice', search: 'q=y' })).status).toBe(422)
    const editor = await stage.staff('editor')
    expect((await run('save-search', { name: 'Mine', search: 'q=y' }, editor)).status).toBe(403)
    expect((await stage.call({ path: '/api/saved-searches', as: editor })).status).toBe(403)
    expect(
      (
        await stage.call({
          method: 'POST',
          path: '/api/saved-searches',
          as: admin,
          json: { name: 'Past the commands', search: 'q=y', owner: admin.id },
        })
      ).status,
    ).toBe(403)
  })
})

describe('the table of the search', () => {
  it('is what putting every candidate in anew would make, whatever was done', async () => {
    const sql = sqlOutside(stage.payload)
    const read = async () =>
      await sql.rows({
        schema: z.object({ text: z.string() }),
        text: 'select to_jsonb(s)::text as text from candidate_search s order by candidate_id',
      })
    const acts = [
      `update candidates set headline = 'Welder', city = 'Leeds' where id = any($1::uuid[])`,
      `update candidates set deleted_at = now() where id = any($1::uuid[])`,
      `update candidates set deleted_at = null where id = any($1::uuid[])`,
      `update candidates set state = 'anonymised' where id = any($1::uuid[])`,
      `update candidates set state = 'active', latitude = 50, longitude = 8 where id = any($1::uuid[])`,
      `insert into candidates_texts ("order", parent_id, path, text)
        select 9, id, 'skills', 'Zyxlang' from unnest($1::uuid[]) id`,
      `delete from candidates_texts where parent_id = any($1::uuid[])`,
      `delete from candidates_expertise where _parent_id = any($1::uuid[])`,
      `insert into candidates_expertise (_order, _parent_id, id, skill_id, years)
        select 1, id, gen_random_uuid()::text, (select min(id::text)::uuid from skills), 3
        from unnest($1::uuid[]) id`,
      `insert into candidates_availability (_order, _parent_id, id, kind, "from", "to")
        select 1, id, gen_random_uuid()::text, 'unavailable', '2026-02-31', '2026-01-01'
        from unnest($1::uuid[]) id`,
      `delete from candidates_availability where _parent_id = any($1::uuid[])`,
      `insert into documents (id, candidate_id, kind, text, text_state, scan_status)
        select uuid_v7(), id, 'cv', 'Turbines', 'done', 'clean' from unnest($1::uuid[]) id`,
      `update documents set text = 'Generators' where candidate_id = any($1::uuid[])`,
      `update documents set candidate_id = null where candidate_id = any($1::uuid[])`,
      `insert into consents (id, candidate_id, purpose, text, text_version, channel, given_at,
        withdrawn_at) select uuid_v7(), id, 'application', 'Yes', '1', 'phone', now(), now()
        from unnest($1::uuid[]) id`,
      `delete from consents where candidate_id = any($1::uuid[])`,
      `insert into notes (id, kind, about_kind, about_id, text)
        select uuid_v7(), 'note', 'candidate', id::text, 'Spoke' from unnest($1::uuid[]) id`,
      `update credentials set expires_on = '2028-01-01' where candidate_id = any($1::uuid[])`,
    ]
    const people = [ids.ada, ids.łukasz, ids.bea]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...acts), fc.subarray(people, { minLength: 1 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (steps) => {
          for (const [text, some] of steps) await sql.run({ text, values: [some] })
          const kept = await read()
          await sql.run({ text: 'delete from candidate_search' })
          await sql.run({
            text: `select candidate_search_refresh((select array_agg(id) from candidates), '{}')`,
          })
          expect(kept).toEqual(await read())
          const left = await sql.rows({
            schema: z.object({ transaction: z.unknown() }),
            text: 'select transaction from candidate_search_due',
          })
          expect(left).toEqual([])
        },
      ),
      { numRuns: 15 },
    )
  })

  it('holds what two transactions changed of one person at once', async () => {
    const person = await sqlOutside(stage.payload).first({
      schema: z.object({ id: z.string() }),
      text: `insert into candidates (id, first_name, last_name, name)
        values (uuid_v7(), 'Many', 'Atonce', 'Many Atonce') returning id`,
    })
    await Promise.all(
      Array.from({ length: 6 }, async (_, at) => {
        await sqlOutside(stage.payload).run({
          text: `insert into candidates_texts ("order", parent_id, path, text)
            values ($1, $2, 'skills', $3)`,
          values: [at + 20, person?.id, `parallel${at}`],
        })
      }),
    )
    const { hits } = await search({
      q: Array.from({ length: 6 }, (_, at) => `parallel${at}`).join(' '),
    })
    expect(hits.map(({ id }) => id)).toEqual([person?.id])
  })

  it('pages to the last without leaving anybody out or showing anybody twice', async () => {
    await sqlOutside(stage.payload).run({
      text: `insert into candidates (id, first_name, last_name, name, headline, created_at)
        select uuid_v7(), 'Page', n::text, 'Page ' || n, repeat('pager ', 1 + n % 3),
          timestamptz '2026-01-01' + make_interval(mins => n / 7)
        from generate_series(1, 90) n`,
    })
    for (const sort of ['newest', 'relevance', 'contact']) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const page: z.output<typeof answerShape> = await search({
          q: 'pager',
          sort,
          ...(after ? { after } : {}),
        })
        seen.push(...page.hits.map(({ id }) => id))
        after = page.next
      } while (after)
      expect(seen, sort).toHaveLength(90)
      expect(new Set(seen).size, sort).toBe(90)
    }
  })
})
