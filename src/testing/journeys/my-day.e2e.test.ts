import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { answerDialog, expectToFit, expectToast, waitUntilAlive } from './hands'
import { signInToAdmin } from './sign-in'

let agency: Agency
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  agency = await givenAgency()
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

/** The rows of a section, in their order. */
const rowsIn = (section: string) =>
  page
    .locator('.pwa-daysection', { has: page.getByRole('heading', { name: section }) })
    .locator('.pwa-task')

const row = (title: string) => page.locator('li.pwa-task', { hasText: title })

const openDay = async (): Promise<void> => {
  await page.goto(`${agency.url}/admin/my-day`)
  await waitUntilAlive(page.getByRole('button', { name: 'New task…' }))
}

describe('somebody’s day', () => {
  it('is worked through by keys alone', async () => {
    await openDay()
    await rowsIn('Overdue').filter({ hasText: 'Agree the rates' }).waitFor()

    await page.keyboard.press('n')
    await answerDialog({ page, entries: { 'What is to be done': 'Water the plants' } })
    await rowsIn('Due today').filter({ hasText: 'Water the plants' }).waitFor()

    const plants = row('Water the plants')
    for (let step = 0; step < 30; step += 1) {
      if (await plants.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('j')
    }
    await page.keyboard.press('x')
    await rowsIn('Done today').filter({ hasText: 'Water the plants' }).waitFor()
    await page.locator('[data-sonner-toast]').getByRole('button', { name: 'Undo' }).click()
    await rowsIn('Due today').filter({ hasText: 'Water the plants' }).waitFor()

    await plants.focus()
    await page.keyboard.press('s')
    await answerDialog({ page, entries: {} })
    await rowsIn('Upcoming').filter({ hasText: 'Water the plants' }).waitFor()
    await plants.focus()
    await page.keyboard.press('w')
    await answerDialog({ page, entries: { 'For what': 'rain' } })
    await expectToast({ page, text: /waits for others/ })
  })

  it('takes several tasks at once, and fits a phone', async () => {
    await openDay()
    const titles = ['Call the managing director', 'Agree the rates']
    for (const title of titles) await row(title).getByRole('checkbox').check()
    await page
      .getByRole('region', { name: 'Chosen tasks' })
      .getByRole('button', { name: 'Done' })
      .click()
    for (const title of titles) await rowsIn('Done today').filter({ hasText: title }).waitFor()

    await page.setViewportSize({ width: 390, height: 844 })
    await expectToFit(page)
    await page.getByRole('button', { name: 'New task…' }).click()
    await answerDialog({ page, entries: { 'What is to be done': 'Buy stamps' } })
    await row('Buy stamps').waitFor()
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})

describe('beside a record', () => {
  it('stand its tasks and clocks: noted, ticked off, stood still', async () => {
    await page.goto(`${agency.url}/admin/collections/job-orders?where[state][equals]=active`)
    await page.locator('tbody tr td a').first().click()
    const box = page.getByRole('region', { name: 'To do' })
    await waitUntilAlive(box.getByRole('button', { name: 'New task…' }))
    await box.getByRole('button', { name: 'New task…' }).click()
    await answerDialog({ page, entries: { 'What is to be done': 'Ask for parking' } })
    await box.getByRole('button', { name: 'Done: Ask for parking' }).click()
    await expect.poll(async () => await box.getByText('Ask for parking').count()).toBe(0)
  })
})
