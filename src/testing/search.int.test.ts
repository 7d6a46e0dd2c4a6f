import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { poolOf, sqlOutside } from '#plugins/kernel'
import { byRelation, byWords } from '../../plugins/kernel/queries/global-search'
import { startStage, type Person, type Stage } from './security/stage'

let stage: Stage
let admin: NonNullable<Person>
const ids: Record<'marta' | 'lukasz' | 'client' | 'contact' | 'order', string> = {
  marta: '',
  lukasz: '',
  client: '',
  contact: '',
  order: '',
}

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
  const create = async (
    collection: 'candidates' | 'client-corporations' | 'client-contacts',
    data: Record<string, unknown>,
  ): Promise<string> => {
    const answer = await stage.call({
      method: 'POST',
      path: `/api/${collection}`,
      as: admin,
      json: data,
    })
    expect(answer.status, answer.text).toBe(201)
    return z.object({ doc: z.object({ id: z.string() }) }).parse(answer.json).doc.id
  }
  const person = { zone: 'Europe/London', locale: 'en-GB', currency: 'GBP' }
  ids.marta = await create('candidates', {
    ...person,
    firstName: 'Marta',
    lastName: 'López-Núñez',
    email: 'marta.lopez@people.test',
    phone: '+44 7700 900123',
    headline: 'Forklift driver',
  })
  ids.lukasz = await create('candidates', {
    ...person,
    firstName: 'Łukasz',
    lastName: 'Wiśniewski',
    email: 'lukasz@people.test',
  })
  ids.client = await create('client-corporations', { name: 'Søndergård & Sons', currency: 'GBP' })
  ids.contact = await create('client-contacts', {
    client: ids.client,
    firstName: 'Ingrid',
    lastName: 'Berg',
    email: 'ingrid@clients.test',
  })
  ids.order = randomUUID()
  await sqlOutside(stage.payload).run({
    text: `insert into job_orders (id, ref, title, client_id, contact_id, employment_type, owner_id)
      values ($1, 'JO-2026-9142', 'Night porter', $2, $3, 'temp', $4)`,
    values: [ids.order, ids.client, ids.contact, admin.id],
  })
})

afterAll(async () => {
  await stage.stop()
})

const found = z.object({
  groups: z.array(
    z.object({
      kind: z.string(),
      records: z.array(z.object({ id: z.string(), title: z.string(), detail: z.string() })),
    }),
  ),
  places: z.array(z.object({ label: z.string(), path: z.string() })),
})

const search = async ({ text, as = admin }: { text: string; as?: Person }) => {
  const answer = await stage.call({ path: `/api/search?text=${encodeURIComponent(text)}`, as })
  expect(answer.status, answer.text).toBe(200)
  return found.parse(answer.json)
}

const idsFor = async (text: string, as: Person = admin): Promise<string[]> =>
  (await search({ text, as })).groups.flatMap(({ records }) => records.map(({ id }) => id))

describe('the search over everything', () => {
  it.each([
    ['the beginning of a name', 'mar', 'marta'],
    ['both names, in any order', 'lopez marta', 'marta'],
    ['no accents', 'nunez', 'marta'],
    ['accents where there are none', 'márta', 'marta'],
    ['capitals', 'MARTA LOPEZ', 'marta'],
    ['a letter that is no accent', 'lukasz wis', 'lukasz'],
    ['a typing mistake', 'wisniewksi', 'lukasz'],
    ['a mail address', 'marta.lopez@people.test', 'marta'],
    ['a phone number as it is dialled at home', '07700 900123', 'marta'],
    ['a phone number from abroad', '+447700900123', 'marta'],
    ['what somebody does', 'forklift', 'marta'],
    ['a client', 'sondergard', 'client'],
    ['a contact', 'berg', 'contact'],
    ['a number', 'JO-2026-9142', 'order'],
    ['the end of a number', '9142', 'order'],
    ['the client of an order', 'søndergård', 'order'],
    ['the contact of an order', 'ingrid berg', 'order'],
  ] as const)('finds by %s', async (_what, text, key) => {
    expect(await idsFor(text)).toContain(ids[key])
  })

  it.each([
    '',
    ' ',
    '%',
    "'",
    '" & | ! ( ) : * \\',
    'a & !b',
    ':*',
    "'); drop table candidates; --",
    '\u0000',
    '🦄',
    'x'.repeat(300),
    '(((',
    '"marta"',
    '<->',
  ])('takes %j for what it is', async (text) => {
    const answer = await stage.call({
      path: `/api/search?text=${encodeURIComponent(text)}`,
      as: admin,
    })
    expect([200, 400]).toContain(answer.status)
  })

  it('follows a record: renamed, put into the bin and taken out again', async () => {
    const change = async (data: object) => {
      const answer = await stage.call({
        method: 'PATCH',
        path: `/api/candidates/${ids.lukasz}?trash=true`,
        as: admin,
        json: data,
      })
      expect(answer.status, answer.text).toBe(200)
    }
    await change({ lastName: 'Zimny' })
    expect(await idsFor('zimny')).toContain(ids.lukasz)
    expect(await idsFor('wisniewski')).not.toContain(ids.lukasz)
    await change({ deletedAt: new Date().toISOString() })
    expect(await idsFor('zimny')).not.toContain(ids.lukasz)
    await change({ deletedAt: null, lastName: 'Wiśniewski' })
    expect(await idsFor('wisniewski')).toContain(ids.lukasz)
  })

  it('is what putting every row in anew would make', async () => {
    const sql = sqlOutside(stage.payload)
    const read = async () =>
      await sql.rows({
        schema: z.object({ text: z.string() }),
        text: 'select to_jsonb(e)::text as text from search_entries e order by kind, record_id',
      })
    const before = await read()
    expect(before.length).toBeGreaterThan(4)
    await sql.run({ text: 'delete from search_entries' })
    for (const [kind, table] of [
      ['candidate', 'candidates'],
      ['client-contact', 'client_contacts'],
      ['client', 'client_corporations'],
      ['job-order', 'job_orders'],
    ])
      await sql.run({
        text: `select search_put_row('${kind}', to_jsonb(r)) from ${table} r`,
      })
    expect(await read()).toEqual(before)
  })

  it('finds screens by name, those of the seeker’s role only', async () => {
    const { places } = await search({ text: 'api' })
    expect(places.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/admin/api-reference', '/admin/collections/api-keys']),
    )
    const trainer = await stage.staff('trainer')
    expect((await search({ text: 'api', as: trainer })).places).toEqual([])
    expect((await search({ text: 'new cand' })).places[0]?.path).toBe(
      '/admin/collections/candidates/create',
    )
  })
})

describe('what is found', () => {
  it('is what Payload lets the seeker read, no more and no less', async () => {
    const slugs: Record<string, string> = {
      candidate: 'candidates',
      client: 'client-corporations',
      'client-contact': 'client-contacts',
      'job-order': 'job-orders',
    }
    for (const role of ['recruiter', 'trainer', 'editor']) {
      const as = await stage.staff(role)
      for (const text of ['marta', 'sondergard', 'ingrid', '9142', 'wisniewksi']) {
        const { groups } = await search({ text, as })
        const everything = (await search({ text })).groups
        for (const { kind, records } of everything) {
          const slug = slugs[kind]
          if (!slug) continue
          const allowed: string[] = []
          for (const { id } of records)
            if ((await stage.call({ path: `/api/${slug}/${id}`, as })).status === 200)
              allowed.push(id)
          const shown = groups
            .filter((group) => group.kind === kind)
            .flatMap((group) => group.records.map(({ id }) => id))
          expect(shown, `${role}: ${text} in ${kind}`).toEqual(allowed)
        }
      }
    }
  })

  it('is nothing to outside people and strangers', async () => {
    const outsider = await stage.portal({ candidate: ids.marta })
    for (const as of [null, outsider])
      for (const query of ['text=marta', `recent=candidate:${ids.marta}`])
        expect((await stage.call({ path: `/api/search?${query}`, as })).status).toBe(403)
  })

  it('may be asked for again by its id, as far as it may be read', async () => {
    const query = `recent=client:${ids.client},candidate:${ids.marta},candidate:nonsense,x:y`
    const path = `/api/search?${query}`
    const seen = async (as: Person) =>
      z
        .array(z.object({ id: z.string() }))
        .parse((await stage.call({ path, as })).json)
        .map(({ id }) => id)
    expect(await seen(admin)).toEqual([ids.client, ids.marta])
    expect(await seen(await stage.staff('trainer'))).toEqual([ids.marta])
  })

  it('is written down when it was a search for candidates', async () => {
    const recruiter = await stage.staff('recruiter')
    await search({ text: 'nunez', as: recruiter })
    const told = await sqlOutside(stage.payload).rows({
      schema: z.object({ values: z.object({ criteria: z.array(z.unknown()) }) }),
      text: `select personal.values from domain_events event
        join domain_event_personal personal on personal.event_id = event.id
        where event.name = 'candidate.searched' and event.actor_id = $1`,
      values: [recruiter.id],
    })
    expect(told).toEqual([{ values: { criteria: [null, 'nunez'] } }])
  })
})

describe('with a hundred thousand records', () => {
  const plan = async ({ text, values }: { text: string; values: readonly unknown[] }) => {
    const client = await poolOf(stage.payload).connect()
    try {
      await client.query('begin')
      await client.query(`set local pg_trgm.word_similarity_threshold = '0.45'`)
      const { rows } = await client.query<Record<string, string>>(`explain ${text}`, [...values])
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it('every search goes by an index', async () => {
    const sql = sqlOutside(stage.payload)
    await sql.run({
      text: `insert into search_entries (kind, record_id, words, folded, related)
        select case n % 4 when 0 then 'candidate' when 1 then 'client' when 2 then 'placement'
            else 'timesheet' end, uuid_v7(),
          array_to_tsvector(array['w' || n, md5(n::text)]), 'w' || n || ' ' || md5(n::text),
          array[uuid_v7()]
        from generate_series(1, 100000) n`,
    })
    await sql.run({ text: 'analyze search_entries' })
    const kinds = ['candidate', 'client', 'placement', 'timesheet']
    for (const text of ['w4711', 'marta', 'w47 ab'])
      expect(await plan(byWords({ text, kinds })), text).toContain('search_entries_words')
    expect(
      await plan({
        text: `select k.kind, near.record_id from unnest($1::text[]) k(kind) cross join lateral (
          select record_id from search_entries near
          where near.kind = k.kind and search_fold($2) <% near.folded limit 6) near`,
        values: [kinds, 'wisniewksi'],
      }),
    ).toContain('search_entries_folded')
    expect(await plan(byRelation({ whom: [ids.client, ids.marta], kinds }))).toContain(
      'search_entries_related',
    )
    expect(await idsFor('marta')).toContain(ids.marta)
  })
})
