import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { startPostgres } from '../../bin/postgres.mjs'
import { runningPostmaster } from '../../bin/postgres/postmaster.mjs'
import { startThrowawayPostgres } from '../../bin/throwaway-postgres.mjs'
import { launchBrowser } from '../browser.mjs'
import { until } from '../kernel/children'
import { startProxy } from '../kernel/proxy'
import { startAgency, type Agency } from './agency'
import { prepareBareTemplate } from './bare-template'
import { mailTo } from './hands'
import { signInToAdmin } from './sign-in'
import { staffRest } from './staff-rest'

/** What a database whose word counts after a crash is set to. */
const durable = { fsync: 'on', full_page_writes: 'on' }

let postgres: Awaited<ReturnType<typeof startThrowawayPostgres>>
let proxy: Awaited<ReturnType<typeof startProxy>>
let agency: Agency
let browser: Browser

beforeAll(async () => {
  // A server of its own: the one of the other journeys is not for killing.
  postgres = await startThrowawayPostgres({ settings: durable })
  const template = await prepareBareTemplate({ adminUrl: postgres.url })
  proxy = await startProxy(postgres.port)
  const url = new URL(postgres.url)
  url.port = String(proxy.port)
  agency = await startAgency({ template: { ...template, databaseAdminUrl: url.href } })
  await openAgency({ resetToken: template.resetToken })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  // Running already, unless the test ended before it was back.
  proxy.lead((await startPostgres({ home: postgres.home, settings: durable })).port)
  await agency.stop()
  await proxy.stop()
  await postgres.stop()
})

/** The admin chooses the first password and opens a website. */
const openAgency = async ({ resetToken }: { resetToken: string }): Promise<void> => {
  const reset = await fetch(`${agency.url}/api/users/reset-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: agency.url },
    body: JSON.stringify({ token: resetToken, password: agency.loginOf('admin').password }),
  })
  if (!reset.ok) throw new Error(`Choosing a password answered ${reset.status}.`)
  const staff = await staffRest({ agency, role: 'admin' })
  const legalEntity = await staff.create({
    collection: 'legal-entities',
    data: {
      name: 'Harbour & Hale',
      currency: 'USD',
      invoicePrefix: 'HH',
      paymentTermsDays: 14,
      zone: 'America/New_York',
      workweekStartsOn: 1,
      ruleSet: 'none',
    },
  })
  await staff.create({
    collection: 'sites',
    data: {
      name: 'Harbour & Hale',
      hostname: 'localhost',
      isPrimary: true,
      theme: 'harbour',
      locale: 'en-US',
      currency: 'USD',
      zone: 'America/New_York',
      legalEntity,
    },
  })
}

const health = async () => {
  const response = await fetch(`${agency.url}/api/health`)
  const body: unknown = await response.json()
  return { status: response.status, body }
}

const requestStaff = async ({ email }: { email: string }) =>
  await fetch(`${agency.url}/api/commands/request-staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: agency.url },
    body: JSON.stringify({
      company: 'Quayside Freight',
      contactName: 'Blair Buyer',
      email,
      jobTitle: 'Dock supervisor',
      workLocation: 'Pier 4, New York',
    }),
  })

const expectToBeConfirmed = async (email: string): Promise<void> => {
  const { mail } = await mailTo({ smtp: agency.smtp, to: email, subject: /We have your request/ })
  expect(mail.subject).toContain('Dock supervisor')
}

/** What a person reads whose page could not be made. */
const wordsOf = async ({ page, path }: { page: Page; path: string }): Promise<string> => {
  await page.goto(`${agency.url}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return await page.locator('body').innerText()
}

const inside = /ECONNREFUSED|terminat|postgres|\bat \S+ \(|node_modules|select /i

describe('a database that is killed under people’s hands', () => {
  it('is told of decently, and everything goes on by itself when it is back', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await signInToAdmin({ page, agency, role: 'admin' })
    const before = `before.${randomUUID()}@client.test`
    expect((await requestStaff({ email: before })).status).toBe(200)
    await expectToBeConfirmed(before)
    expect(await health()).toMatchObject({ status: 200, body: { worker: { status: 'ok' } } })

    const server = runningPostmaster({ data: postgres.data })
    if (!server) throw new Error('The server does not run.')
    process.kill(server.pid, 'SIGKILL')
    await until({ what: '/api/health says 503', is: async () => (await health()).status === 503 })
    expect((await health()).body).toMatchObject({ status: 'down', database: 'down' })
    for (const path of ['/admin', '/admin/collections/candidates', '/', '/jobs', '/portal']) {
      const words = await wordsOf({ page, path })
      expect.soft(words, path).toMatch(/our (fault|side)/)
      expect.soft(words, path).not.toMatch(inside)
    }
    const refused = await requestStaff({ email: `lost.${randomUUID()}@client.test` })
    expect(refused.status).toBeGreaterThanOrEqual(500)
    expect(await refused.text()).not.toMatch(inside)

    const again = await startPostgres({ home: postgres.home, settings: durable })
    proxy.lead(again.port)
    await until({
      what: '/api/health says 200, with the worker at work',
      is: async () => {
        const { status, body } = await health()
        return status === 200 && isWorking(body)
      },
      limitMs: 60_000,
    })
    await page.goto(`${agency.url}/admin`)
    expect(new URL(page.url()).pathname, 'still signed in').toBe('/admin')
    await page.getByRole('navigation').first().waitFor()
    const site = await page.goto(`${agency.url}/jobs`)
    expect(site?.status()).toBe(200)
    const after = `after.${randomUUID()}@client.test`
    expect((await requestStaff({ email: after })).status).toBe(200)
    await expectToBeConfirmed(after)

    // The same processes as before: none ended on the way.
    const services = [...agency.webs.map(({ service }) => service), agency.worker]
    const ended = await Promise.race([
      ...services.map(async ({ ended: end }) => await end),
      new Promise<null>((resolve) => {
        setTimeout(() => resolve(null), 0)
      }),
    ])
    expect(ended).toBeNull()
    await context.close()
  })
})

const isWorking = (body: unknown): boolean =>
  z.object({ worker: z.object({ status: z.literal('ok') }) }).safeParse(body).success
