import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { pressWhenAlive } from './hands'
import { signInToAdmin } from './sign-in'
import { watch, type Watch } from './watch'

let agency: Agency
let browser: Browser
let page: Page
let seen: Watch

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  })
  const listening = watch()
  listening.listen({ context, whose: 'admin' })
  seen = listening
  page = await context.newPage()
  await signInToAdmin({ page, agency, role: 'admin' })
})

afterAll(async () => {
  await browser?.close()
  await agency?.stop()
})

const fields = '/admin/collections/field-definitions?of=candidates'

const rows = () => page.locator('.pwa-fields__row')

describe('an admin gives candidates a field of the agency’s own', () => {
  it('adds it, puts it first by keyboard, and finds it in the list, the record and its history', async () => {
    await page.goto(`${agency.url}${fields}`)
    await pressWhenAlive(page.getByRole('button', { name: 'Add a field' }))
    const dialog = page.locator('dialog[open]')
    await dialog.getByLabel('Label').fill('Shift preference')
    await dialog.getByLabel('What it holds').selectOption({ label: 'Yes or no' })
    await dialog.getByRole('button', { name: 'Add the field' }).click()
    await dialog.getByText('There is already a field “Shift preference” here.').waitFor()
    await dialog.getByLabel('Label').fill('Parking permit')
    await dialog.getByLabel('Show it in lists').check()
    await dialog.getByRole('button', { name: 'Add the field' }).click()
    await rows().filter({ hasText: 'Parking permit' }).waitFor()

    for (let at = (await rows().count()) - 1; at > 0; at -= 1) {
      await page.getByRole('button', { name: 'Actions for Parking permit' }).press('Enter')
      const up = page.getByRole('menuitem', { name: 'Move up' })
      await up.press('Enter')
      await expect
        .poll(
          async () =>
            await rows()
              .nth(at - 1)
              .textContent(),
        )
        .toContain('Parking permit')
      await expect
        .poll(async () => await page.locator('.pwa-fields').first().getAttribute('aria-busy'))
        .toBe('false')
    }
    await page.reload()
    await expect.poll(async () => await rows().first().textContent()).toContain('Parking permit')

    await page.goto(`${agency.url}/admin/collections/candidates`)
    await page.getByRole('columnheader', { name: 'Parking permit' }).waitFor()
    await page.locator('tbody tr').first().getByRole('link').first().click()
    // The list has a tick of the same name for its column.
    await page.waitForURL(/candidates\/[0-9a-f-]{36}/)
    await page.getByLabel('Parking permit').selectOption({ label: 'Yes' })
    await page.getByLabel('Driver’s license').selectOption({ label: 'No' })
    await expect.poll(async () => await page.getByLabel('License class').count()).toBe(0)
    await page.getByLabel('Driver’s license').selectOption({ label: 'Yes' })
    await page.getByLabel('License class').waitFor()
    await page.locator('#action-save').click()
    await page
      .getByText(/successfully/i)
      .first()
      .waitFor()
    await page.reload()
    await expect.poll(async () => await page.getByLabel('Parking permit').inputValue()).toBe('yes')
    await page.locator('.pwa-timeline').getByText('Parking permit').first().waitFor()
    expect(seen.take()).toEqual([])
  })

  it('filters the list by it, takes the file, and does the same on a phone', async () => {
    await page.goto(`${agency.url}/admin/collections/candidates`)
    await pressWhenAlive(page.getByRole('button', { name: 'Filter by own field' }))
    const dialog = page.locator('dialog[open]')
    await dialog.getByLabel('Field').selectOption({ label: 'Parking permit' })
    await dialog.getByLabel('Value').selectOption({ label: 'Yes' })
    await dialog.getByRole('button', { name: 'Filter', exact: true }).click()
    const chip = page.getByRole('button', { name: 'Take away: Parking permit is Yes' })
    await chip.waitFor()
    await expect.poll(async () => await page.locator('tbody tr').count()).toBe(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download CSV' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2)
    await chip.click()
    await expect.poll(async () => await page.locator('tbody tr').count()).toBeGreaterThan(1)

    await page.setViewportSize({ width: 360, height: 780 })
    for (const path of [fields, '/admin/collections/candidates']) {
      await page.goto(`${agency.url}${path}`)
      await page.getByText('Parking permit').first().waitFor({ state: 'attached' })
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        `${path} fits`,
      ).toBeLessThanOrEqual(0)
    }
    await page.goto(`${agency.url}${fields}`)
    await pressWhenAlive(page.getByRole('button', { name: 'Actions for Parking permit' }))
    await page.getByRole('menuitem', { name: 'Remove…' }).click()
    await page.getByText('is kept, and can be brought back').waitFor()
    await page.locator('dialog[open]').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('button', { name: 'Bring back' }).click()
    await rows().filter({ hasText: 'Parking permit' }).getByText('Yes or no').waitFor()
    expect(seen.take()).toEqual([])
  })
})
