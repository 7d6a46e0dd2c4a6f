import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { announcementOf, poolOf, registryOf, tableOf } from '#plugins/kernel'
import {
  eventsOf,
  judgeMove,
  nextStatesOf,
  statesOf,
  unreachableStates,
  type Workflow,
} from '#plugins/kernel/domain'
import { startPayload, type TestApp } from './harness'
import { restOf } from './kernel/rest'

let app: TestApp
let cookie: string
let superuser: pg.Client

beforeAll(async () => {
  app = await startPayload()
  cookie = await signInAsAdmin()
  superuser = new pg.Client({ connectionString: app.databaseUrl })
  await superuser.connect()
  // Records are planted below that no rule of the database would let stand alone.
  await superuser.query('set session_replication_role = replica')
  await superuser.query(`do $$ declare c record; begin
    for c in select conrelid::regclass as home, conname from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0 and coninhcount = 0
    loop execute format('alter table %s drop constraint %I', c.home, c.conname); end loop;
  end $$`)
})

afterAll(async () => {
  await superuser.end()
  await app.stop()
})

const json = { 'content-type': 'application/json', origin: 'http://localhost:3000' }

const signInAsAdmin = async (): Promise<string> => {
  const { payload } = app
  const { docs } = await payload.find({
    collection: 'roles',
    where: { key: { equals: 'admin' } },
    overrideAccess: true,
  })
  const email = `${randomUUID()}@agency.test`
  const password = 'a long enough passphrase 7'
  await payload.create({
    collection: 'users',
    data: {
      email,
      password,
      name: 'Ada',
      roles: docs.map(({ id }) => id),
      zone: 'UTC',
      locale: 'en-GB',
    },
    overrideAccess: true,
  })
  const login = await restOf(payload)({
    path: '/users/login',
    headers: json,
    body: JSON.stringify({ email, password }),
  })
  return (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const workflows = (): Workflow[] => [...registryOf(app.payload).workflows.values()]

/** A record of a collection, put into its table behind the back of every rule. */
const plant = async (workflow: Workflow): Promise<string> => {
  const table = tableOf(workflow.collection)
  const { rows } = await poolOf(app.payload).query<Column>(
    `select column_name as name, data_type as type,
       (select enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid
        where t.typname = udt_name order by enumsortorder limit 1) as choice
     from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO'
       and column_default is null and column_name not in ('id', 'state')`,
    [table],
  )
  const id = randomUUID()
  const values = rows.map(valueFor)
  const columns = ['id', 'state', ...rows.map(({ name }) => name)]
  await superuser.query(
    `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
     values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    [id, workflow.initial, ...values],
  )
  return id
}

/** By hand an administrator may try: every move that commands make, and one that nobody makes. */
const triesFrom = ({ workflow, from }: { workflow: Workflow; from: string }): string[] => {
  const next = workflow.states[from]?.next ?? {}
  const forCommands = Object.keys(next).filter((to) => !next[to]?.permission)
  const forbidden = statesOf(workflow).find((to) => to !== from && !next[to]) ?? 'no-such-state'
  return [...forCommands, forbidden]
}

type Column = { name: string; type: string; choice: string | null }

const valueFor = ({ name, type, choice }: Column): unknown => {
  if (choice !== null) return choice
  if (type === 'uuid') return randomUUID()
  if (type === 'jsonb') return '[]'
  if (type === 'boolean') return false
  if (type.startsWith('timestamp')) return new Date(0).toISOString()
  if (['numeric', 'integer', 'bigint'].includes(type)) return 1
  if (/_(on|until)$/.test(name)) return '2026-01-05'
  return randomUUID().slice(0, 8)
}

const stateOf = async ({ workflow, id }: { workflow: Workflow; id: string }): Promise<unknown> => {
  const { rows } = await poolOf(app.payload).query<{ state: string }>(
    `select state from "${tableOf(workflow.collection)}" where id = $1`,
    [id],
  )
  return rows[0]?.state
}

describe('every workflow of the product', () => {
  it('belongs to a collection, begins in its table and reaches every state of it', () => {
    expect(workflows().length).toBeGreaterThan(0)
    for (const workflow of workflows()) {
      expect(app.payload.collections, workflow.name).toHaveProperty(workflow.collection)
      expect(statesOf(workflow), workflow.name).toContain(workflow.initial)
      expect(unreachableStates(workflow), workflow.name).toEqual([])
      for (const state of statesOf(workflow))
        for (const to of Object.keys(workflow.states[state]?.next ?? {}))
          expect(statesOf(workflow), `${workflow.name}: ${state} to ${to}`).toContain(to)
    }
  })

  it('tells its moves by events in the past tense that belong to it alone', () => {
    const owners = new Map<string, string>()
    for (const workflow of workflows())
      for (const event of eventsOf(workflow)) {
        expect(event, workflow.name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
        expect(owners.get(event) ?? workflow.name, event).toBe(workflow.name)
        owners.set(event, workflow.name)
      }
  })

  it('is listened to by its real events: no reaction waits for one that nobody publishes', () => {
    const { events, reactions } = registryOf(app.payload)
    const subjects = app.payload.config.collections.flatMap(
      (collection) => announcementOf(collection)?.subject ?? [],
    )
    const published = new Set([
      ...events.keys(),
      ...workflows().flatMap((workflow) => eventsOf(workflow)),
      ...subjects.flatMap((subject) =>
        ['created', 'updated', 'deleted'].map((verb) => `${subject}.${verb}`),
      ),
    ])
    for (const { name, on } of reactions)
      for (const event of on) expect(published.has(event), `${name} on ${event}`).toBe(true)
  })

  it('refuses what its table does not name and ends only in its own states', () => {
    for (const workflow of workflows()) {
      const states = statesOf(workflow)
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...states), { maxLength: 25 }), (wishes) => {
          let state = workflow.initial
          for (const to of wishes) {
            const record = new Proxy({}, { get: () => 'filled' })
            const judged = judgeMove({ workflow, from: state, to, record, reason: 'a wish' })
            expect(judged.ok).toBe(
              to === state || nextStatesOf({ workflow, from: state }).includes(to),
            )
            if (judged.ok) state = to
          }
          expect(states).toContain(state)
        }),
        { numRuns: 50 },
      )
    }
  })

  it('is guarded when the state is edited by REST: neither forbidden moves nor those of commands', async () => {
    const passed: string[] = []
    for (const workflow of workflows()) {
      // The tries are more than one colleague may make in a minute.
      await superuser.query('delete from rate_limits')
      const id = await plant(workflow)
      for (const from of statesOf(workflow))
        for (const to of triesFrom({ workflow, from })) {
          await superuser.query(
            `update "${tableOf(workflow.collection)}" set state = $2 where id = $1`,
            [id, from],
          )
          const response = await restOf(app.payload)({
            method: 'PATCH',
            path: `/${workflow.collection}/${id}`,
            headers: { ...json, cookie },
            body: JSON.stringify({ state: to }),
          })
          const now = await stateOf({ workflow, id })
          const { errors } = z
            .object({ errors: z.array(z.object({ message: z.string() })).default([]) })
            .parse(await response.json())
          // 400 would come from a field that is wrong; the guard stands before the fields.
          const isRefused = [403, 404, 409].includes(response.status) || to === 'no-such-state'
          if (now !== from || !isRefused)
            passed.push(
              `${workflow.collection}: ${from} to ${to}: ${response.status} ${errors.map(({ message }) => message).join()}`,
            )
        }
    }
    expect(passed).toEqual([])
  }, 180_000)
})
