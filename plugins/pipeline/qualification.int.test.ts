import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  drainJobs,
  registryOf,
  requestFor,
  runParsed,
  sqlOutside,
  wholeNumber,
} from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import {
  attempt as attemptIn,
  done as doneIn,
  makeCandidate,
  makeSubmission,
  makeWorld,
  type World,
} from '../../src/testing/staffing-world'
import {
  activateJobOrder,
  createJobOrder,
  endGradeOverride,
  closeJobOrder,
  convertOrderRequest,
  copyJobOrder,
  ensureDefaultPlaybooks,
  ensureDefaultStages,
  orderPlaybooks,
  orderRoutingRules,
  overrideGrade,
  qualifyJobOrder,
  regradeJobOrder,
  requestStaff,
  tryRouting,
} from './index'
import { orderHealth } from './queries/order-health'
import { qualificationOfOrder } from './queries/qualification-of-order'

let app: TestApp
let world: World
let recruiter: Actor
let manager: Actor

beforeAll(async () => {
  app = await startPayload()
  world = await makeWorld({ payload: app.payload })
  await doneIn({ world, command: ensureDefaultStages, input: {} })
  await doneIn({ world, command: ensureDefaultPlaybooks, input: {} })
  const staff = (permissions: readonly string[]): Actor => ({
    kind: 'staff',
    id: world.ownerId,
    name: 'Ana Silva',
    email: 'ana@agency.test',
    permissions: new Set(permissions),
    zone: 'America/New_York',
    locale: 'en-US',
  })
  const desk = ['orders.read', 'orders.write', 'pipeline.read', 'pipeline.write']
  recruiter = staff(desk)
  manager = staff([...desk, 'orders.override', 'rates.read'])
  await app.payload.update({
    collection: 'client-corporations',
    id: world.client.clientId,
    data: { termsSignedOn: '2026-01-05' },
    overrideAccess: true,
  })
})

afterAll(async () => {
  await app.stop()
})

const day = (days: number): string => {
  const at = new Date(Date.now() + days * 86_400_000)
  return at.toISOString().slice(0, 10)
}

/** An order as a caller leaves it: priced, and nothing asked yet. */
const takeOrder = async (title: string): Promise<string> => {
  const { jobOrderId } = await doneIn({
    world,
    command: createJobOrder,
    actor: recruiter,
    input: {
      title,
      clientId: world.client.clientId,
      contactId: world.client.contactId,
      workLocationId: world.client.locationId,
      employmentType: 'temp',
      payRateE4: 200_000,
      billRateE4: 300_000,
      startsOn: day(10),
    },
  })
  return jobOrderId
}

/** What a good call brings to light. */
const answers = () => ({
  decisionMaker: world.client.contactId,
  vacancyApproval: 'approved' as const,
  advertCheck: 'lawful' as const,
  payP25RateE4: 180_000,
  payP50RateE4: 195_000,
  consequence: 'The night shift stands still.',
  exclusivityUntilOn: day(21),
  interviewSlots: 3,
  feedbackSlaHours: 48,
  category: 'Warehouse',
  hoursPerWeekMinutes: 2_400,
  competingAgencies: 0,
  feeKind: 'hourly' as const,
  description: 'Pick, pack and load.',
})

const write = async (jobOrderId: string, data: Record<string, unknown>) => {
  await app.payload.update({
    collection: 'job-orders',
    id: jobOrderId,
    data,
    overrideAccess: true,
  })
  await settle()
}

const settle = async () => {
  const [failure] = await drainJobs({ payload: app.payload })
  if (failure) throw new Error(`The job ${failure.queue} failed.`, { cause: failure.error })
}

const orderOf = async (id: string) =>
  await app.payload.findByID({ collection: 'job-orders', id, depth: 0, overrideAccess: true })

const completeTask = async (id: string) => {
  const command = registryOf(app.payload).commands.get('complete-tasks')
  if (!command) throw new Error('There is no command complete-tasks.')
  const completed = await runParsed({
    command,
    req: await app.systemRequest(),
    input: { taskIds: [id] },
  })
  expect(completed.ok).toBe(true)
}

const gradesOf = async (jobOrderId: string) => {
  const { docs } = await app.payload.find({
    collection: 'qualifications',
    where: { jobOrder: { equals: jobOrderId } },
    sort: ['-createdAt', '-id'],
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

describe('qualifying an order', () => {
  it('grades it, keeps the grade, and grades anew when its facts change', async () => {
    const id = await takeOrder('Picker, days')
    const { grade } = await doneIn({
      world,
      command: qualifyJobOrder,
      actor: recruiter,
      input: { jobOrderId: id },
    })
    expect(grade).toBe('C')
    await settle()
    await write(id, answers())
    const [now, before] = await gradesOf(id)
    expect(before).toMatchObject({ grade: 'C', trigger: 'qualified', gradeBefore: null })
    expect(now).toMatchObject({ trigger: 'terms_changed', gradeBefore: 'C' })
    expect(now?.score).toBeGreaterThan(before?.score ?? 100)
    const order = await orderOf(id)
    // 12 + 4 urgent, 10 + 5 + 3 committed, 10 value, 5 pay, 6 new client, and a clear intake.
    expect(order).toMatchObject({ grade: 'B', score: now?.score })
    expect(order.score).toBe(55 + Math.round((10 * 15) / 17))
    expect(order.expectedValueMinor).toBeGreaterThan(0)
    // Whoever does not see fees has the same list in the same order, without the value.
    const [first] = (
      await app.payload.find({
        collection: 'job-orders',
        req: await requestFor({ payload: app.payload, actor: recruiter }),
        overrideAccess: false,
        limit: 1,
      })
    ).docs
    expect(first?.id).toBe(id)
    expect(first?.priority).toBeGreaterThan(0)
    expect(first).not.toHaveProperty('expectedValueMinor')
    // Nothing new is known: nothing is kept, unless somebody asks.
    await write(id, { niceToHaves: [] })
    expect(await gradesOf(id)).toHaveLength(2)
    await doneIn({
      world,
      command: regradeJobOrder,
      actor: recruiter,
      input: { jobOrderId: id, reason: 'Before the stand-up' },
    })
    const [asked] = await gradesOf(id)
    expect(asked).toMatchObject({
      trigger: 'asked',
      reason: 'Before the stand-up',
      gradeBefore: 'B',
    })
  })

  it('is held back by a gate that is known to be wrong, and says how to pass it', async () => {
    const id = await takeOrder('Picker, nights')
    await doneIn({ world, command: qualifyJobOrder, actor: recruiter, input: { jobOrderId: id } })
    await write(id, { ...answers(), vacancyApproval: 'refused' })
    const refused = await attemptIn({
      world,
      command: activateJobOrder,
      actor: recruiter,
      input: { jobOrderId: id },
    })
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'gates-refused', message: expect.stringContaining('not approved') },
    })
    await doneIn({
      world,
      command: overrideGrade,
      actor: manager,
      input: { jobOrderId: id, grade: 'A', reason: 'Key account', days: 14 },
    })
    await doneIn({ world, command: activateJobOrder, actor: recruiter, input: { jobOrderId: id } })
    expect((await orderOf(id)).state).toBe('active')
    await doneIn({ world, command: endGradeOverride, actor: manager, input: { jobOrderId: id } })
    expect((await orderOf(id)).grade).toBe('C')
  })

  it('goes one grade down after three candidates without an interview, and says so', async () => {
    const id = await takeOrder('Picker, weekends')
    await doneIn({ world, command: qualifyJobOrder, actor: recruiter, input: { jobOrderId: id } })
    await write(id, answers())
    await doneIn({ world, command: activateJobOrder, actor: recruiter, input: { jobOrderId: id } })
    await settle()
    expect((await orderOf(id)).grade).toBe('B')
    for (let sent = 0; sent < 3; sent += 1) {
      const submissionId = await makeSubmission({
        world,
        orderId: id,
        candidateId: await makeCandidate({ world }),
      })
      await app.payload.update({
        collection: 'submissions',
        id: submissionId,
        data: { clientSubmittedAt: new Date().toISOString() },
        overrideAccess: true,
      })
    }
    await write(id, { description: 'Pick and pack.' })
    const [now] = await gradesOf(id)
    expect(now).toMatchObject({ grade: 'C', gradeBefore: 'B', trigger: 'no_interview' })
    expect(now?.reason).toContain('3 candidates were sent')
  })
})

describe('who could be put forward', () => {
  it('is counted by the skills among the must-haves, those who are away and those ruled out left out', async () => {
    await app.payload.create({
      collection: 'skills',
      data: { name: 'Kelp harvesting', aliases: ['Harvesting of kelp'], category: 'other' },
      overrideAccess: true,
    })
    const id = await takeOrder('Picker by skill')
    const people = await Promise.all([1, 2, 3].map(async () => await makeCandidate({ world })))
    for (const candidateId of people)
      await app.payload.update({
        collection: 'candidates',
        id: candidateId,
        data: { skills: ['Kelp harvesting'] },
        overrideAccess: true,
      })
    const [away, out] = people
    await app.payload.update({
      collection: 'candidates',
      id: away ?? '',
      data: { availableOn: day(60) },
      overrideAccess: true,
    })
    await makeSubmission({ world, orderId: id, candidateId: out ?? '', state: 'rejected' })
    const fillability = async (mustHaves: readonly string[]) => {
      await write(id, { mustHaves })
      const shown = await qualificationOfOrder({
        req: await app.systemRequest(),
        jobOrderId: id,
      })
      return shown?.parts.find(({ key }) => key === 'fillability')?.why.join(' ')
    }
    expect(await fillability(['harvesting of KELP', 'Friendly on the phone'])).toContain(
      'One matching candidate is available',
    )
    expect(await fillability(['Friendly on the phone'])).toContain('nobody can be counted')
  })
})

describe('playbooks', () => {
  const stepsOf = async (jobOrderId: string) => {
    const { docs } = await app.payload.find({
      collection: 'tasks',
      where: { aboutId: { equals: jobOrderId }, source: { equals: 'playbook' } },
      sort: 'dueAt',
      limit: 50,
      depth: 0,
      overrideAccess: true,
    })
    return docs
  }
  const runOf = async (jobOrderId: string) => {
    const qualification = await qualificationOfOrder({
      req: await app.systemRequest(),
      jobOrderId,
    })
    return qualification?.playbook ?? null
  }

  it('become tasks by the grade, once; another grade drops what is open and keeps what is done', async () => {
    const id = await takeOrder('Clerk')
    await doneIn({ world, command: qualifyJobOrder, actor: recruiter, input: { jobOrderId: id } })
    await settle()
    expect(await runOf(id)).toMatchObject({ name: 'C-renegotiate' })
    const [first, second] = await stepsOf(id)
    expect(first).toMatchObject({ state: 'open', owner: world.ownerId, aboutKind: 'job-order' })
    expect(first?.note).toContain('decision maker named and reachable')
    expect(first?.note).toContain('Clerk for Harbor Logistics')
    await doneIn({
      world,
      command: regradeJobOrder,
      actor: recruiter,
      input: { jobOrderId: id, reason: null },
    })
    await settle()
    expect(await stepsOf(id)).toHaveLength(2)
    await completeTask(first?.id ?? '')
    await write(id, answers())
    expect(await runOf(id)).toMatchObject({ name: 'B-match' })
    const after = await stepsOf(id)
    expect(after.find((task) => task.id === first?.id)?.state).toBe('done')
    expect(after.find((task) => task.id === second?.id)?.state).toBe('cancelled')
    expect(after.filter(({ state }) => state === 'open')).toHaveLength(2)
    await doneIn({
      world,
      command: closeJobOrder,
      actor: recruiter,
      input: { jobOrderId: id, outcome: 'lost', reason: 'Filled inside' },
    })
    await settle()
    expect(await runOf(id)).toBeNull()
    expect(await orderOf(id)).toMatchObject({ grade: 'B', priority: 0, expectedValueMinor: 0 })
    expect((await stepsOf(id)).filter(({ state }) => state === 'open')).toEqual([])
  })

  it('are tried in the agency’s order', async () => {
    const { docs } = await app.payload.find({
      collection: 'playbooks',
      sort: 'position',
      limit: 50,
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toHaveLength(8)
    const last = docs.at(-1)
    const ids = docs.map((playbook) => playbook.id)
    const settings = { ...manager, permissions: new Set(['settings.write']) }
    expect(
      await attemptIn({
        world,
        command: orderPlaybooks,
        actor: settings,
        input: { playbookIds: ids.slice(1) },
      }),
    ).toMatchObject({ ok: false, failure: { code: 'changed-meanwhile' } })
    await doneIn({
      world,
      command: orderPlaybooks,
      actor: settings,
      input: { playbookIds: [...ids].reverse() },
    })
    const [now] = (
      await app.payload.find({
        collection: 'playbooks',
        sort: 'position',
        limit: 1,
        overrideAccess: true,
      })
    ).docs
    expect(now?.id).toBe(last?.id)
  })
})

describe('a manager’s grade', () => {
  it('asks for a right of its own, a reason and at most 14 days', async () => {
    const id = await takeOrder('Loader')
    const input = { jobOrderId: id, grade: 'A' as const, reason: 'Key account', days: 3 }
    const asked = await attemptIn({ world, command: overrideGrade, actor: recruiter, input })
    expect(asked).toMatchObject({ ok: false, failure: { kind: 'right' } })
    for (const wrong of [{ days: 15 }, { days: 0 }, { reason: ' ' }])
      expect(
        await attemptIn({
          world,
          command: overrideGrade,
          actor: manager,
          input: { ...input, ...wrong },
        }),
      ).toMatchObject({ ok: false, failure: { kind: 'input' } })
  })

  it('is for a tenth of the open orders at most, and ends by itself', async () => {
    const [one, other] = [await takeOrder('Loader, one'), await takeOrder('Loader, other')]
    const input = { grade: 'A' as const, reason: 'Key account', days: 14 }
    await doneIn({
      world,
      command: overrideGrade,
      actor: manager,
      input: { ...input, jobOrderId: one },
    })
    expect((await orderOf(one)).grade).toBe('A')
    const second = await attemptIn({
      world,
      command: overrideGrade,
      actor: manager,
      input: { ...input, jobOrderId: other },
    })
    expect(second).toMatchObject({ ok: false, failure: { code: 'too-many-overrides' } })
    await sqlOutside(app.payload).run({
      text: `update job_orders set override_until = now() - interval '1 minute' where id = $1`,
      values: [one],
    })
    await runQueuedJobs({ app, queues: ['regrade-open-orders'], data: {} })
    expect(await orderOf(one)).toMatchObject({ grade: 'C', overrideGrade: null })
    const [ended] = await gradesOf(one)
    expect(ended).toMatchObject({ trigger: 'override_ended', gradeBefore: 'A', grade: 'C' })
  })
})

describe('an order beside its grade', () => {
  const healthOf = async (jobOrderId: string, actor: Actor = recruiter) =>
    await orderHealth({
      req: await requestFor({ payload: app.payload, actor }),
      jobOrderId,
    })

  it('tells how it stands and what comes next', async () => {
    const id = await takeOrder('Stower')
    expect(await healthOf(id)).toMatchObject({
      daysActive: null,
      counts: { openings: 1, freeOpenings: 1 },
      next: { text: expect.stringContaining('Qualify it') },
    })
    await doneIn({ world, command: qualifyJobOrder, actor: recruiter, input: { jobOrderId: id } })
    expect((await healthOf(id))?.next?.text).toContain('gates')
    await doneIn({ world, command: activateJobOrder, actor: recruiter, input: { jobOrderId: id } })
    expect(await healthOf(id)).toMatchObject({
      daysActive: 0,
      coverage: { isCovered: false, needed: 2 },
      next: { text: expect.stringContaining('add candidates'), isUrgent: true },
    })
    const candidateId = await makeCandidate({ world })
    await makeSubmission({ world, orderId: id, candidateId, state: 'screening' })
    expect(await healthOf(id)).toMatchObject({
      counts: { unsent: 1 },
      next: { text: expect.stringContaining('send a shortlist') },
    })
    expect(await healthOf(id, { kind: 'anonymous', id: 'anonymous' })).toBeNull()
    expect(await healthOf('0190a000-0000-7000-8000-00000000ffff')).toBeNull()
  })

  it('is copied with its work and terms, and without what was true that one time', async () => {
    const id = await takeOrder('Sorter')
    await doneIn({ world, command: qualifyJobOrder, actor: recruiter, input: { jobOrderId: id } })
    await write(id, { ...answers(), mustHaves: ['Lifting'] })
    const { jobOrderId } = await doneIn({
      world,
      command: copyJobOrder,
      actor: recruiter,
      input: { jobOrderId: id, openingsCount: 3 },
    })
    const copy = await orderOf(jobOrderId)
    expect(copy).toMatchObject({
      state: 'intake',
      title: 'Sorter',
      openingsCount: 3,
      payRateE4: 200_000,
      mustHaves: ['Lifting'],
      category: 'Warehouse',
      feedbackSlaHours: 48,
      owner: world.ownerId,
    })
    expect(copy.grade ?? null).toBeNull()
    expect(copy.startsOn ?? null).toBeNull()
    expect(copy.exclusivityUntilOn ?? null).toBeNull()
    expect(copy.vacancyApproval).toBe('unknown')
    expect(copy.ref).not.toBe((await orderOf(id)).ref)
  })
})

describe('routing', () => {
  let nurse: string
  let welder: string

  beforeAll(async () => {
    const hire = async (name: string) => {
      const { id } = await app.payload.create({
        collection: 'users',
        data: {
          name,
          email: `${name.toLowerCase()}@agency.test`,
          password: `A-${Math.random()}-long`,
          roles: [],
          zone: 'UTC',
          locale: 'en-GB',
        },
        overrideAccess: true,
      })
      return id
    }
    nurse = await hire('Noor')
    welder = await hire('Wanda')
    const rule = async (data: Record<string, unknown>) =>
      await app.payload.create({
        collection: 'routing-rules',
        data: {
          name: String(data.name),
          way: 'in_turn',
          team: [nurse, welder],
          position: Number(data.position),
          ...data,
        },
        overrideAccess: true,
      })
    await rule({
      name: 'Nursing',
      position: 10,
      way: 'named',
      team: [nurse],
      words: ['nurse'],
      recruiters: [
        { user: nurse, shareBp: 7_000 },
        { user: welder, shareBp: 3_000 },
      ],
      followers: [world.ownerId],
    })
    await rule({ name: 'Metal', position: 20, words: ['welder'] })
  })

  const order = async (title: string, extra: Record<string, unknown> = {}) => {
    const { jobOrderId } = await doneIn({
      world,
      command: createJobOrder,
      actor: recruiter,
      input: {
        title,
        clientId: world.client.clientId,
        employmentType: 'temp',
        ...extra,
      },
    })
    return await orderOf(jobOrderId)
  }

  it('gives an order its owner, credit and followers by the first rule that holds', async () => {
    expect(await order('Night nurse')).toMatchObject({
      owner: nurse,
      recruiters: [
        { user: nurse, shareBp: 7_000 },
        { user: welder, shareBp: 3_000 },
      ],
      followers: [world.ownerId],
    })
    expect((await order('Night nurse', { ownerId: welder })).owner).toBe(welder)
    expect((await order('Gardener')).owner).toBe(world.ownerId)
  })

  it('gives work in turn, and passes over whoever may not sign in any more', async () => {
    const owners = [await order('TIG welder'), await order('MIG welder'), await order('Welder')]
    expect(owners.map(({ owner }) => owner)).toEqual([nurse, welder, nurse])
    await app.payload.update({
      collection: 'users',
      id: welder,
      data: { isDisabled: true },
      overrideAccess: true,
    })
    expect((await order('Welder, nights')).owner).toBe(nurse)
    await app.payload.update({
      collection: 'users',
      id: welder,
      data: { isDisabled: false },
      overrideAccess: true,
    })
  })

  it('is tried without anything becoming anybody’s', async () => {
    const settings = { ...manager, permissions: new Set(['settings.write']) }
    const ask = async (title: string) =>
      await doneIn({
        world,
        command: tryRouting,
        actor: settings,
        input: { title, employmentType: 'temp' },
      })
    const first = await ask('Welder')
    expect(first).toEqual({ rule: 'Metal', owner: 'Wanda' })
    expect(await ask('Welder')).toEqual(first)
    expect(await ask('Waiter')).toEqual({ rule: null, owner: null })
    expect(
      await attemptIn({
        world,
        command: tryRouting,
        actor: recruiter,
        input: { title: 'Welder', employmentType: 'temp' },
      }),
    ).toMatchObject({ ok: false, failure: { kind: 'right' } })
    expect(
      await attemptIn({
        world,
        command: orderRoutingRules,
        actor: settings,
        input: { ruleIds: [] },
      }),
    ).toMatchObject({ ok: false, failure: { code: 'changed-meanwhile' } })
  })

  it('gives a request its owner as it comes in, and the order that follows', async () => {
    const ask = async (jobTitle: string) => {
      await doneIn({
        world,
        command: requestStaff,
        actor: { kind: 'anonymous', id: 'anonymous' },
        input: {
          company: 'Kestrel Yachts',
          contactName: 'Bronwen Pugh',
          email: 'bronwen@kestrel.test',
          jobTitle,
          workLocation: 'Southampton',
          currency: 'GBP',
          requestKey: `routing-test-${jobTitle.replaceAll(' ', '-')}`,
        },
      })
      await settle()
      const { docs } = await app.payload.find({
        collection: 'order-requests',
        where: { jobTitle: { equals: jobTitle } },
        depth: 0,
        overrideAccess: true,
      })
      return docs[0]
    }
    const request = await ask('School nurse')
    expect(request?.owner).toBe(nurse)
    const clerk = { ...recruiter, permissions: new Set(['requests.write']) }
    const { jobOrderId } = await doneIn({
      world,
      command: convertOrderRequest,
      actor: clerk,
      input: { requestId: request?.id ?? '', employmentType: 'temp', currency: 'GBP' },
    })
    expect((await orderOf(jobOrderId)).owner).toBe(nurse)
  })

  it('refuses credit that is not shared out whole', async () => {
    const { id } = await order('Gardener, summers')
    await expect(
      write(id, { recruiters: [{ user: nurse, shareBp: 5_000 }] }),
    ).rejects.toMatchObject({ data: { errors: [{ path: 'recruiters' }] } })
  })
})

describe('what is kept of a grade', () => {
  it('is never changed, whoever writes', async () => {
    await expect(
      sqlOutside(app.payload).run({ text: `update qualifications set grade = 'A', score = 100` }),
    ).rejects.toThrow('never changed')
    const rows = await sqlOutside(app.payload).first({
      schema: z.object({ count: wholeNumber }),
      text: `select count(*) as count from qualifications where reason is not null`,
    })
    expect(rows?.count).toBeGreaterThan(0)
  })

  it('is shown to staff who see orders, its worth to those who see fees', async () => {
    const id = await takeOrder('Checker')
    const seen = async (actor: Actor) =>
      await qualificationOfOrder({
        req: await requestFor({ payload: app.payload, actor }),
        jobOrderId: id,
      })
    expect(await seen(recruiter)).toMatchObject({ grade: null, worth: null, history: [] })
    await doneIn({ world, command: qualifyJobOrder, actor: recruiter, input: { jobOrderId: id } })
    expect(await seen(recruiter)).toMatchObject({ grade: 'C', worth: null })
    expect(await seen(manager)).toMatchObject({ grade: 'C', worth: { currency: 'USD' } })
    expect(await seen({ kind: 'anonymous', id: 'anonymous' })).toBeNull()
  })
})
