import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { answerDialog, expectToFit, pressWhenAlive, waitUntilAlive } from './hands'
import { signInToAdmin } from './sign-in'

let agency: Agency
let browser: Browser
let db: pg.Client

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
  db = new pg.Client({ connectionString: agency.databaseUrl })
  await db.connect()
})

afterAll(async () => {
  await browser.close()
  await db.end()
  await agency.stop()
})

/** A job of a mail that is gone: it failed, and would now do nothing and end. */
const failedJob = async (message: string): Promise<string> => {
  const { rows } = await db.query<{ id: string }>(
    `insert into pgboss.job (name, data, state, completed_on, output)
     values ('send-mail', $1, 'failed', now(), $2) returning id`,
    [{ mailId: randomUUID() }, { message }],
  )
  return rows[0]?.id ?? ''
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await db.query<{ state: string }>('select state::text from pgboss.job where id = $1', [id]))
    .rows[0]?.state

const openSystem = async (page: Page): Promise<void> => {
  await signInToAdmin({ page, agency, role: 'admin' })
  await page.goto(`${agency.url}/admin/system`)
  await page.getByRole('heading', { name: 'System', level: 1 }).waitFor()
}

describe('the System screen', () => {
  it('shows a failure as it happens and lets it be retried and discarded by keyboard', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await openSystem(page)
    await waitUntilAlive(page.locator('.pwa-tile').first())
    const list = page.getByRole('list', { name: 'Failed jobs' })
    const rowOf = (text: string) => list.getByRole('listitem').filter({ hasText: text })

    // The one of the demo.
    await rowOf('did not answer in time').getByRole('button').first().focus()
    await page.keyboard.press('r')
    await page.getByText('No job has failed').waitFor()

    const first = await failedJob('The pen broke.')
    const second = await failedJob('The ink ran dry.')
    await list.getByText('The pen broke.').waitFor()
    await list.getByText('The ink ran dry.').waitFor()
    await expectToFit(page)

    await rowOf('The ink ran dry.').getByRole('button').first().focus()
    await page.keyboard.press('r')
    await rowOf('The ink ran dry.').waitFor({ state: 'detached' })
    await expect.poll(async () => await stateOf(second), { timeout: 20_000 }).toBe('completed')

    await rowOf('The pen broke.').getByRole('button').first().focus()
    await page.keyboard.press('d')
    await answerDialog({ page, entries: {} })
    await page.getByText('No job has failed').waitFor()
    expect(await stateOf(first)).toBeUndefined()
    await page.close()
  })

  it('brings a refused mail back on a phone', async () => {
    const { rows } = await db.query<{ id: string }>(
      `update outbound_mails set state = 'failed', links = '[]', attachments = '[]',
         "to" = 'nora@people.test', content = '{"blocks": [{"kind": "text", "text": "Hello"}]}',
         server_answer = '550 5.1.1 No such mailbox'
       where id = (select id from outbound_mails order by created_at limit 1) returning id`,
    )
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await openSystem(page)
    const row = page
      .getByRole('list', { name: 'Mails in trouble' })
      .getByRole('listitem')
      .filter({ hasText: 'No such mailbox' })
    await expectToFit(page)
    await pressWhenAlive(row.getByRole('button', { name: /^Retry/ }))
    await agency.smtp.waitFor(({ to }) => to.includes('nora@people.test'), 60_000)
    await row.waitFor({ state: 'detached' })
    const mailState = async () =>
      (
        await db.query<{ state: string }>('select state from outbound_mails where id = $1', [
          rows[0]?.id,
        ])
      ).rows[0]?.state
    await expect.poll(mailState, { timeout: 20_000 }).toBe('sent')
    await page.close()
  })

  it('is neither shown nor given to colleagues without the right', async () => {
    const page = await browser.newPage()
    await signInToAdmin({ page, agency, role: 'recruiter' })
    await page.goto(`${agency.url}/admin/system`)
    await page.getByText('This screen is not part of your role').waitFor()
    expect(await page.getByRole('link', { name: 'System', exact: true }).count()).toBe(0)
    const answer = await page.request.get(`${agency.url}/api/system`)
    expect(answer.status()).toBe(403)
    await page.close()
  })
})

describe('the running web process', () => {
  it('gives each answer the id of its request, pages and REST alike', async () => {
    for (const path of ['/', '/admin/login', '/api/health', '/portal', '/nowhere']) {
      const requestId = `edge-${randomUUID()}`
      const given = await fetch(`${agency.url}${path}`, {
        headers: { 'x-request-id': requestId },
        redirect: 'manual',
      })
      expect(given.headers.get('x-request-id'), path).toBe(requestId)
      const made = await fetch(`${agency.url}${path}`, { redirect: 'manual' })
      expect(z.uuid().safeParse(made.headers.get('x-request-id')).success, path).toBe(true)
    }
  })

  it('tells a monitor on this machine how long pages and REST took', async () => {
    const response = await fetch(`${agency.url}/api/metrics`)
    expect(response.status).toBe(200)
    const text = await response.text()
    for (const route of ['site', 'admin', 'api', 'api-probe', 'portal'])
      expect(text).toMatch(
        new RegExp(`placewright_http_request_duration_seconds_count\\{route="${route}",`),
      )
    expect(text).toContain('placewright_workers_alive 1')
    const proxied = await fetch(`${agency.url}/api/metrics`, {
      headers: { 'x-forwarded-for': '203.0.113.9' },
    })
    expect(proxied.status).toBe(404)
  })
})
