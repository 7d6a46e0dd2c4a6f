import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  drainJobs,
  enqueue,
  inOwnTransaction,
  instant,
  registryOf,
  requestFor,
  runParsed,
  sqlOutside,
} from '#plugins/kernel'
import {
  addDays,
  dayIn,
  eachDay,
  eventsOf as eventsOfWorkflow,
  minutesBetween,
  type Actor,
} from '#plugins/kernel/domain'
import { pauseClock, resumeClock } from '#plugins/work'
import { eventsOfRule } from '#plugins/work/domain'
import { startPayload, type TestApp } from '../../src/testing/harness'
import {
  done,
  makeCandidate,
  makeOrder,
  makeSubmission,
  makeWorld,
  type World,
} from '../../src/testing/staffing-world'
import { pipelineClocks } from './domain/clock-rules'
import {
  activateJobOrder,
  closeJobOrder,
  ensureDefaultStages,
  holdJobOrder,
  sendShortlist,
} from './index'

let app: TestApp
let world: World
let owner: Actor
let managerId: string

beforeAll(async () => {
  app = await startPayload()
  world = await makeWorld({ payload: app.payload })
  await done({ world, command: ensureDefaultStages, input: {} })
  // Who belongs to no office works by the hours of the first one.
  await app.payload.create({
    collection: 'offices',
    data: { name: 'Main', legalEntity: world.legalEntityId, zone: 'America/New_York' },
    ...(await bySystem()),
  })
  owner = staffActor(world.ownerId, ['tasks.write'])
  const role = await app.payload.create({
    collection: 'roles',
    data: { name: 'Manager', key: 'test-manager', permissions: ['tasks.write', 'tasks.oversee'] },
    ...(await bySystem()),
  })
  const manager = await app.payload.create({
    collection: 'users',
    data: {
      name: 'Bea Boss',
      email: `${randomUUID()}@agency.test`,
      password: `A-${randomUUID()}`,
      roles: [role.id],
      zone: 'America/New_York',
      locale: 'en-US',
    },
    ...(await bySystem()),
  })
  managerId = manager.id
})
afterAll(async () => await app.stop())

const bySystem = async () =>
  ({ req: await app.systemRequest(), overrideAccess: true, depth: 0 }) as const

const staffActor = (id: string, permissions: readonly string[]): Actor => ({
  kind: 'staff',
  id,
  name: 'Ana Silva',
  email: 'ana@agency.test',
  permissions: new Set(permissions),
  zone: 'America/New_York',
  locale: 'en-US',
})

/** Lets everything happen that follows from what was done. */
const settle = async () => {
  const [failure] = await drainJobs({ payload: app.payload })
  if (failure) throw failure.error
}

const watch = async () => {
  const req = await app.systemRequest()
  await inOwnTransaction({
    req,
    run: async () => await enqueue({ req, queue: 'watch-clocks', data: {} }),
  })
  await settle()
}

const clockRow = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  ball_in: z.string(),
  owner_id: z.string().nullable(),
  pauses: z.array(z.object({ until: z.string().nullable(), reason: z.string(), by: z.string() })),
  overdue: z.boolean(),
  escalated_to_id: z.string().nullable(),
})

const clocksOf = async (orderId: string, kind: string) =>
  await sqlOutside(app.payload).rows({
    schema: clockRow,
    text: `select id, kind, state, ball_in, owner_id, pauses, overdue_at is not null as overdue,
        escalated_to_id
      from clocks where order_id = $1 and kind = $2 order by started_at`,
    values: [orderId, kind],
  })

const clockOf = async (orderId: string, kind: string) => {
  const [clock, ...others] = await clocksOf(orderId, kind)
  expect(others).toEqual([])
  if (!clock) throw new Error(`The order has no clock ${kind}.`)
  return clock
}

/** As if the clock had begun so many days earlier. */
const longAgo = async (clockId: string, days: number) =>
  await sqlOutside(app.payload).run({
    text: `update clocks set started_at = started_at - make_interval(days => $2) where id = $1`,
    values: [clockId, days],
  })

const eventsOf = async (clockId: string) =>
  (
    await sqlOutside(app.payload).rows({
      schema: z.object({ name: z.string() }),
      text: 'select name from domain_events where subject_id = $1 order by at, id',
      values: [clockId],
    })
  ).map(({ name }) => name)

const chasesOf = async (clockId: string) =>
  await sqlOutside(app.payload).rows({
    schema: z.object({ title: z.string(), state: z.string(), owner_id: z.string() }),
    text: 'select title, state, owner_id from tasks where source_key = $1',
    values: [`clock:${clockId}`],
  })

/** An order that is being worked on, by its commands. */
const openOrder = async () => {
  const { orderId } = await makeOrder({ world })
  await done({ world, command: holdJobOrder, input: { jobOrderId: orderId, reason: 'Wait' } })
  await done({ world, command: activateJobOrder, input: { jobOrderId: orderId } })
  return orderId
}

const shortlist = async (orderId: string) => {
  const submissionId = await makeSubmission({
    world,
    orderId,
    candidateId: await makeCandidate({ world }),
    state: 'internal_review',
  })
  await done({
    world,
    command: sendShortlist,
    input: { jobOrderId: orderId, submissionIds: [submissionId] },
  })
}

const refusal = async (
  actor: Actor,
  command: typeof pauseClock | typeof resumeClock,
  input: Record<string, unknown>,
) => {
  const result = await runParsed({
    command,
    req: await requestFor({ payload: app.payload, actor }),
    input,
  })
  return result.ok ? null : result.failure
}

describe('the clock of an order', () => {
  it('runs from its activation to the first shortlist, then the client has the ball', async () => {
    const orderId = await openOrder()
    await settle()
    expect((await clockOf(orderId, 'order-qualified')).state).toBe('met')
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({
      state: 'running',
      ball_in: 'agency',
      owner_id: world.ownerId,
    })
    await shortlist(orderId)
    await settle()
    expect((await clockOf(orderId, 'order-first-shortlist')).state).toBe('met')
    expect(await clockOf(orderId, 'shortlist-decision')).toMatchObject({
      state: 'running',
      ball_in: 'client',
    })
    await done({
      world,
      command: closeJobOrder,
      input: { jobOrderId: orderId, outcome: 'lost', reason: 'No budget' },
    })
    await settle()
    expect((await clockOf(orderId, 'shortlist-decision')).state).toBe('cancelled')
  })

  it('stands still while the order is on hold, and belongs to whoever owns the order', async () => {
    const orderId = await openOrder()
    await done({ world, command: holdJobOrder, input: { jobOrderId: orderId, reason: 'Budget' } })
    await settle()
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({
      state: 'paused',
      pauses: [{ until: null, reason: 'The order is on hold', by: 'rule' }],
    })
    const { id } = await clockOf(orderId, 'order-first-shortlist')
    expect(await refusal(owner, resumeClock, { clockId: id })).toMatchObject({
      code: 'clock-not-paused',
      message: 'It stands still because of the record it runs on: move that one on.',
    })
    await done({ world, command: activateJobOrder, input: { jobOrderId: orderId } })
    await app.payload.update({
      collection: 'job-orders',
      id: orderId,
      data: { owner: managerId },
      ...(await bySystem()),
    })
    await settle()
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({
      state: 'running',
      owner_id: managerId,
      pauses: [{ until: expect.any(String), by: 'rule' }],
    })
  })

  it('comes to the same when events are heard late, twice and by two at once', async () => {
    const orderId = await openOrder()
    await shortlist(orderId)
    const jobs = await sqlOutside(app.payload).rows({
      schema: z.object({ data: z.record(z.string(), z.unknown()) }),
      text: `select data from pgboss.job where name = 'keep-clocks' and state = 'created' order by created_on desc`,
    })
    await sqlOutside(app.payload).run({
      text: `delete from pgboss.job where name = 'keep-clocks' and state = 'created'`,
    })
    expect(jobs.length).toBeGreaterThan(2)
    for (const { data } of [...jobs, ...jobs]) {
      const req = await app.systemRequest()
      await inOwnTransaction({
        req,
        run: async () => await enqueue({ req, queue: 'keep-clocks', data }),
      })
    }
    await Promise.all([settle(), settle()])
    expect((await clockOf(orderId, 'order-first-shortlist')).state).toBe('met')
    expect((await clockOf(orderId, 'shortlist-decision')).state).toBe('running')
  })
})

describe('working time', () => {
  const offFor = async (name: string, days: readonly string[]): Promise<string> => {
    const calendar = await app.payload.create({
      collection: 'holiday-calendars',
      data: { name, country: 'US' },
      ...(await bySystem()),
    })
    for (const dayOn of days)
      await app.payload.create({
        collection: 'holidays',
        data: { name: dayOn, calendar: calendar.id, dayOn },
        ...(await bySystem()),
      })
    return calendar.id
  }
  const dueOf = async (clockId: string) =>
    await sqlOutside(app.payload).first({
      schema: z.object({ started: instant, due: instant }),
      text: 'select started_at as started, due_at as due from clocks where id = $1',
      values: [clockId],
    })

  it('is that of the owner’s office, without its days off and those of a client with the ball', async () => {
    const office = await app.payload.create({
      collection: 'offices',
      data: {
        name: 'Night desk',
        legalEntity: world.legalEntityId,
        zone: 'UTC',
        hours: (['1', '2', '3', '4', '5', '6', '7'] as const).map((weekday) => ({
          weekday,
          opensAt: '00:00',
          closesAt: '23:59',
        })),
      },
      ...(await bySystem()),
    })
    await app.payload.update({
      collection: 'users',
      id: world.ownerId,
      data: { office: office.id },
      ...(await bySystem()),
    })
    const orderId = await openOrder()
    await settle()
    const { id } = await clockOf(orderId, 'order-first-shortlist')
    const open = await dueOf(id)
    expect(open && minutesBetween({ from: open.started, to: open.due })).toBe(1_020)

    const today = dayIn({ instant: open?.started ?? '', zone: 'UTC' })
    const week = eachDay({ from: today, to: addDays({ day: today, days: 6 }) })
    await app.payload.update({
      collection: 'offices',
      id: office.id,
      data: { holidayCalendar: await offFor('Week off', week) },
      ...(await bySystem()),
    })
    await watch()
    expect((await dueOf(id))?.due).toBe(`${addDays({ day: today, days: 7 })}T17:00:00.000Z`)

    await app.payload.update({
      collection: 'client-corporations',
      id: world.client.clientId,
      data: { holidayCalendar: await offFor('Client off', [addDays({ day: today, days: 7 })]) },
      ...(await bySystem()),
    })
    await shortlist(orderId)
    await settle()
    const decision = await clockOf(orderId, 'shortlist-decision')
    expect((await dueOf(decision.id))?.due).toBe(
      `${addDays({ day: today, days: 8 })}T17:00:00.000Z`,
    )
    await app.payload.update({
      collection: 'users',
      id: world.ownerId,
      data: { office: null },
      ...(await bySystem()),
    })
  })
})

describe('a clock that a colleague lets stand still', () => {
  it('is stopped and started by who looks after it or after all, with a reason, not by others', async () => {
    const orderId = await openOrder()
    await settle()
    const { id: clockId } = await clockOf(orderId, 'order-first-shortlist')
    const other = staffActor(randomUUID(), ['tasks.write'])
    expect(await refusal(other, pauseClock, { clockId, reason: 'client-away' })).toMatchObject({
      kind: 'right',
    })
    expect(await refusal(owner, pauseClock, { clockId })).toMatchObject({
      fields: { reason: 'Choose why it stands still.' },
    })
    await done({
      world,
      actor: owner,
      command: pauseClock,
      input: { clockId, reason: 'client-away' },
    })
    expect(await refusal(owner, pauseClock, { clockId, reason: 'other' })).toMatchObject({
      code: 'clock-not-running',
    })
    await longAgo(clockId, 30)
    const boss = staffActor(managerId, ['tasks.write', 'tasks.oversee'])
    await done({ world, actor: boss, command: resumeClock, input: { clockId } })
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({
      state: 'running',
      pauses: [{ reason: 'The client cannot be reached', by: 'staff' }],
    })
    await done({ world, actor: owner, command: pauseClock, input: { clockId, reason: 'agreed' } })
    await shortlist(orderId)
    await settle()
    const ended = await clockOf(orderId, 'order-first-shortlist')
    expect(ended.pauses.every(({ until }) => until !== null)).toBe(true)
    expect(await refusal(owner, resumeClock, { clockId })).toMatchObject({ kind: 'state' })
  })
})

describe('a clock that runs out', () => {
  it('is raised once, comes before a manager once, and is settled when the deed is done', async () => {
    const orderId = await openOrder()
    await settle()
    const { id } = await clockOf(orderId, 'order-first-shortlist')
    await watch()
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({ overdue: false })
    await longAgo(id, 10)
    await Promise.all([watch(), watch()])
    await watch()
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({
      state: 'running',
      overdue: true,
      escalated_to_id: managerId,
    })
    expect(await eventsOf(id)).toEqual(['clock.created', 'clock.overdue', 'clock.escalated'])
    expect(await chasesOf(id)).toEqual([
      { title: 'Overdue: First shortlist', state: 'open', owner_id: managerId },
    ])
    await shortlist(orderId)
    await settle()
    expect((await clockOf(orderId, 'order-first-shortlist')).state).toBe('missed')
    expect(await chasesOf(id)).toMatchObject([{ state: 'done' }])
  })

  it('turns amber once before', async () => {
    const orderId = await openOrder()
    await settle()
    const { id } = await clockOf(orderId, 'order-first-shortlist')
    // Eight days hold five to six working days: three quarters of this limit, and not all of it.
    await sqlOutside(app.payload).run({
      text: `update clocks set allowed_minutes = 3315, started_at = started_at - interval '8 days'
        where id = $1`,
      values: [id],
    })
    await watch()
    await watch()
    const events = await eventsOf(id)
    expect(events.filter((name) => name === 'clock.amber')).toHaveLength(1)
    expect(events).not.toContain('clock.overdue')
  })

  it('in the hands of a client comes before whoever has to chase them', async () => {
    const orderId = await openOrder()
    await shortlist(orderId)
    await settle()
    const { id } = await clockOf(orderId, 'shortlist-decision')
    await longAgo(id, 10)
    await watch()
    expect(await chasesOf(id)).toEqual([
      { title: 'Chase: Decision on the shortlist', state: 'open', owner_id: world.ownerId },
    ])
  })
})

describe('the times that an agency chooses', () => {
  it('hold for clocks that begin afterwards: how long, when amber, when help is called', async () => {
    const before = await openOrder()
    await settle()
    const admin = staffActor(world.ownerId, ['settings.write'])
    const run = async (name: string, input: object, actor: Actor = admin) => {
      const command = registryOf(app.payload).commands.get(name)
      if (!command) throw new Error(`There is no command ${name}.`)
      return await runParsed({
        command,
        req: await requestFor({ payload: app.payload, actor }),
        input,
      })
    }
    const times = {
      kind: 'order-first-shortlist',
      minutes: 120,
      amberPercent: 50,
      escalateAfterMinutes: 10_200,
    }
    for (const wish of [{ amberPercent: 100 }, { minutes: 0 }, { kind: 'no-such-clock' }])
      expect(await run('set-clock-times', { ...times, ...wish })).toMatchObject({
        failure: { fields: { [Object.keys(wish)[0] ?? '']: expect.any(String) } },
      })
    expect(await run('set-clock-times', times, owner)).toMatchObject({ failure: { kind: 'right' } })
    expect(await run('set-clock-times', times)).toMatchObject({ ok: true })
    const orderId = await openOrder()
    await settle()
    const allowed = async (order: string) => {
      const { id } = await clockOf(order, 'order-first-shortlist')
      const { allowedMinutes, amberPercent } = await app.payload.findByID({
        collection: 'clocks',
        id,
        ...(await bySystem()),
      })
      return { id, allowedMinutes, amberPercent }
    }
    expect(await allowed(before)).toMatchObject({ allowedMinutes: 1_020, amberPercent: 75 })
    const { id, ...chosen } = await allowed(orderId)
    expect(chosen).toEqual({ allowedMinutes: 120, amberPercent: 50 })
    await longAgo(id, 10)
    await watch()
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({
      overdue: true,
      escalated_to_id: null,
    })
    await longAgo(id, 40)
    await watch()
    expect(await clockOf(orderId, 'order-first-shortlist')).toMatchObject({
      escalated_to_id: managerId,
    })
    const handed = await run(
      'hand-over-records',
      { userId: world.ownerId, toUserId: managerId, kinds: { clocks: true } },
      staffActor(managerId, ['staff.write']),
    )
    expect(handed).toMatchObject({ ok: true })
    expect((await clockOf(orderId, 'order-first-shortlist')).owner_id).toBe(managerId)
    expect((await clockOf(orderId, 'order-qualified')).owner_id).toBe(world.ownerId)
    expect(await run('reset-clock-times', { kind: times.kind })).toMatchObject({ ok: true })
    const after = await openOrder()
    await settle()
    expect(await allowed(after)).toMatchObject({ allowedMinutes: 1_020, amberPercent: 75 })
  })
})

describe('the table of clocks', () => {
  it('listens to events that are published, on records that exist', () => {
    const { workflows, events, subjects } = registryOf(app.payload)
    const known = new Set(events.keys())
    for (const workflow of workflows.values())
      for (const name of eventsOfWorkflow(workflow)) known.add(name)
    for (const kind of subjects.keys()) known.add(`${kind}.created`).add(`${kind}.updated`)
    for (const rule of pipelineClocks) {
      expect(subjects.has(rule.subject)).toBe(true)
      expect(eventsOfRule(rule).filter((name) => !known.has(name))).toEqual([])
    }
  })
})
