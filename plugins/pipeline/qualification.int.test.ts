import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, requestFor, sqlOutside, wholeNumber } from '#plugins/kernel'
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
  ensureDefaultStages,
  overrideGrade,
  qualifyJobOrder,
  regradeJobOrder,
} from './index'
import { qualificationOfOrder } from './queries/qualification-of-order'

let app: TestApp
let world: World
let recruiter: Actor
let manager: Actor

beforeAll(async () => {
  app = await startPayload()
  world = await makeWorld({ payload: app.payload })
  await doneIn({ world, command: ensureDefaultStages, input: {} })
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
