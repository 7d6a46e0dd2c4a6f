import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { registryOf, requestFor, runParsed, sqlOutside } from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import { inDays, today } from '../../src/testing/days'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { myDay } from './queries/my-day'
import { recordWork } from './queries/record-work'

let app: TestApp
let ana: Staff
let ben: Staff
let boss: Staff
let candidateId: string

type Staff = Extract<Actor, { kind: 'staff' }>

beforeAll(async () => {
  app = await startPayload()
  ana = await hire('Ana Silva', ['tasks.write', 'candidates.read'])
  ben = await hire('Ben Okoro', ['tasks.write'])
  boss = await hire('Bea Boss', ['tasks.write', 'tasks.oversee'])
  const candidate = await app.payload.create({
    collection: 'candidates',
    data: {
      state: 'active',
      firstName: 'Zofia',
      lastName: 'Żółć',
      email: `z.${randomUUID()}@worker.test`,
      currency: 'USD',
      zone: 'America/New_York',
      locale: 'en-US',
    },
    req: await app.systemRequest(),
    overrideAccess: true,
    depth: 0,
  })
  candidateId = candidate.id
})
afterAll(async () => await app.stop())

const hire = async (name: string, permissions: readonly string[]): Promise<Staff> => {
  const user = await app.payload.create({
    collection: 'users',
    data: {
      name,
      email: `${randomUUID()}@agency.test`,
      password: `A-${randomUUID()}`,
      zone: 'America/New_York',
      locale: 'en-US',
    },
    req: await app.systemRequest(),
    overrideAccess: true,
    depth: 0,
  })
  return {
    kind: 'staff',
    id: user.id,
    name,
    email: user.email,
    permissions: new Set(permissions),
    zone: user.zone,
    locale: user.locale,
  }
}

const reqOf = async (actor: Actor) => await requestFor({ payload: app.payload, actor })

const attempt = async (actor: Actor, name: string, input: object) => {
  const command = registryOf(app.payload).commands.get(name)
  if (!command) throw new Error(`There is no command ${name}.`)
  return await runParsed({ command, req: await reqOf(actor), input })
}

const done = async (actor: Actor, name: string, input: object): Promise<unknown> => {
  const result = await attempt(actor, name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value
}

const refusal = async (actor: Actor, name: string, input: object) => {
  const result = await attempt(actor, name, input)
  return result.ok ? null : result.failure
}

const note = async (actor: Actor, input: object): Promise<string> =>
  z
    .object({ taskId: z.string() })
    .parse(await done(actor, 'create-task', { title: 'Call back', ...input })).taskId

const dayOf = async (actor: Actor, ownerId: string | null = null) => {
  const day = await myDay({ req: await reqOf(actor), ownerId })
  if (!day.ok) return null
  return Object.fromEntries(
    Object.entries(day.value.sections).map(([key, tasks]) => [key, tasks.map(({ id }) => id)]),
  )
}

const taskOf = async (id: string) =>
  await app.payload.findByID({ collection: 'tasks', id, depth: 0, overrideAccess: true })

const eventsOf = async (id: string) =>
  await sqlOutside(app.payload).rows({
    schema: z.object({ name: z.string(), person_id: z.string().nullable(), changes: z.unknown() }),
    text: `select name, person_id, changes from domain_events where subject_id = $1 order by at, id`,
    values: [id],
  })

describe('a task', () => {
  it('goes through its owner’s day: to do, waiting, put off, done, and back', async () => {
    const ida = await hire('Ida Day', ['tasks.write'])
    const late = await note(ida, { dueOn: inDays(-1) })
    const now = await note(ida, { dueOn: today() })
    const some = await note(ida, {})
    expect(await dayOf(ida)).toMatchObject({ overdue: [late], today: [now], upcoming: [some] })

    await done(ida, 'snooze-tasks', { taskIds: [late], untilOn: inDays(2) })
    await done(ida, 'await-others', { taskIds: [now], waitingFor: 'client', waitingNote: 'terms' })
    await done(ida, 'complete-tasks', { taskIds: [some] })
    expect(await dayOf(ida)).toMatchObject({
      overdue: [],
      today: [],
      waiting: [now],
      upcoming: [late],
      done: [some],
    })
    expect(await taskOf(late)).toMatchObject({ dueOn: inDays(-1), snoozedUntilOn: inDays(2) })

    await done(ida, 'reopen-tasks', { taskIds: [now, some] })
    expect(await taskOf(now)).toMatchObject({ state: 'open', waitingFor: null, waitingNote: null })
    expect(await taskOf(some)).toMatchObject({ state: 'open', doneAt: null, doneBy: null })
  })

  it('is due at a moment on the clock of whoever gives it', async () => {
    const id = await note(ana, { dueOn: '2026-07-01', dueTime: '14:30' })
    expect(await taskOf(id)).toMatchObject({ dueAt: '2026-07-01T18:30:00.000Z', dueOn: null })
  })

  it('tells its story beside the record, without its words', async () => {
    const id = await note(ana, {
      title: 'Ask about the knee',
      ownerId: ben.id,
      about: { kind: 'candidate', id: candidateId },
    })
    await done(ben, 'complete-tasks', { taskIds: [id] })
    const events = await eventsOf(id)
    expect(events.map(({ name }) => name)).toEqual([
      'task.created',
      'task.assigned',
      'task.completed',
    ])
    expect(events.every(({ person_id }) => person_id === candidateId)).toBe(true)
    expect(JSON.stringify(events)).not.toContain('knee')
  })

  it('refuses what cannot be, by field', async () => {
    const cases: [object, string][] = [
      [{ title: '  ' }, 'title'],
      [{ title: 'x'.repeat(201) }, 'title'],
      [{ dueOn: '2026-02-30' }, 'dueOn'],
      [{ dueTime: '10:00' }, 'dueOn'],
      [{ dueOn: '2026-03-01', dueTime: '25:00' }, 'dueTime'],
      [{ ownerId: randomUUID() }, 'ownerId'],
      [{ about: { kind: 'candidate', id: randomUUID() } }, 'about'],
      [{ about: { kind: '__proto__', id: candidateId } }, 'about'],
    ]
    for (const [input, field] of cases)
      expect(
        Object.keys((await refusal(ana, 'create-task', { title: 'Call', ...input }))?.fields ?? {}),
      ).toEqual([field])
    const id = await note(ana, {})
    expect(await refusal(ana, 'snooze-tasks', { taskIds: [id], untilOn: today() })).toMatchObject({
      kind: 'input',
      fields: { untilOn: 'Choose a day after today.' },
    })
    await done(ana, 'complete-tasks', { taskIds: [id] })
    expect(await refusal(ana, 'snooze-tasks', { taskIds: [id], untilOn: inDays(3) })).toMatchObject(
      { kind: 'state', code: 'task-not-open' },
    )
    expect(
      await refusal(ana, 'await-others', { taskIds: [id], waitingFor: 'client' }),
    ).toMatchObject({ kind: 'state' })
  })
})

describe('tasks of others', () => {
  it('are found by whom they belong to, by whoever gave them, and by whoever looks after all', async () => {
    const id = await note(ana, { ownerId: ben.id })
    const readers = { ana, ben, boss, stranger: await hire('Sam', ['tasks.write']) }
    const seen: Record<string, boolean> = {}
    for (const [name, actor] of Object.entries(readers)) {
      const { totalDocs } = await app.payload.count({
        collection: 'tasks',
        where: { id: { equals: id } },
        req: await reqOf(actor),
        overrideAccess: false,
      })
      seen[name] = totalDocs === 1
    }
    expect(seen).toEqual({ ana: true, ben: true, boss: true, stranger: false })
    expect(await refusal(readers.stranger, 'complete-tasks', { taskIds: [id] })).toMatchObject({
      kind: 'missing',
    })
    expect(await dayOf(ana, ben.id)).toBeNull()
    expect((await dayOf(boss, ben.id))?.upcoming).toContain(id)
  })

  it('are not about records that the giver may not see', async () => {
    expect(
      await refusal(ben, 'create-task', {
        title: 'Call',
        about: { kind: 'candidate', id: candidateId },
      }),
    ).toMatchObject({ fields: { about: 'The record that it is about was not found.' } })
  })

  it('are not given to who has left', async () => {
    const gone = await hire('Gone Girl', ['tasks.write'])
    await app.payload.update({
      collection: 'users',
      id: gone.id,
      data: { isDisabled: true },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const id = await note(ana, {})
    expect(
      (await refusal(ana, 'assign-tasks', { taskIds: [id], ownerId: gone.id }))?.fields,
    ).toEqual({ ownerId: 'Gone Girl no longer works here: choose another colleague.' })
  })
})

describe('beside a record', () => {
  it('its tasks are seen by whoever may see it, and ticked off by whom they belong to', async () => {
    const subject = { kind: 'candidate', id: candidateId }
    const id = await note(ana, { title: 'Ask for two references', about: subject })
    const seenBy = async (actor: Actor) => {
      const work = await recordWork({ req: await reqOf(actor), subject })
      return work.ok ? work.value.tasks.find((task) => task.id === id) : work.failure.kind
    }
    const colleague = await hire('Cleo', ['tasks.write', 'candidates.read'])
    expect(await seenBy(ana)).toMatchObject({ owner: 'you', isOurs: true, due: 'any time' })
    expect(await seenBy(colleague)).toMatchObject({ owner: 'Ana Silva', isOurs: false })
    expect(await seenBy(ben)).toBe('missing')
    expect(await seenBy({ ...ana, permissions: new Set(['candidates.read']) })).toBe('right')
    expect(
      await seenBy({
        kind: 'portal',
        id: randomUUID(),
        email: 'worker@example.test',
        candidateId,
        contactId: null,
        clientId: null,
        zone: 'UTC',
        locale: 'en-US',
      }),
    ).toBe('right')
  })
})

describe('many tasks at once', () => {
  it('are done all or none', async () => {
    const own = await note(ana, {})
    const foreign = await note(ben, {})
    expect(await refusal(ana, 'complete-tasks', { taskIds: [own, foreign] })).toMatchObject({
      kind: 'missing',
    })
    expect((await taskOf(own)).state).toBe('open')
    const other = await note(ana, {})
    expect(await done(ana, 'complete-tasks', { taskIds: [own, other, own] })).toEqual({
      changed: 2,
      unchanged: 0,
    })
    expect(await done(ana, 'complete-tasks', { taskIds: [own, other] })).toEqual({
      changed: 0,
      unchanged: 2,
    })
  })

  it('are ticked off once by two who choose the same ones at the same time', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => await note(ana, {})))
    const results = await Promise.all([
      done(ana, 'complete-tasks', { taskIds: ids }),
      done(boss, 'complete-tasks', { taskIds: [...ids].reverse() }),
    ])
    expect(results).toEqual(
      expect.arrayContaining([
        { changed: 3, unchanged: 0 },
        { changed: 0, unchanged: 3 },
      ]),
    )
    for (const id of ids)
      expect((await eventsOf(id)).filter(({ name }) => name === 'task.completed')).toHaveLength(1)
  })

  it('are handed over with the rest when somebody leaves, done ones not', async () => {
    const leaver = await hire('Lea Leaves', ['tasks.write', 'candidates.read'])
    const head = await hire('Hal Head', ['staff.write'])
    const about = { kind: 'candidate', id: candidateId }
    const [open, waiting, over] = [
      await note(leaver, { about }),
      await note(leaver, {}),
      await note(leaver, {}),
    ]
    await done(leaver, 'await-others', { taskIds: [waiting], waitingFor: 'client' })
    await done(leaver, 'complete-tasks', { taskIds: [over] })
    expect(
      await done(head, 'hand-over-records', { userId: leaver.id, toUserId: ben.id }),
    ).toMatchObject({ counts: { tasks: 2, clocks: 0 }, total: 2 })
    const owners = []
    for (const id of [open, waiting, over]) owners.push((await taskOf(id)).owner)
    expect(owners).toEqual([ben.id, ben.id, leaver.id])
    expect((await eventsOf(open)).at(-1)).toMatchObject({
      name: 'task.assigned',
      person_id: candidateId,
      changes: { owner: [leaver.id, ben.id] },
    })
  })

  it('are given away with word to the new owner', async () => {
    const ids = [await note(ana, {}), await note(ana, {})]
    await done(ana, 'assign-tasks', { taskIds: ids, ownerId: ben.id })
    for (const id of ids) {
      expect(await taskOf(id)).toMatchObject({ owner: ben.id, assignedBy: ana.id })
      expect((await eventsOf(id)).at(-1)).toMatchObject({
        name: 'task.assigned',
        changes: { owner: [ana.id, ben.id] },
      })
    }
  })
})
