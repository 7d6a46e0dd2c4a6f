import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import {
  erasePersonalData,
  findLinkByToken,
  grantLink,
  inOwnTransaction,
  linkCookieName,
  poolOf,
  registryOf,
  revokeLinks,
  runCommand,
  runWorker,
  sqlOf,
  sqlOutside,
  tokenForSending,
  verifySeals,
  wholeNumber,
  withOpenedLink,
} from '#plugins/kernel'
import type { TestApp } from './harness'
import { until } from './kernel/children'
import { writeNote } from './kernel/contribution'
import { commandsOf } from './kernel/rest'
import { startWithTestJobs } from './kernel/start'

let app: TestApp

beforeAll(async () => {
  app = await startWithTestJobs()
})

afterAll(async () => {
  await app.stop()
})

const query = async (text: string, values: unknown[] = []) =>
  await poolOf(app.payload).query<Record<string, unknown>>(text, values)

const count = async (text: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await query(`select count(*)::int as n from ${text}`, values)
  return wholeNumber.parse(rows[0]?.n)
}

const write = async (text: string = randomUUID()): Promise<string> => {
  const written = await runCommand({
    command: writeNote,
    req: await app.systemRequest(),
    input: { text },
  })
  if (!written.ok) throw new Error(written.failure.message)
  return written.value.id
}

describe('events', () => {
  it.each([
    'update domain_events set name = name',
    'delete from domain_events',
    'truncate domain_events',
    'truncate domain_events_default',
    `truncate domain_events_${new Date().toISOString().slice(0, 7).replace('-', '_')}`,
    'update event_seals set hash = hash',
    'delete from event_seals',
    'truncate event_seals',
  ])('cannot be rewritten: %s', async (text) => {
    await write()
    await query(
      `insert into event_seals (event_ids, row_hashes, previous_hash, hash)
      select '{}', '{}', 'x', 'x' where not exists (select from event_seals) and $1 like '%event_seals%'`,
      [text],
    )
    await expect(query(text)).rejects.toThrow('append-only')
    await query('alter table event_seals disable trigger all')
    await query(`delete from event_seals where hash = 'x'`)
    await query('alter table event_seals enable trigger all')
  })

  it('lie in the partition of their month, and the months to come have one', async () => {
    const id = await write()
    const { rows } = await query(
      `select tableoid::regclass::text as home, to_char(at at time zone 'UTC', 'YYYY_MM') as month
       from domain_events where subject_id = $1`,
      [id],
    )
    expect(rows[0]?.home).toBe(`domain_events_${String(rows[0]?.month)}`)
    const made = async (months: number) => {
      const { rows: answer } = await query('select ensure_event_partitions($1) as made', [months])
      return answer[0]?.made
    }
    expect(await made(12)).toBe(0)
    expect(await made(14)).toBe(2)
    expect(await made(14)).toBe(0)
  })

  it('keep personal values apart', async () => {
    const secret = `personal ${randomUUID()}`
    const id = await write(secret)
    expect(await count('domain_events e where e::text like $1', [`%${secret}%`])).toBe(0)
    expect(
      await count(
        `domain_event_personal p join domain_events e on e.id = p.event_id
         where e.subject_id = $1 and p.values::text like $2`,
        [id, `%${secret}%`],
      ),
    ).toBe(1)
  })

  it('are heard by other connections after the commit and not before', async () => {
    const heard: string[] = []
    const ear = new pg.Client({ connectionString: app.databaseUrl })
    await ear.connect()
    await ear.query('listen placewright_events')
    ear.on('notification', ({ payload }) => heard.push(payload ?? ''))
    const req = await app.systemRequest()
    await runCommand({ command: writeNote, req, input: { text: 'unheard', mode: 'refuse' } })
    const id = await write()
    await until({ what: 'the event is heard', is: () => heard.length > 0 })
    await ear.end()
    expect(heard).toHaveLength(1)
    expect(heard[0]).toContain(id)
  })

  it('cannot be published outside a transaction', async () => {
    const { publish } = await import('#plugins/kernel')
    const req = await app.systemRequest()
    await expect(
      publish({ req, event: { name: 'note.lost', subject: { kind: 'note', id: 'x' } } }),
    ).rejects.toThrow('outside a transaction')
  })
})

describe('seals', () => {
  const seal = async () => {
    const job = registryOf(app.payload).jobs.get('seal-events')
    if (!job) throw new Error('There is no job that seals.')
    await job.run({
      input: {},
      attempt: {
        payload: app.payload,
        jobId: randomUUID(),
        retryCount: 0,
        isLast: false,
        transaction: async (run) => {
          const req = await app.systemRequest()
          return await inOwnTransaction({
            req,
            run: async () => await run({ req, payload: app.payload, sql: sqlOf(req) }),
          })
        },
      },
    })
  }
  const verify = async () => {
    const verified = await verifySeals({ req: await app.systemRequest() })
    if (!verified.ok) throw new Error(verified.failure.message)
    return verified.value
  }
  /** What only a superuser of the database can do. */
  const tamper = async ({
    table,
    text,
    values,
  }: {
    table: string
    text: string
    values?: unknown[]
  }) => {
    await query(`alter table ${table} disable trigger user`)
    await query(text, values ?? [])
    await query(`alter table ${table} enable trigger user`)
  }

  it('cover every committed event once, in batches that hang together, also those of days without a worker', async () => {
    await query(
      `insert into domain_events (name, subject_type, subject_id, actor_kind, at)
       select 'note.counted', 'note', n::text, 'system', clock_timestamp() - n * interval '5 minutes'
       from generate_series(1, 2500) n`,
    )
    await seal()
    expect(await count('domain_events')).toBe((await verify()).events)
    expect(await count('event_seals')).toBeGreaterThanOrEqual(3)
    const before = await count('event_seals')
    await seal()
    expect(await count('event_seals')).toBe(before)
    expect((await verify()).problems).toEqual([])
  })

  it('do not wait for an open transaction, and take its events when it has committed', async () => {
    const late = randomUUID()
    const other = new pg.Client({ connectionString: app.databaseUrl })
    await other.connect()
    await other.query('begin')
    await other.query(
      `insert into domain_events (name, subject_type, subject_id, actor_kind)
       values ('note.late', 'note', $1, 'system')`,
      [late],
    )
    await write()
    await seal()
    const meanwhile = await verify()
    expect(meanwhile).toMatchObject({ events: await count('domain_events'), problems: [] })
    await other.query('commit')
    await other.end()
    await seal()
    expect(await verify()).toMatchObject({ events: meanwhile.events + 1, problems: [] })
  })

  it('are made once when several seal at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, async () => await write()))
    await Promise.all([seal(), seal(), seal()])
    const report = await verify()
    expect(report.problems).toEqual([])
    expect(report.events).toBe(await count('domain_events'))
  })

  it('still hold after a person was erased, who is told of in the audit', async () => {
    const candidate = await app.payload.create({
      collection: 'candidates',
      data: {
        firstName: 'Zebedee',
        lastName: 'Quillfeather',
        city: 'Leeds',
        state: 'new',
        currency: 'GBP',
        zone: 'Europe/London',
        locale: 'en-GB',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const naming = await write('Call Zebedee Quillfeather on Monday')
    await seal()
    const before = await verify()
    const req = await app.systemRequest()
    await inOwnTransaction({
      req,
      run: async () =>
        await erasePersonalData({
          req,
          person: { kind: 'candidate', id: candidate.id },
          isNameKept: false,
        }),
    })
    expect(await count(`domain_event_personal p where p.values::text ~* 'quillfeather'`)).toBe(0)
    expect(
      await count(
        `domain_events e join domain_events proof on proof.name = 'audit.values-erased'
          and proof.changes -> 'hashes' ? e.id::text where e.subject_id = any($1)`,
        [[candidate.id, naming]],
      ),
    ).toBe(2)
    expect(await verify()).toMatchObject({ problems: [], erased: before.erased + 2 })
    await seal()
    expect((await verify()).problems).toEqual([])
  })

  it.each([
    {
      what: 'a word that erasing leaves was written over a value',
      text: `update domain_event_personal set values = replace(values::text, 'Ada', 'Erased')::jsonb`,
      kind: 'personal-changed',
    },
    {
      what: 'the salt went as well',
      text: `update domain_event_personal set values = '{"text": [null, "Erased"]}', salt = null`,
      kind: 'personal-changed',
    },
    {
      what: 'they were emptied',
      text: `update domain_event_personal set values = '{}'`,
      kind: 'personal-changed',
    },
    {
      what: 'they were deleted',
      text: 'delete from domain_event_personal',
      kind: 'personal-missing',
    },
    {
      what: 'a city was changed',
      text: `update domain_event_personal set values = replace(values::text, 'Leeds', 'Hull')::jsonb`,
      kind: 'personal-changed',
    },
  ])('name an event whose personal values were tampered with: $what', async ({ text, kind }) => {
    const id = await write('Ada lives in Leeds')
    await seal()
    const of = 'where event_id in (select id from domain_events where subject_id = $1)'
    const { rows: kept } = await query(`select * from domain_event_personal ${of}`, [id])
    await query(`${text} ${of}`, [id])
    expect((await verify()).problems).toEqual([
      { kind, seal: expect.any(Number), eventId: kept[0]?.event_id },
    ])
    // Put back as it was, it is as it was sealed.
    await query(`delete from domain_event_personal ${of}`, [id])
    await query('insert into domain_event_personal (event_id, values, salt) values ($1, $2, $3)', [
      kept[0]?.event_id,
      kept[0]?.values,
      kept[0]?.salt,
    ])
    expect((await verify()).problems).toEqual([])
  })

  it('name an erasure that was slipped in later to cover such tampering', async () => {
    const id = await write('Ada lives in Leeds')
    await seal()
    const { rows } = await query(
      `delete from domain_event_personal
        where event_id in (select id from domain_events where subject_id = $1) returning *`,
      [id],
    )
    const eventId = z.string().parse(rows[0]?.event_id)
    const slipped = await query(
      `insert into domain_events (name, at, subject_type, subject_id, actor_kind, changes)
       values ('audit.values-erased', now() - interval '2 days', 'candidate', 'x', 'system', $1)
       returning id`,
      [{ hashes: { [eventId]: '' } }],
    )
    expect((await verify()).problems).toEqual([
      { kind: 'event-unsealed', eventId: slipped.rows[0]?.id },
    ])
    await tamper({
      table: 'domain_events',
      text: 'delete from domain_events where id = $1',
      values: [slipped.rows[0]?.id],
    })
    await query('insert into domain_event_personal (event_id, values, salt) values ($1, $2, $3)', [
      eventId,
      rows[0]?.values,
      rows[0]?.salt,
    ])
    expect((await verify()).problems).toEqual([])
  })

  it('name an event that was changed, taken away or slipped in, and a seal that was', async () => {
    const [changed, removed] = [await write(), await write()]
    await seal()
    const idOf = async (subject: string) => {
      const { rows } = await query('select id from domain_events where subject_id = $1', [subject])
      return z.string().parse(rows[0]?.id)
    }
    const [changedId, removedId] = [await idOf(changed), await idOf(removed)]
    await tamper({
      table: 'domain_events',
      text: `update domain_events set actor_id = 'somebody else' where id = $1`,
      values: [changedId],
    })
    expect((await verify()).problems).toMatchObject([{ kind: 'event-changed', eventId: changedId }])
    await tamper({
      table: 'domain_events',
      text: 'delete from domain_events where id = $1',
      values: [removedId],
    })
    expect((await verify()).problems).toContainEqual(
      expect.objectContaining({ kind: 'event-missing', eventId: removedId }),
    )
    const slipped = await query(
      `insert into domain_events (name, at, subject_type, subject_id, actor_kind)
       values ('note.slipped', now() - interval '30 days', 'note', 'x', 'system') returning id`,
    )
    expect((await verify()).problems).toContainEqual({
      kind: 'event-unsealed',
      eventId: slipped.rows[0]?.id,
    })
    await tamper({
      table: 'event_seals',
      text: `update event_seals set row_hashes[1] = repeat('0', 64) where no = (select min(no) from event_seals)`,
    })
    const { rows } = await query('select min(no)::int as no from event_seals')
    expect((await verify()).problems).toContainEqual({ kind: 'seal-broken', seal: rows[0]?.no })
    await tamper({ table: 'event_seals', text: 'delete from event_seals' })
    expect((await verify()).problems).toContainEqual({
      kind: 'event-unsealed',
      eventId: slipped.rows[0]?.id,
    })
  })

  it('are shown only to whoever may change settings', async () => {
    const refused = await verifySeals({ req: await app.staffRequest({ permissions: [] }) })
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'right' } })
  })
})

describe('links', () => {
  const grant = async ({
    purpose = 'note.decide',
    noteId = randomUUID(),
  }: {
    purpose?: string
    noteId?: string
  } = {}) => {
    const req = await app.systemRequest()
    const linkId = await grantLink({
      req,
      purpose,
      subject: { kind: 'note', id: noteId },
      person: { kind: 'candidate', id: randomUUID() },
    })
    const token = await tokenForSending({ req, linkId })
    if (!token) throw new Error('The link has no token.')
    return { req, linkId, noteId, token }
  }
  const cookieOf = (linkId: string): string =>
    `${linkCookieName(false)}=${withOpenedLink({
      cookie: undefined,
      linkId,
      secret: app.payload.secret,
    })}`
  const decide = async ({ noteId, cookie }: { noteId: string; cookie: string }) =>
    await commandsOf(app.payload)({ name: 'decide-note', input: { noteId }, headers: { cookie } })
  const decided = async (noteId: string) =>
    await count('test_effects where what = $1', [`decided ${noteId}`])

  it('carry 256 bits, are stored as a hash only and never alike', async () => {
    const tokens = new Set<string>()
    for (let made = 0; made < 60; made += 1) tokens.add((await grant()).token)
    expect(tokens.size).toBe(60)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const [token] = tokens
    expect(await count('access_links l where l::text like $1', [`%${token}%`])).toBe(0)
  })

  it('are not consumed by being looked at', async () => {
    const { req, token, noteId, linkId } = await grant()
    for (let look = 0; look < 5; look += 1)
      expect(await findLinkByToken({ req, token })).toMatchObject({ id: linkId, usable: true })
    expect((await decide({ noteId, cookie: cookieOf(linkId) })).status).toBe(200)
  })

  it('are not found by a token that is not theirs', async () => {
    const { req, token } = await grant()
    const wrong = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
    for (const guess of [wrong, '', `${token} `, token.toLowerCase()])
      expect(await findLinkByToken({ req, token: guess })).toBeNull()
  })

  it('are spent once by twenty acts at the same time', async () => {
    const { noteId, linkId } = await grant()
    const acts = await Promise.all(
      Array.from({ length: 20 }, async () => await decide({ noteId, cookie: cookieOf(linkId) })),
    )
    expect(acts.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status } of acts) expect([200, 403, 409]).toContain(status)
    expect(await decided(noteId)).toBe(1)
  })

  it('open only their own purpose and record', async () => {
    const { linkId } = await grant()
    const other = randomUUID()
    expect((await decide({ noteId: other, cookie: cookieOf(linkId) })).status).toBe(403)
    const reading = await grant({ purpose: 'note.read' })
    expect(
      (await decide({ noteId: reading.noteId, cookie: cookieOf(reading.linkId) })).status,
    ).toBe(403)
    expect(await decided(other)).toBe(0)
    expect(await decided(reading.noteId)).toBe(0)
  })

  it('end by time and by revocation', async () => {
    const expired = await grant()
    await query(`update access_links set expires_at = now() - interval '1 second' where id = $1`, [
      expired.linkId,
    ])
    const revoked = await grant()
    await revokeLinks({
      req: revoked.req,
      purpose: 'note.decide',
      subject: { kind: 'note', id: revoked.noteId },
    })
    for (const { req, linkId, noteId, token } of [expired, revoked]) {
      expect(await findLinkByToken({ req, token })).toMatchObject({ usable: false })
      expect(await tokenForSending({ req, linkId })).toBeNull()
      expect((await decide({ noteId, cookie: cookieOf(linkId) })).status).toBe(403)
      expect(await decided(noteId)).toBe(0)
    }
  })

  it('are judged by the clock of the database, wherever the clock of the machine jumps', async () => {
    const good = await grant()
    const expired = await grant()
    await query(`update access_links set expires_at = now() - interval '1 second' where id = $1`, [
      expired.linkId,
    ])
    const years = 20 * 366 * 24 * 3_600_000
    try {
      for (const now of [Date.now() - years, Date.now() + years]) {
        vi.useFakeTimers({ toFake: ['Date'], now })
        expect(await findLinkByToken({ req: good.req, token: good.token })).toMatchObject({
          usable: true,
        })
        expect(await findLinkByToken({ req: good.req, token: expired.token })).toMatchObject({
          usable: false,
        })
        const late = { noteId: expired.noteId, cookie: cookieOf(expired.linkId) }
        expect((await decide(late)).status).toBe(403)
      }
      const inTime = { noteId: good.noteId, cookie: cookieOf(good.linkId) }
      expect((await decide(inTime)).status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
    const { rows } = await query(
      `select abs(extract(epoch from now() - max(at))) < 600 as is_now from domain_events`,
    )
    expect(rows).toEqual([{ is_now: true }])
  })

  it('cannot be forged in the cookie', async () => {
    const { noteId, linkId } = await grant()
    const other = await grant()
    const [, seal] = cookieOf(other.linkId).split('.')
    for (const cookie of [
      `${linkCookieName(false)}=${linkId}`,
      `${linkCookieName(false)}=${linkId}.`,
      `${linkCookieName(false)}=${linkId}.${seal}`,
      `${linkCookieName(false)}=${linkId}.${'A'.repeat(43)}`,
    ])
      expect((await decide({ noteId, cookie })).status).toBe(403)
    expect(await decided(noteId)).toBe(0)
  })
})

describe('the work by the clock', () => {
  it('is planned, seals the events and clears what has served its time', async () => {
    await query(
      `insert into command_keys (id, body_hash, claimed_at) values ('old', 'x', now() - interval '3 days'), ('new', 'x', now())`,
    )
    await query(
      `insert into rate_limits values ('b', 'old', now() - interval '3 days', 1), ('b', 'new', now(), 1)`,
    )
    await query(`insert into worker_heartbeats values ('gone', now() - interval '2 hours')`)
    const worker = await runWorker({
      payload: app.payload,
      databaseUrl: app.databaseUrl,
      pollSeconds: 0.2,
    })
    try {
      const { rows } = await query('select name, cron from pgboss.schedule')
      const planned = new Map(rows.map(({ name, cron }) => [name, cron]))
      expect(planned.get('seal-events')).toBe('* * * * *')
      expect(planned.get('keep-house')).toBeDefined()
      const { enqueue } = await import('#plugins/kernel')
      const req = await app.systemRequest()
      await inOwnTransaction({
        req,
        run: async () => await enqueue({ req, queue: 'keep-house', data: {} }),
      })
      await until({
        what: 'the house is kept',
        is: async () => (await count(`command_keys where id = 'old'`)) === 0,
      })
    } finally {
      await worker.stop()
    }
    expect(await count(`command_keys where id = 'new'`)).toBe(1)
    expect(await count(`rate_limits where bucket = 'b' and key = 'old'`)).toBe(0)
    expect(await count(`rate_limits where bucket = 'b' and key = 'new'`)).toBe(1)
    expect(await count(`worker_heartbeats where worker_id = 'gone'`)).toBe(0)
    const alive = await sqlOutside(app.payload).run({ text: 'select 1 from worker_heartbeats' })
    expect(alive).toBe(1)
  })
})
