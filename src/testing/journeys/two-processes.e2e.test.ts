import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { launchBrowser } from '../browser.mjs'
import { until } from '../kernel/children'
import { webHeader } from '../peers/balancer'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { mailTo, pressWhenAlive } from './hands'
import { signInToAdmin } from './sign-in'
import { staffRest, type StaffRest } from './staff-rest'
import { makeStaffedOrder } from './staffed-order'

let agency: Agency
let browser: Browser
let db: pg.Client
let admin: StaffRest

beforeAll(async () => {
  agency = await givenAgency({ webs: 2, workers: 2, hasReplica: true })
  browser = await launchBrowser()
  db = new pg.Client({ connectionString: agency.databaseUrl })
  await db.connect()
  admin = await staffRest({ agency, role: 'admin' })
})

afterAll(async () => {
  await browser.close()
  await db.end()
  await agency.stop()
})

const counted = async (text: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::integer as count from ${text}`,
    values,
  )
  return rows[0]?.count ?? -1
}

const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

describe('the last opening of an order', () => {
  it('is filled once by eight calls over two processes; the others are refused and told', async () => {
    const { orderId, submissions } = await makeStaffedOrder({ staff: admin, candidates: 8 })
    const answers = await Promise.all(
      submissions.map(
        async ({ id }, index) =>
          await admin.call({
            path: '/api/commands/place-candidate',
            body: { submissionId: id, startsOn: '2027-01-04', isConfirmedByPhone: true },
            web: index % 2,
            key: randomUUID(),
          }),
      ),
    )
    const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
    for (const { status, body } of answers) {
      if (status === 200) continue
      expect(failure.parse(body).error).toEqual({
        code: 'order-closed',
        message: 'This order is “Filled”: nobody can be placed on it now.',
      })
    }

    expect(await counted('placements where job_order_id = $1', [orderId])).toBe(1)
    expect(
      await counted('openings where job_order_id = $1 and filled_at is not null', [orderId]),
    ).toBe(1)
    const placed = answers.findIndex(({ status }) => status === 200)
    const others = submissions.filter((_, index) => index !== placed)
    expect(
      await counted(
        `domain_events where order_id = $1 and name = 'submission.order-filled'
          and subject_id = any($2)`,
        [orderId, others.map(({ id }) => id)],
      ),
    ).toBe(7)
    for (const { email } of others) {
      const { mail } = await mailTo({
        smtp: agency.smtp,
        to: email,
        subject: /the position is filled/,
      })
      expect(mail.text).toContain('has been filled by somebody else')
    }
    const { rows } = await db.query<{ state: string }>(
      'select state from submissions where id = any($1)',
      [others.map(({ id }) => id)],
    )
    expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'client_review'))
  })
})

describe('two workers beside two web processes and a copy for reports', () => {
  it('send every mail once, and leave the figures to the copy', async () => {
    await until({
      what: 'both workers are at work',
      is: async () =>
        (await counted(`worker_heartbeats where seen_at > now() - interval '20 seconds'`)) === 2,
    })
    const orders = await Promise.all(
      [0, 1].map(async () => await makeStaffedOrder({ staff: admin, candidates: 6 })),
    )
    const answers = await Promise.all(
      orders.map(
        async ({ submissions: [first] }, web) =>
          await admin.call({
            path: '/api/commands/place-candidate',
            body: { submissionId: first?.id, startsOn: '2027-01-04', isConfirmedByPhone: true },
            web,
            key: randomUUID(),
          }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const told = orders.flatMap(({ submissions: [, ...others] }) => others)
    for (const { email } of told)
      await mailTo({ smtp: agency.smtp, to: email, subject: /the position is filled/ })
    await until({
      what: 'the queues are empty',
      is: async () =>
        (await counted(`pgboss.job where state in ('created', 'retry', 'active')
          and start_after <= now() and left(name, 2) <> '__'`)) === 0,
    })
    for (const { email } of told)
      expect(
        agency.smtp.messages.filter(({ mail }) => mail.to?.some((to) => to.address === email)),
      ).toHaveLength(1)

    const copy = new pg.Client({ connectionString: agency.reportsUrl ?? '' })
    await copy.connect()
    try {
      const open = `job_orders where deleted_at is null
        and state not in ('filled', 'closed_lost', 'closed_cancelled')`
      const { rows } = await copy.query<{ n: number }>(`select count(*)::integer as n from ${open}`)
      await makeStaffedOrder({ staff: admin, candidates: 1 })
      expect(await counted(open)).toBeGreaterThan(rows[0]?.n ?? 0)
      for (const web of [0, 1]) {
        const html = await (await admin.send({ path: '/admin', web })).text()
        expect(/Open orders(?:<[^>]*>)+(\d+)/.exec(html)?.[1]).toBe(String(rows[0]?.n))
      }
      const { rows: pools } = await copy.query<{ n: number }>(
        `select count(distinct client_port)::integer as n from pg_stat_activity
          where datname = current_database() and application_name = 'placewright-reports'`,
      )
      expect(pools[0]?.n).toBeGreaterThanOrEqual(2)
    } finally {
      await copy.end()
    }
  })
})

/** A recruiter's browser whose every call goes to one of the two processes. */
const boardOf = async ({
  role,
  web,
  orderId,
}: {
  role: string
  web: number
  orderId: string
}): Promise<{ page: Page; errors: string[] }> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    extraHTTPHeaders: { [webHeader]: String(web) },
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await signInToAdmin({ page, agency, role })
  await page.goto(`${agency.url}/admin/collections/job-orders/${orderId}/board`)
  await page.getByRole('region', { name: /^New/ }).waitFor()
  // A page that is loaded again forgets this.
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  return { page, errors }
}

const isSamePage = async (page: Page): Promise<boolean> =>
  await page.evaluate(() => Reflect.get(window, 'isSamePage') === true)

const moveByMenu = async ({ page, name, to }: { page: Page; name: string; to: string }) => {
  await pressWhenAlive(page.getByRole('button', { name: `What to do with ${name}` }))
  await page.getByRole('menuitem', { name: `Move to ${to}` }).click()
}

const cardIn = ({ page, stage, name }: { page: Page; stage: RegExp; name: string }) =>
  page.getByRole('region', { name: stage }).getByRole('heading', { name })

describe('two recruiters at two processes', () => {
  it('see each other’s moves on the board at once, without loading it again', async () => {
    const { orderId, submissions } = await makeStaffedOrder({
      staff: admin,
      candidates: 2,
      state: 'new',
    })
    const [first, second] = submissions
    if (!first || !second) throw new Error('The board is empty.')
    const maya = await boardOf({ role: 'recruiter', web: 0, orderId })
    const idris = await boardOf({ role: 'manager', web: 1, orderId })
    await moveByMenu({ page: maya.page, name: first.name, to: 'Screening' })
    await cardIn({ page: idris.page, stage: /^Screening/, name: first.name }).waitFor()
    await moveByMenu({ page: idris.page, name: second.name, to: 'Interview' })
    await cardIn({ page: maya.page, stage: /^Interview/, name: second.name }).waitFor()
    await cardIn({ page: maya.page, stage: /^Screening/, name: first.name }).waitFor()
    for (const { page, errors } of [maya, idris]) {
      expect(await isSamePage(page)).toBe(true)
      expect(errors).toEqual([])
      await page.context().close()
    }
  })
})

describe('the live channel', () => {
  const viewers = 40

  /** Opens the channel, waits until it misses nothing, and reads on until it is left. */
  const listener = async ({ web, ageMs = 0 }: { web: number; ageMs?: number }) => {
    const leave = new AbortController()
    const response = await admin.send({
      path: `/api/live?ageMs=${ageMs}`,
      web,
      signal: leave.signal,
    })
    const heard: string[] = []
    const reader = response.body?.getReader()
    if (response.status !== 200 || !reader) throw new Error(`/api/live: ${response.status}`)
    while (!heard.join('').includes('event: ready'))
      heard.push(new TextDecoder().decode((await reader.read()).value))
    const reading = (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        heard.push(new TextDecoder().decode(value))
      }
    })().catch((error: unknown) => {
      if (!leave.signal.aborted) throw error
    })
    return {
      heard,
      leave: async () => {
        leave.abort()
        await reading
      },
    }
  }

  it('brings what happened between the reading of a screen and its listening', async () => {
    const id = await admin.create({
      collection: 'candidates',
      data: { firstName: 'Robin', lastName: 'Early', email: `${randomUUID()}@people.test` },
    })
    const late = await listener({ web: 1, ageMs: 20_000 })
    expect(late.heard.join('')).toContain(id)
    await late.leave()
    const refused = await admin.call({ path: '/api/live?ageMs=60001', web: 0 })
    expect(refused.status).toBe(422)
  })

  const connections = async () =>
    await counted(`pg_stat_activity where datname = current_database()`)

  it('takes no database connection per viewer, and goes on when viewers leave', async () => {
    const stays = await listener({ web: 1 })
    const before = await connections()
    const leaving = await Promise.all(
      Array.from({ length: viewers }, async () => await listener({ web: 1 })),
    )
    expect((await connections()) - before).toBeLessThan(viewers / 2)
    expect(
      await counted(`pg_stat_activity where datname = current_database()
        and query ilike 'listen placewright_events%'`),
    ).toBeLessThanOrEqual(2)

    await Promise.all(leaving.map(async ({ leave }) => await leave()))
    const id = await admin.create({
      collection: 'candidates',
      data: { firstName: 'Robin', lastName: 'Heard', email: `${randomUUID()}@people.test` },
    })
    await until({
      what: 'who stayed hears of the new candidate',
      is: () => stays.heard.some((text) => text.includes(id)),
    })
    for (const { heard } of leaving) expect(heard.join('')).not.toContain(id)
    await stays.leave()
    expect(agency.logs()).not.toMatch(/Controller is already closed|ResponseAborted|uncaught/i)
    const health = await admin.call({ path: '/api/health', web: 1 })
    expect(health.status).toBe(200)
  })
})

describe('a web process that is killed', () => {
  it('leaves nothing half written, and the other one finishes what is sent again', async () => {
    const people = Array.from({ length: 60 }, (_, number) => ({
      key: randomUUID(),
      email: `${number}.${randomUUID()}@people.test`,
    }))
    const apply = async ({ key, email, web }: { key: string; email: string; web: number }) =>
      await admin.call({
        path: '/api/commands/find-or-create-candidate',
        body: { firstName: 'Kit', lastName: 'Killed', email, source: 'killed-web' },
        key,
        web,
      })
    const [, victim] = agency.webs
    if (!victim?.service.pid) throw new Error('There is no second web process.')
    let answered = 0
    const first = Promise.all(
      people.map(async ({ key, email }) => {
        try {
          const { status } = await apply({ key, email, web: 1 })
          if (status === 200) answered += 1
          return status
        } catch (error) {
          if (error instanceof TypeError || error instanceof SyntaxError) return 0
          throw error
        }
      }),
    )
    await until({ what: 'some calls are answered', is: () => answered >= 5, everyMs: 5 })
    process.kill(victim.service.pid, 'SIGKILL')
    await victim.service.ended
    const statuses = await first
    expect(statuses.filter((status) => status !== 200).length).toBeGreaterThan(0)
    await until({
      what: 'the database has ended the transactions of the killed process',
      is: async () =>
        (await counted(`pg_stat_activity where datname = current_database()
          and state like 'idle in transaction%'`)) === 0,
    })

    const candidates = `candidates where source = 'killed-web'`
    const stored = await counted(candidates)
    expect(stored).toBeGreaterThanOrEqual(statuses.filter((status) => status === 200).length)
    expect(
      await counted(`domain_events where name = 'candidate.created'
        and subject_id in (select id::text from ${candidates})`),
    ).toBe(stored)
    expect(
      await counted(`domain_event_personal where event_id in (
        select id from domain_events where name = 'candidate.created'
          and subject_id in (select id::text from ${candidates}))`),
    ).toBe(stored)

    // What a claimed key did not finish is free again after its time, so a new key is used here.
    for (const { email } of people)
      expect((await apply({ key: randomUUID(), email, web: 0 })).status).toBe(200)
    expect(await counted(candidates)).toBe(people.length)
    expect(await counted(`(select distinct email from ${candidates}) as people`)).toBe(
      people.length,
    )
  })
})
