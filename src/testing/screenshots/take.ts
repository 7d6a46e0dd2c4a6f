import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'

import { launchBrowser } from '../browser.mjs'
import { startAgency, type Agency } from '../journeys/agency'
import { prepareSeededTemplate } from '../journeys/seeded-template'
import { signInToAdmin } from '../journeys/sign-in'
import { documented, screensOf, type Screen } from './screens'

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** Every screen at both sizes, light and dark, into `screenshots/`; a few into the README's folder. */
const take = async (): Promise<void> => {
  const only = process.argv[2]
  const template = await prepareSeededTemplate({ adminUrl: undefined })
  const agency = await startAgency({ template })
  const browser = await launchBrowser()
  try {
    const screens = (await screensOf(agency)).filter(({ name }) => !only || name.includes(only))
    for (const [size, viewport] of Object.entries(sizes))
      for (const scheme of ['light', 'dark'] as const)
        await takeAll({ browser, agency, screens, size, viewport, scheme })
    mkdirSync('docs/screenshots', { recursive: true })
    if (!only)
      for (const [from, to] of Object.entries(documented))
        cpSync(path.join('screenshots', `${from}.png`), path.join('docs/screenshots', `${to}.png`))
  } finally {
    await browser.close()
    await agency.stop()
    await template.stop()
  }
}

const takeAll = async ({
  browser,
  agency,
  screens,
  size,
  viewport,
  scheme,
}: {
  browser: Browser
  agency: Agency
  screens: readonly Screen[]
  size: string
  viewport: { width: number; height: number }
  scheme: 'light' | 'dark'
}): Promise<void> => {
  mkdirSync('screenshots', { recursive: true })
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    locale: 'en-US',
    timezoneId: 'America/New_York',
  })
  const page = await context.newPage()
  await signInToAdmin({ page, agency, role: 'admin' })
  for (const screen of screens) {
    const file = path.join('screenshots', `${screen.name}-${size}-${scheme}.png`)
    await open({ page, screen })
    await page.screenshot({ path: file, fullPage: screen.isWhole ?? false })
    console.log(file)
  }
  await context.close()
}

const open = async ({ page, screen }: { page: Page; screen: Screen }): Promise<void> => {
  await page.goto(screen.url, { waitUntil: 'load' })
  // The live stream of a board keeps the network busy for ever, so only quiet of the page counts.
  await page.waitForTimeout(900)
  await screen.prepare?.(page)
}

await take()
