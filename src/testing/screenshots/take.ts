import { mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'

import { launchBrowser } from '../browser.mjs'
import { startAgency, type Agency } from '../journeys/agency'
import { prepareSeededTemplate } from '../journeys/seeded-template'
import type { Screen } from './screen'
import { documented, screensOf } from './screens'
import { viewersOf } from './viewers'
import { watchPage } from './watch-page'

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

const folder = 'screenshots'

/** Every screen at both sizes, light and dark; a few also for the README with `--docs`. */
const take = async (): Promise<void> => {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const isForReadme = process.argv.includes('--docs')
  const template = await prepareSeededTemplate({ adminUrl: undefined })
  const agency = await startAgency({ template })
  const client = new pg.Client({ connectionString: agency.databaseUrl })
  await client.connect()
  const browser = await launchBrowser()
  mkdirSync(folder, { recursive: true })
  try {
    const all = await screensOf({ agency, client })
    const screens = all.filter(
      ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
    )
    const problems = await Promise.all(
      Object.entries(sizes).map(
        async ([size, viewport]) => await takeAll({ browser, agency, screens, size, viewport }),
      ),
    )
    if (isForReadme) await keepForReadme()
    for (const line of problems.flat()) console.log(line)
    if (problems.flat().length > 0) process.exitCode = 1
  } finally {
    await browser.close()
    await client.end()
    await agency.stop()
    await template.stop()
  }
}

/** The screens at one size; returns what was wrong with them. */
const takeAll = async ({
  browser,
  agency,
  screens,
  size,
  viewport,
}: {
  browser: Browser
  agency: Agency
  screens: readonly Screen[]
  size: string
  viewport: { width: number; height: number }
}): Promise<string[]> => {
  const viewers = viewersOf({ browser, agency, viewport })
  const problems: string[] = []
  for (const screen of screens) {
    const context = await viewers.contextOf(screen.viewer)
    const page = await context.newPage()
    const watch = watchPage(page)
    try {
      for await (const name of views({ page, screen, watch })) {
        await takeBoth({ page, screen, name: `${name}-${size}` })
        await watch.measure()
      }
    } catch (error) {
      problems.push(`${screen.name}-${size}: ${String(error)}`)
      await page.screenshot({ path: path.join(folder, `failed-${screen.name}-${size}.png`) })
    }
    problems.push(...watch.take().map((problem) => `${screen.name}-${size}: ${problem}`))
    await page.close()
  }
  await viewers.close()
  return problems
}

/** Opens a screen and goes through its steps; yields the name of what is to be seen. */
const views = async function* ({
  page,
  screen,
  watch,
}: {
  page: Page
  screen: Screen
  watch: ReturnType<typeof watchPage>
}): AsyncGenerator<string> {
  watch.expect(screen.status ?? 200)
  if ('html' in screen.at) await page.setContent(screen.at.html)
  else await page.goto(screen.at.url, { waitUntil: 'load' })
  await settle(page)
  await screen.prepare?.(page)
  await settle(page)
  yield screen.name
  for (const { name, act, isThere } of screen.steps ?? []) {
    if (isThere && !(await isThere(page))) continue
    await act(page)
    await settle(page)
    yield `${screen.name}-${name}`
  }
}

/** A live stream keeps the network busy for ever, so only a quiet moment of the page counts. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForTimeout(600)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
}

const takeBoth = async ({
  page,
  screen,
  name,
}: {
  page: Page
  screen: Screen
  name: string
}): Promise<void> => {
  for (const scheme of ['light', 'dark'] as const) {
    await wear({ page, scheme })
    await page.screenshot({
      path: path.join(folder, `${name}-${scheme}.png`),
      fullPage: screen.isWhole ?? false,
      animations: 'disabled',
    })
  }
  await wear({ page, scheme: 'light' })
  console.log(name)
}

/** Public pages follow the browser; Payload's theme is an attribute that its own switch sets. */
const wear = async ({ page, scheme }: { page: Page; scheme: 'light' | 'dark' }): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme })
  await page.evaluate((theme) => {
    const { dataset } = document.documentElement
    if (dataset.theme) dataset.theme = theme
  }, scheme)
  await page.waitForTimeout(150)
}

/** The README's pictures: small enough to be loaded with a page of text. */
const keepForReadme = async (): Promise<void> => {
  mkdirSync('docs/screenshots', { recursive: true })
  for (const [from, to] of Object.entries(documented))
    await sharp(path.join(folder, `${from}.png`))
      .png({ palette: true, quality: 90, effort: 10 })
      .toFile(path.join('docs/screenshots', `${to}.png`))
}

await take()
