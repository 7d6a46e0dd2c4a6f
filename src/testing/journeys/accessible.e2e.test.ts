import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../browser.mjs'
import { adminScreens } from '../screenshots/admin-screens'
import { linkScreens } from '../screenshots/link-screens'
import { portalScreens } from '../screenshots/portal-screens'
import type { Scene, Screen } from '../screenshots/screen'
import { siteScreens } from '../screenshots/site-screens'
import { sessionsOf, windowsOf } from '../screenshots/viewers'
import { wear } from '../screenshots/wear'
import type { Agency } from './agency'
import { faultsOf } from './axe'
import { givenAgency } from './given-agency'

const wide = { width: 1280, height: 900 }
const narrow = { width: 360, height: 780 }

/** What the product draws in the admin itself; the rest of it is Payload's. */
const ours = '[class^="pwa-"], [class*=" pwa-"]'

let agency: Agency
let browser: Browser
let client: pg.Client
let windows: ReturnType<typeof windowsOf>

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
  client = new pg.Client({ connectionString: agency.databaseUrl })
  await client.connect()
  windows = windowsOf({
    browser,
    sessions: await sessionsOf({ browser, agency }),
    viewport: wide,
  })
})

afterAll(async () => {
  await windows.close()
  await browser.close()
  await client.end()
  await agency.stop()
})

describe('everybody can use', () => {
  it.each([
    { what: 'the website', screensOf: siteScreens },
    { what: 'the portals', screensOf: portalScreens },
    { what: 'the pages that links open', screensOf: linkScreens },
  ])('$what, on a desk and on a phone, by day and by night', async ({ screensOf }) => {
    const screens = await screensOf({ agency, client })
    expect(screens.length).toBeGreaterThan(5)
    expect(
      await problemsOf({
        screens,
        check: async (sight) => [
          ...(await faultsOf(sight)).map(told),
          ...(await overflowOf(sight.page)),
        ],
      }),
    ).toEqual([])
  })

  it('what the product adds to the admin', async () => {
    const screens = await ownScreens({ agency, client })
    expect(screens.map(({ name }) => name)).toEqual([...ownNames])
    expect(
      await problemsOf({
        screens,
        check: async (sight) =>
          (await faultsOf({ ...sight, within: ours }))
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(told),
      }),
    ).toEqual([])
  })
})

const ownNames = [
  'admin-login',
  'admin-dashboard',
  'admin-desk',
  'admin-notifications',
  'admin-notification-settings',
  'admin-audit',
  'admin-my-day',
  'admin-find',
  'admin-settings',
  'admin-rights',
  'admin-second-factor',
  'admin-holidays',
  'admin-api-reference',
  'admin-own-fields',
  'admin-search',
  'admin-privacy',
  'admin-board',
  'admin-system',
  'admin-missing',
  'admin-record-job-orders',
  'admin-dialog-make-order',
  'admin-dialog-reject',
] as const

const ownScreens = async (scene: Scene): Promise<Screen[]> => {
  const known = await adminScreens(scene)
  return known.filter(({ name }) => ownNames.some((own) => own === name))
}

/** At night only the colours are others. */
type Check = (sight: { page: Page; isContrastOnly: boolean }) => Promise<string[]>

/** Each screen and step of it, wide and narrow, light and dark; what is wrong begins with its name. */
const problemsOf = async ({
  screens,
  check,
}: {
  screens: readonly Screen[]
  check: Check
}): Promise<string[]> => {
  const problems: string[] = []
  for (const screen of screens) {
    const context = await windows.of(screen.viewer)
    const page = await context.newPage()
    for await (const name of sightsOf({ page, screen }))
      for (const sight of [
        { at: wide, scheme: 'light' as const },
        { at: narrow, scheme: 'light' as const },
        { at: narrow, scheme: 'dark' as const },
      ]) {
        await page.setViewportSize(sight.at)
        await wear({ page, scheme: sight.scheme })
        const where = `${name} at ${sight.at.width}, ${sight.scheme}`
        problems.push(
          ...(await check({ page, isContrastOnly: sight.scheme === 'dark' })).map(
            (problem) => `${where}: ${problem}`,
          ),
        )
      }
    await page.close()
  }
  return [...new Set(problems)]
}

/** Opens a screen and goes through its steps. */
const sightsOf = async function* ({
  page,
  screen,
}: {
  page: Page
  screen: Screen
}): AsyncGenerator<string> {
  const comeBack = async () => {
    await page.setViewportSize(wide)
    await wear({ page, scheme: 'light' })
  }
  await comeBack()
  if ('url' in screen.at) await page.goto(screen.at.url, { waitUntil: 'load' })
  await screen.prepare?.(page)
  yield screen.name
  for (const { name, act, isThere, isWindow = false } of screen.steps ?? []) {
    if (isWindow || (isThere && !(await isThere(page)))) continue
    await comeBack()
    await act(page)
    yield `${screen.name}-${name}`
  }
}

const overflowOf = async (page: Page): Promise<string[]> => {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return wider > 1 ? [`${wider} px wider than the window`] : []
}

const told = ({ rule, impact, html, why }: Awaited<ReturnType<typeof faultsOf>>[number]): string =>
  `${rule} (${impact}): ${html} ${why.replaceAll(/\s+/g, ' ')}`
