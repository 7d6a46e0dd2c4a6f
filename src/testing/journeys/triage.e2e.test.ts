import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { act, answerDialog, expectToFit, pressWhenAlive, waitUntilAlive } from './hands'
import { signInToAdmin } from './sign-in'
import { makeStaffedOrder } from './staffed-order'
import { staffRest } from './staff-rest'

let agency: Agency
let browser: Browser
let context: BrowserContext
let page: Page
let orderId: string

beforeAll(async () => {
  agency = await givenAgency()
  ;({ orderId } = await makeStaffedOrder({
    staff: await staffRest({ agency, role: 'admin' }),
    candidates: 0,
  }))
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signInToAdmin({ page, agency, role: 'admin' })
})

afterAll(async () => {
  await context.close()
  await browser.close()
  await agency.stop()
})

it('an order says what is missing, is graded, decided on by a manager, and owes the steps of its playbook', async () => {
  await page.goto(`${agency.url}/admin/collections/job-orders/${orderId}`)
  await page.locator('.pwa-health__next', { hasText: 'add candidates' }).waitFor()
  const tab = page.locator('.tabs-field__tab-button', { hasText: 'Qualify' })
  await waitUntilAlive(tab)
  await tab.click()
  const panel = page.getByRole('region', { name: 'Qualification' })
  await panel.getByText('Ask whether the vacancy is real').waitFor()
  await panel.getByRole('heading', { name: /Playbook C-renegotiate/ }).waitFor()
  await panel.getByRole('link', { name: 'Renegotiate with the client' }).waitFor()

  await pressWhenAlive(panel.getByRole('button', { name: 'Decide the grade…' }))
  await answerDialog({ page, entries: { Reason: 'A key account of tomorrow' } })
  await panel.getByText('Decided by a manager until').waitFor()
  await panel.getByRole('heading', { name: /Playbook Strategic override/ }).waitFor()
  await panel.getByText('Graded').click()
  await panel.getByText('Decided by a manager: A key account of tomorrow').waitFor()

  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page)
  expect(await panel.getByRole('listitem').count()).toBeGreaterThan(6)
  await page.setViewportSize({ width: 1280, height: 900 })
})

it('a rule says whose an order would become before it is trusted', async () => {
  await page.goto(`${agency.url}/admin/collections/routing-rules`)
  await pressWhenAlive(page.getByRole('button', { name: 'Try it…' }))
  await answerDialog({ page, entries: { Title: 'Forklift driver' } })
  await page.getByRole('status').filter({ hasText: 'gets it, by the rule' }).waitFor()
})

it('a client fills in a form whose questions come and go, and is asked for what they left open', async () => {
  const outside = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const visitor = await outside.newPage()
  await visitor.goto(`${agency.url}/request-staff/nursing`)
  const send = visitor.getByRole('button', { name: 'Send the request' })
  await waitUntilAlive(send)
  const question = visitor.getByRole('group', { name: /ventilated patients/ })
  expect(await question.isVisible()).toBe(false)
  await visitor.getByRole('radio', { name: 'Intensive care' }).check()
  await question.waitFor()
  await visitor.fill('#f-answers-company', 'Cedar Hospital')
  await visitor.fill('#f-answers-yourName', 'Sasha Reed')
  await visitor.fill('#f-answers-email', 'sasha@cedar-hospital.example')
  await visitor.getByRole('radio', { name: 'Registered nurse' }).check()
  await visitor.getByRole('checkbox', { name: 'Nights' }).check()
  await visitor.getByRole('checkbox', { name: 'Weekends' }).check()
  await visitor.fill('#f-answers-howMany', '2')
  await send.click()
  await visitor
    .getByRole('alert')
    .getByText(/ventilated patients/)
    .waitFor()
  await question.getByRole('radio', { name: 'Yes' }).check()
  await expectToFit(visitor)
  await send.click()
  await visitor.getByText('has a link that asks for just those').waitFor()
  await outside.close()

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const bare = await plain.newPage()
  await bare.goto(`${agency.url}/request-staff/nursing`)
  await bare.getByText('Only if “Where do they work?” is one of').first().waitFor()
  expect(await bare.getByRole('group', { name: /ventilated patients/ }).isVisible()).toBe(true)
  await plain.close()

  await page.goto(`${agency.url}/admin/collections/order-requests?search=Cedar`)
  await page.getByRole('link', { name: /^RQ-/ }).first().click()
  const tab = page.locator('.tabs-field__tab-button', { hasText: 'Form' })
  await waitUntilAlive(tab)
  await tab.click()
  await page.getByText('Nights, Weekends').waitFor()
  await act({ page, name: 'Note the answer…', entries: { Where: '12 Cedar Street, Newark' } })
  await page
    .getByRole('button', { name: 'Ask the client…' })
    .or(page.getByRole('button', { name: 'More actions' }))
    .first()
    .waitFor()
})
