import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  inOwnTransaction,
  poolOf,
  runCommand,
  sqlOf,
  sqlOutside,
  wholeNumber,
} from '#plugins/kernel'
import type { TestApp } from './harness'
import { writeNote, writeNotes } from './kernel/contribution'
import { restOf } from './kernel/rest'
import { startWithTestJobs } from './kernel/start'

let app: TestApp

beforeAll(async () => {
  app = await startWithTestJobs({ env: { DATABASE_POOL: '5' } })
  // The second of two equal names is refused only by COMMIT.
  await poolOf(app.payload).query(`
    alter table roles add constraint roles_name_once unique (name) deferrable initially deferred`)
})

afterAll(async () => {
  await app.stop()
})

const count = async (text: string, values: unknown[] = []): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ n: wholeNumber }),
    text: `select count(*) as n from ${text}`,
    values,
  })
  return row?.n ?? 0
}

const createRole = async (name: string) =>
  await app.payload.create({
    collection: 'roles',
    data: { key: randomUUID(), name, permissions: [] },
    overrideAccess: true,
  })

const problemOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
    return null
  } catch (error) {
    return error
  }
}

/** The connections of the pool that are in a transaction right now. */
const openTransactions = async (): Promise<number> =>
  await count(
    `pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  )

describe('a commit either happened or throws', () => {
  it('says so when COMMIT itself fails', async () => {
    await createRole('Only one of us')
    const problem = await problemOf(createRole('Only one of us'))
    expect(sqlStateOf(problem)).toBe('23505')
    expect(await count('roles where name = $1', ['Only one of us'])).toBe(1)
    expect(await openTransactions()).toBe(0)
  })

  it('answers 409 to REST when COMMIT fails, and tells nothing of the database', async () => {
    const { payload } = app
    const admin = await payload.find({
      collection: 'roles',
      where: { key: { equals: 'admin' } },
      overrideAccess: true,
    })
    const roleId = admin.docs[0]?.id
    if (!roleId) throw new Error('There is no role admin.')
    const email = `${randomUUID()}@agency.test`
    const password = 'a long enough passphrase 7'
    await payload.create({
      collection: 'users',
      data: { email, password, name: 'Ada', roles: [roleId], zone: 'UTC', locale: 'en-GB' },
      overrideAccess: true,
    })
    const rest = restOf(payload)
    const json = { 'content-type': 'application/json' }
    const login = await rest({
      path: '/users/login',
      headers: json,
      body: JSON.stringify({ email, password }),
    })
    expect(login.status).toBe(200)
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const create = async () =>
      await rest({
        path: '/roles',
        headers: { ...json, cookie, origin: 'http://localhost:3000' },
        body: JSON.stringify({ key: randomUUID(), name: 'Twice by REST', permissions: [] }),
      })
    expect((await create()).status).toBe(201)
    const second = await create()
    expect(second.status).toBe(409)
    const answer = await second.text()
    expect(answer).toContain('There is already a record like this.')
    expect(answer).not.toContain('roles_name_once')
    expect(await count('roles where name = $1', ['Twice by REST'])).toBe(1)
  })

  it('says so when an earlier error was swallowed and COMMIT would silently roll back', async () => {
    const req = await app.systemRequest()
    const problem = await problemOf(
      inOwnTransaction({
        req,
        run: async () => {
          const sql = sqlOf(req)
          await sql.run({ text: `insert into test_notes (text) values ('lost')` })
          const swallowed = await problemOf(sql.run({ text: 'select 1 / 0' }))
          expect(sqlStateOf(swallowed)).toBe('22012')
        },
      }),
    )
    expect(String(problem)).toContain('had failed before COMMIT')
    expect(await count(`test_notes where text = 'lost'`)).toBe(0)
    expect(await openTransactions()).toBe(0)
  })

  it('fails when its connection is cut, and the next one works', async () => {
    const req = await app.systemRequest()
    const problem = await problemOf(
      inOwnTransaction({
        req,
        run: async () => {
          const sql = sqlOf(req)
          const own = await sql.first({
            schema: z.object({ pid: wholeNumber }),
            text: 'select pg_backend_pid() as pid',
          })
          await sql.run({ text: `insert into test_notes (text) values ('cut')` })
          // By another session, as an administrator would.
          const client = new pg.Client({ connectionString: app.databaseUrl })
          await client.connect()
          await client.query('select pg_terminate_backend($1)', [own?.pid])
          await client.end()
        },
      }),
    )
    expect(problem).toBeInstanceOf(Error)
    expect(await count(`test_notes where text = 'cut'`)).toBe(0)
    const written = await runCommand({
      command: writeNote,
      req: await app.systemRequest(),
      input: { text: 'after the cut' },
    })
    expect(written.ok).toBe(true)
  })

  it('gives back the connections of transactions that could not begin', async () => {
    const pool = poolOf(app.payload)
    // Every connection that rests in the pool dies unnoticed: the next BEGIN meets a dead one.
    const held = await Promise.all(Array.from({ length: 5 }, async () => await pool.connect()))
    for (const client of held) {
      const send = client.query.bind(client)
      let isFirst = true
      Object.assign(client, {
        query: (...args: Parameters<typeof send>) => {
          if (!isFirst) return send(...args)
          isFirst = false
          return Promise.reject(new Error('The connection broke at BEGIN.'))
        },
      })
      client.release()
    }
    for (let turn = 0; turn < 5; turn += 1)
      expect(sentences(await problemOf(createRole(`Turn ${turn}`)))).toContain('at BEGIN')
    expect(pool.totalCount).toBe(pool.idleCount)
    await createRole('After five broken ones')
    expect(await count('roles where name = $1', ['After five broken ones'])).toBe(1)
  })
})

describe('a command', () => {
  it.each(['refuse', 'throw'] as const)(
    'leaves nothing behind when it ends by %s',
    async (mode) => {
      const text = randomUUID()
      const before = await count('domain_events')
      const jobsBefore = await count(`pgboss.job where name = 'count-note'`)
      const req = await app.systemRequest()
      const problem = await problemOf(
        runCommand({ command: writeNote, req, input: { text, mode } }).then((result) => {
          expect(result).toMatchObject({ ok: false, failure: { kind: 'state' } })
        }),
      )
      expect(problem instanceof Error && problem.message).toBe(mode === 'throw' && 'The pen broke.')
      expect(await count('test_notes where text = $1', [text])).toBe(0)
      expect(await count('domain_events')).toBe(before)
      expect(await count(`pgboss.job where name = 'count-note'`)).toBe(jobsBefore)
      expect(req.transactionID).toBeUndefined()
    },
  )

  it('writes its row, its event and the job of the reaction together', async () => {
    const text = randomUUID()
    const written = await runCommand({
      command: writeNote,
      req: await app.systemRequest(),
      input: { text },
    })
    if (!written.ok) throw new Error(written.failure.message)
    const { id } = written.value
    expect(await count('test_notes where text = $1', [text])).toBe(1)
    expect(
      await count('domain_events where subject_id = $1 and name = $2', [id, 'note.written']),
    ).toBe(1)
    expect(
      await count(
        `pgboss.job where name = 'count-note' and data->>'eventId' =
          (select id::text from domain_events where subject_id = $1)`,
        [id],
      ),
    ).toBe(1)
  })

  it('undoes a refused nested command alone', async () => {
    const [kept, refused, after] = [randomUUID(), randomUUID(), randomUUID()]
    const req = await app.systemRequest()
    const result = await runCommand({
      command: writeNotes,
      req,
      input: {
        notes: [
          { text: kept, mode: 'ok' },
          { text: refused, mode: 'refuse' },
          { text: after, mode: 'ok' },
        ],
      },
    })
    expect(result).toEqual({
      ok: true,
      value: { outcomes: ['written', 'note-refused', 'written'] },
    })
    expect(await count('test_notes where text = any($1)', [[kept, after]])).toBe(2)
    expect(await count('test_notes where text = $1', [refused])).toBe(0)
  })

  it('undoes everything when a nested command throws', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const problem = await problemOf(
      runCommand({
        command: writeNotes,
        req: await app.systemRequest(),
        input: {
          notes: [
            { text: first, mode: 'ok' },
            { text: second, mode: 'throw' },
          ],
        },
      }),
    )
    expect(String(problem)).toContain('The pen broke.')
    expect(await count('test_notes where text = any($1)', [[first, second]])).toBe(0)
  })

  it('finishes 30 at once on a pool of 5', async () => {
    const texts = Array.from({ length: 30 }, () => randomUUID())
    const results = await Promise.all(
      texts.map(
        async (text) =>
          await runCommand({
            command: writeNote,
            req: await app.systemRequest(),
            input: { text, waitMs: 20 },
          }),
      ),
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await count('test_notes where text = any($1)', [texts])).toBe(30)
    expect(await openTransactions()).toBe(0)
  })

  it('says what to pass when an inner call forgets the request, and writes nothing', async () => {
    const attempts = [
      async () => await app.payload.find({ collection: 'roles', overrideAccess: true }),
      async () => await createRole('Without the request'),
      async () => await sqlOutside(app.payload).run({ text: 'select 1' }),
      async () =>
        await runCommand({
          command: writeNote,
          req: await app.systemRequest(),
          input: { text: 'On another request' },
        }),
    ]
    for (const attempt of attempts) {
      const req = await app.systemRequest()
      const problem = await problemOf(
        inOwnTransaction({
          req,
          run: async () => {
            await attempt()
          },
        }),
      )
      expect(sentences(problem)).toContain('pass `req`')
    }
    expect(await count(`roles where name = 'Without the request'`)).toBe(0)
    expect(await count(`test_notes where text = 'On another request'`)).toBe(0)
  })

  it('refuses to go on after an inner call has rolled it back', async () => {
    const text = randomUUID()
    const req = await app.systemRequest()
    const problem = await problemOf(
      inOwnTransaction({
        req,
        run: async () => {
          await sqlOf(req).run({
            text: 'insert into test_notes (text) values ($1)',
            values: [text],
          })
          // Payload rolls the whole transaction back when a call inside fails.
          const inner = await problemOf(
            app.payload.findByID({
              collection: 'roles',
              id: randomUUID(),
              req,
              overrideAccess: true,
            }),
          )
          expect(inner).toBeInstanceOf(Error)
          const next = await problemOf(
            app.payload.create({
              collection: 'roles',
              data: { key: text, name: text, permissions: [] },
              req,
              overrideAccess: true,
            }),
          )
          expect(String(next)).toContain('rolled back')
        },
      }),
    )
    expect(problem).toBeInstanceOf(Error)
    expect(await count('test_notes where text = $1', [text])).toBe(0)
    expect(await count('roles where key = $1', [text])).toBe(0)
  })
})

/** The SQLSTATE of an error, however many layers have wrapped it. */
const sqlStateOf = (error: unknown): unknown => {
  for (let layer = error; layer instanceof Error; layer = layer.cause)
    if ('code' in layer) return layer.code
  return null
}

/** The messages of an error and of all it was caused by. */
const sentences = (error: unknown): string => {
  const found: string[] = []
  for (let layer = error; layer instanceof Error; layer = layer.cause) found.push(layer.message)
  return found.join(' | ')
}

describe('a process that dies in the middle of its work', () => {
  const deaths = 200

  it('leaves nothing half written, at two hundred points as the database sees them', async () => {
    const acknowledged: string[] = []
    let isOver = false
    const work = async () => {
      while (!isOver) {
        const text = `mortal ${randomUUID()}`
        const problem = await problemOf(
          runCommand({ command: writeNote, req: await app.systemRequest(), input: { text } }).then(
            (written) => {
              if (written.ok) acknowledged.push(text)
            },
          ),
        )
        // What a died connection answers is an error, never silence.
        if (problem) expect(problem).toBeInstanceOf(Error)
      }
    }
    const killer = new pg.Client({ connectionString: app.databaseUrl })
    await killer.connect()
    const workers = [work(), work(), work()]
    let killed = 0
    while (killed < deaths) {
      const { rowCount } = await killer.query(
        `select pg_terminate_backend(pid) from (
          select pid from pg_stat_activity where datname = current_database()
            and pid <> pg_backend_pid() and xact_start is not null
            and application_name = 'placewright' order by random() limit 1) one`,
      )
      killed += rowCount ?? 0
    }
    isOver = true
    await Promise.all(workers)
    await killer.end()
    const { rows } = await poolOf(app.payload).query<{ text: string; parts: string }>(
      `select n.text, concat_ws(' ',
          (select count(*) from domain_events e
            where e.name = 'note.written' and e.subject_id = n.id::text),
          (select count(*) from domain_event_personal p join domain_events e on e.id = p.event_id
            where e.subject_id = n.id::text),
          (select count(*) from pgboss.job j join domain_events e
              on j.data ->> 'eventId' = e.id::text
            where j.name = 'count-note' and e.subject_id = n.id::text)) as parts
        from test_notes n where n.text like 'mortal %'`,
    )
    expect(rows.filter(({ parts }) => parts !== '1 1 1')).toEqual([])
    const kept = new Set(rows.map(({ text }) => text))
    expect(acknowledged.filter((text) => !kept.has(text))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(
      await count(
        `domain_events e where e.name = 'note.written'
          and not exists (select from test_notes n where n.id::text = e.subject_id)`,
      ),
    ).toBe(0)
    expect(await openTransactions()).toBe(0)
  })
})
