import type { CollectionSlug, PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { poolOf } from '#plugins/kernel'
import { addDays } from '#plugins/kernel/domain'
import {
  hoursInHand,
  marginByWeek,
  moneyThisMonth,
  needsAttention,
  openOrders,
  readClock,
  upcomingInterviews,
  weekSubmissions,
  workingPlacements,
  type Clock,
} from '#plugins/reporting'
import { startPayload, type TestApp } from '../../src/testing/harness'

let app: TestApp
let manager: PayloadRequest
let clock: Clock

beforeAll(async () => {
  app = await startPayload()
  manager = await app.staffRequest({ role: 'manager' })
  clock = await readClock(manager)
  await sow()
})

afterAll(async () => {
  await app.stop()
})

/** What one statement of plain SQL counts, to hold against a figure. */
const plain = async (text: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await poolOf(app.payload).query(text, values)
  return Number(Object.values(rows[0] ?? {})[0] ?? 0)
}

const valueOf = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('The figure was refused.')
  return result.value
}

const made = async (collection: CollectionSlug, data: Record<string, unknown>) => {
  const req = await app.systemRequest()
  const { id } = await app.payload.create({
    collection,
    // Rows for reading: each test names the columns that its figure counts.
    data: data as never,
    req,
    overrideAccess: true,
    depth: 0,
  })
  return String(id)
}

/** Orders, submissions, interviews, placements, time and money in several states, some of each old. */
const sow = async (): Promise<void> => {
  const owner = await made('users', {
    name: 'Owner',
    email: 'owner@agency.test',
    password: 'a long password for tests',
    zone: 'UTC',
    locale: 'en-GB',
  })
  const legalEntity = await made('legal-entities', {
    name: 'Agency Ltd',
    currency: 'GBP',
    zone: 'Europe/London',
    invoicePrefix: 'T',
    paymentTermsDays: 30,
    workweekStartsOn: 1,
    ruleSet: 'none',
  })
  const client = await made('client-corporations', { name: 'Client', currency: 'GBP' })
  const order = async (data: Record<string, unknown>) =>
    await made('job-orders', {
      title: 'Welder',
      client,
      owner,
      employmentType: 'temp',
      currency: 'GBP',
      payRateE4: 150_000,
      billRateE4: 220_000,
      ...data,
    })
  const instantAgo = (days: number) => `${addDays({ day: clock.today, days: -days })}T12:00:00.000Z`
  const orders = [
    await order({ state: 'active', receivedAt: instantAgo(1) }),
    await order({ state: 'active', receivedAt: instantAgo(9) }),
    await order({ state: 'on_hold', receivedAt: instantAgo(40) }),
    await order({ state: 'intake', receivedAt: instantAgo(100) }),
    await order({ state: 'filled', receivedAt: instantAgo(3) }),
    await order({ state: 'closed_lost', receivedAt: instantAgo(3) }),
  ]
  const [jobOrder, , , , filledOrder] = orders
  const candidates: string[] = []
  for (const [at, state] of ['new', 'new', 'client_review', 'rejected'].entries()) {
    const candidate = await made('candidates', {
      firstName: 'Person',
      lastName: String(at),
      email: `person${at}@people.test`,
    })
    candidates.push(candidate)
    await made('submissions', { jobOrder, candidate, client, state })
  }
  const { rows } = await poolOf(app.payload).query<{ id: string; candidate_id: string }>(
    `select id, candidate_id from submissions order by created_at`,
  )
  const [first, second, third] = rows
  await poolOf(app.payload).query(
    `update submissions set created_at = now() - interval '20 days' where id = $1`,
    [first?.id],
  )
  for (const [submission, state, days] of [
    [third, 'scheduled', 2],
    [first, 'proposed', 3],
    [second, 'scheduled', -2],
    [third, 'cancelled', 4],
  ] as const)
    await made('interviews', {
      submission: submission?.id,
      jobOrder,
      candidate: submission?.candidate_id,
      client,
      state,
      mode: 'video',
      startsAt: instantAgo(-days),
      endsAt: instantAgo(-days),
      zone: 'UTC',
      uid: `interview-${state}-${days}@agency.test`,
      sequence: 0,
    })
  const placements: string[] = []
  for (const [at, [state, startsOn, endsOn]] of (
    [
      ['active', -30, 10],
      ['notice', -30, 200],
      ['confirmed', 5, 60],
      ['pending', 40, 90],
      ['completed', -90, -5],
    ] as const
  ).entries()) {
    const opening = await made('openings', {
      jobOrder: filledOrder,
      number: at + 1,
      state: 'filled',
    })
    const candidate = await made('candidates', {
      firstName: 'Placed',
      lastName: String(at),
      email: `placed${at}@people.test`,
    })
    const submission = await made('submissions', {
      jobOrder: filledOrder,
      candidate,
      client,
      state: 'placed',
    })
    placements.push(
      await made('placements', {
        title: 'Welder',
        jobOrder: filledOrder,
        opening,
        submission,
        candidate,
        client,
        legalEntity,
        employmentType: 'temp',
        state,
        startsOn: addDays({ day: clock.today, days: startsOn }),
        endsOn: addDays({ day: clock.today, days: endsOn }),
      }),
    )
  }
  await poolOf(app.payload).query(
    `update submissions set created_at = now() - interval '30 days' where state = 'placed'`,
  )
  const [placement] = placements
  const sheets: string[] = []
  for (const [week, state, minutes] of [
    [0, 'draft', 300],
    [-7, 'submitted', 2_400],
    [-14, 'disputed', 2_000],
    [-21, 'approved', 2_310],
    [-28, 'approved', 9_999],
  ] as const) {
    const weekStartsOn = addDays({ day: clock.weekStartsOn, days: week })
    sheets.push(
      await made('timesheets', {
        placement,
        candidate: third?.candidate_id,
        client,
        legalEntity,
        weekStartsOn,
        weekEndsOn: addDays({ day: weekStartsOn, days: 6 }),
        workedMinutes: minutes,
        state,
      }),
    )
  }
  const line = async (
    collection: 'bill-lines' | 'pay-lines',
    week: number,
    amountMinor: number,
    currency: string,
  ) =>
    await made(collection, {
      placement,
      timesheet: sheets[3],
      candidate: third?.candidate_id,
      client,
      legalEntity,
      weekStartsOn: addDays({ day: clock.weekStartsOn, days: week }),
      earnCode: 'REG',
      minutes: 60,
      rateE4: 100_000,
      ratioNum: 1,
      ratioDen: 1,
      amountMinor,
      currency,
      ruleSet: 'none',
      ruleSetVersion: 1,
      lineKey: `${collection} ${week} ${amountMinor} ${currency}`,
      position: 1,
      evaluation: 'test',
      trace: [],
    })
  await line('bill-lines', -21, 120_000, 'GBP')
  await line('pay-lines', -21, 80_000, 'GBP')
  await line('bill-lines', -14, -20_000, 'GBP')
  await line('pay-lines', -14, -15_000, 'GBP')
  await line('bill-lines', 0, 5_000, 'USD')
  await line('bill-lines', -70, 999_999, 'GBP')
  const bill = async (data: Record<string, unknown>) =>
    await made('invoices', {
      kind: 'invoice',
      client,
      legalEntity,
      currency: 'GBP',
      netMinor: data.grossMinor,
      taxMinor: 0,
      paidMinor: 0,
      issueOn: clock.monthStartsOn,
      termsDays: 30,
      ...data,
    })
  await bill({
    state: 'issued',
    grossMinor: 100_000,
    dueOn: addDays({ day: clock.today, days: 30 }),
    number: 'T-1',
  })
  await bill({
    state: 'part_paid',
    grossMinor: 50_000,
    paidMinor: 20_000,
    dueOn: addDays({ day: clock.today, days: -1 }),
    issueOn: addDays({ day: clock.monthStartsOn, days: -20 }),
    number: 'T-2',
  })
  await bill({ state: 'draft', grossMinor: 77_000, issueOn: null })
  await bill({
    state: 'issued',
    kind: 'credit-note',
    grossMinor: 10_000,
    dueOn: clock.today,
    number: 'T-3',
  })
  for (const [state, amountMinor, receivedOn] of [
    ['succeeded', 20_000, clock.today],
    ['succeeded', 5_000, addDays({ day: clock.monthStartsOn, days: -1 })],
    ['needs_review', 9_000, clock.today],
  ] as const)
    await made('payments', {
      provider: 'bank',
      state,
      amountMinor,
      currency: 'GBP',
      receivedOn,
      client,
      isLive: true,
    })
}

describe('the figures of the dashboard', () => {
  it('count open orders by state and by age', async () => {
    const orders = valueOf(await openOrders({ req: manager, clock }))
    expect(orders.total).toBe(
      await plain(`select count(*) from job_orders
        where state not in ('filled', 'closed_lost', 'closed_cancelled')`),
    )
    expect(Object.fromEntries(orders.byState.map(({ state, count }) => [state, count]))).toEqual({
      intake: 1,
      qualifying: 0,
      active: 2,
      covered: 0,
      on_hold: 1,
    })
    expect(orders.byAge.map(({ count }) => count)).toEqual([1, 1, 0, 1, 1])
    expect(orders.byAge.reduce((sum, { count }) => sum + count, 0)).toBe(orders.total)
  })

  it('count the submissions since Monday and leave out older ones', async () => {
    const submissions = valueOf(await weekSubmissions({ req: manager, clock }))
    expect(submissions.total).toBe(
      await plain('select count(*) from submissions where created_at >= $1', [clock.weekBegins]),
    )
    expect(submissions.total).toBe(3)
    expect(submissions.byState.filter(({ count }) => count > 0)).toEqual([
      { state: 'new', label: 'New', count: 1 },
      { state: 'client_review', label: 'Client review', count: 1 },
      { state: 'rejected', label: 'Rejected', count: 1 },
    ])
  })

  it('count interviews to come and name the next ones first', async () => {
    const interviews = valueOf(await upcomingInterviews({ req: manager }))
    expect(interviews).toMatchObject({ total: 2, scheduled: 1 })
    expect(interviews.next.map(({ label }) => label)).toEqual(['Scheduled', 'Proposed'])
    expect(interviews.total).toBe(
      await plain(`select count(*) from interviews
        where state in ('proposed', 'scheduled') and starts_at >= now()`),
    )
  })

  it('count people at work, who starts and who ends soon', async () => {
    expect(valueOf(await workingPlacements({ req: manager, clock }))).toEqual({
      working: await plain(`select count(*) from placements where state in ('active', 'notice')`),
      startingSoon: 1,
      endingSoon: 1,
    })
  })

  it('add up hours of four weeks by the state of their sheet', async () => {
    const hours = valueOf(await hoursInHand({ req: manager, clock }))
    expect(hours).toMatchObject({
      submitted: { minutes: 6_710, sheets: 3 },
      waiting: { minutes: 2_400, sheets: 1 },
      disputed: { minutes: 2_000, sheets: 1 },
      approved: { minutes: 2_310, sheets: 1 },
      missing: { minutes: 300, sheets: 1 },
    })
    expect(hours.submitted.minutes + hours.missing.minutes).toBe(
      await plain('select sum(worked_minutes) from timesheets where week_starts_on >= $1', [
        hours.fromOn,
      ]),
    )
  })

  it('take credit notes off what was invoiced and count what is owed and overdue', async () => {
    const gbp = (amountMinor: number) => [{ amountMinor, currency: 'GBP' }]
    expect(valueOf(await moneyThisMonth({ req: manager, clock }))).toEqual({
      invoiced: gbp(90_000),
      invoicesIssued: 1,
      paid: gbp(20_000),
      open: gbp(130_000),
      overdue: gbp(30_000),
      overdueInvoices: 1,
    })
  })

  it('reckon the margin by week and currency, reversals included', async () => {
    const margins = valueOf(await marginByWeek({ req: manager, clock }))
    expect(
      margins.map(({ currency, billMinor, payMinor, total }) => ({
        currency,
        billMinor,
        payMinor,
        total,
      })),
    ).toEqual([
      {
        currency: 'GBP',
        billMinor: 100_000,
        payMinor: 65_000,
        total: { marginMinor: 35_000, marginBp: 3_500 },
      },
      {
        currency: 'USD',
        billMinor: 5_000,
        payMinor: 0,
        total: { marginMinor: 5_000, marginBp: 10_000 },
      },
    ])
    expect(margins[0]?.weeks.map(({ marginMinor }) => marginMinor)).toEqual([
      0, 0, 0, 0, 40_000, -5_000, 0, 0,
    ])
  })

  it('name what waits, each with as many records as its link shows', async () => {
    const waiting = valueOf(await needsAttention({ req: manager, clock }))
    expect(Object.fromEntries(waiting.map(({ key, count }) => [key, count]))).toEqual({
      overdue: 1,
      disputed: 1,
      payments: 1,
      starters: 1,
      applications: 2,
      uncovered: 1,
      approvals: 1,
      drafts: 1,
    })
    for (const { href, count } of waiting) {
      const link = new URL(href, 'http://agency.test')
      const collection = link.pathname.split('/').at(-1) ?? ''
      const and = [...link.searchParams].map(([path, value]) => {
        const [, field = '', operator = ''] = /\[(\w+)\]\[(\w+)\]$/.exec(path) ?? []
        return { [field]: { [operator]: operator === 'in' ? value.split(',') : value } }
      })
      const { totalDocs } = await app.payload.count({
        // The links lead to collections of the product only.
        collection: collection as CollectionSlug,
        where: { and },
        overrideAccess: true,
      })
      expect([href, totalDocs]).toEqual([href, count])
    }
  })
})

describe('the rights to figures', () => {
  it('are refused without reports.read', async () => {
    const trainer = await app.staffRequest({ role: 'trainer' })
    for (const result of [
      await openOrders({ req: trainer, clock }),
      await weekSubmissions({ req: trainer, clock }),
      await upcomingInterviews({ req: trainer }),
      await workingPlacements({ req: trainer, clock }),
      await hoursInHand({ req: trainer, clock }),
      await needsAttention({ req: trainer, clock }),
      await moneyThisMonth({ req: trainer, clock }),
      await marginByWeek({ req: trainer, clock }),
    ])
      expect(result).toMatchObject({ ok: false, failure: { kind: 'right' } })
  })

  it('keep money and margins from recruiters and leave invoices out of what waits for them', async () => {
    const recruiter = await app.staffRequest({ role: 'recruiter' })
    expect(await moneyThisMonth({ req: recruiter, clock })).toMatchObject({ ok: false })
    expect(await marginByWeek({ req: recruiter, clock })).toMatchObject({ ok: false })
    const waiting = valueOf(await needsAttention({ req: recruiter, clock }))
    expect(waiting.map(({ key }) => key)).not.toContain('overdue')
    expect(waiting.map(({ key }) => key)).toContain('applications')
  })
})
