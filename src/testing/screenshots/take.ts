import { mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

import { launchBrowser } from '../browser.mjs'
import { demandBuild, startAgency } from '../journeys/agency'
import { prepareSeededTemplate } from '../seeded-template'
import { breakPages, brokenScreens } from './broken-screens'
import type { Screen } from './screen'
import { documented, screensOf } from './screens'
import { sessionsOf, windowsOf } from './viewers'
import { watchPage } from './watch-page'
import { wear } from './wear'

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

const folder = 'screenshots'

/** Every screen at both sizes, light and dark; a few also for the README with `--docs`. */
const take = async (): Promise<void> => {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const isWanted = ({ name }: Screen) =>
    words.length === 0 || words.some((word) => name.includes(word))
  const isForReadme = process.argv.includes('--docs')
  demandBuild()
  const template = await prepareSeededTemplate({ adminUrl: undefined })
  const agency = await startAgency({ template })
  const client = new pg.Client({ connectionString: agency.databaseUrl })
  await client.connect()
  const browser = await launchBrowser()
  mkdirSync(folder, { recursive: true })
  try {
    const all = await screensOf({ agency, client })
    const sessions = await sessionsOf({ browser, agency })
    const takeAtAllSizes = async (some: readonly Screen[]): Promise<string[]> => {
      const found = await Promise.all(
        Object.entries(sizes).map(async ([size, viewport]) => {
          const windows = windowsOf({ browser, sessions, viewport })
          const problems = await takeAll({ windows, screens: some, size })
          await windows.close()
          return problems
        }),
      )
      return found.flat()
    }
    const problems = await takeAtAllSizes(all.filter(isWanted))
    await breakPages({ client })
    problems.push(...(await takeAtAllSizes(brokenScreens({ agency }).filter(isWanted))))
    if (isForReadme) await keepForReadme()
    for (const line of problems) console.log(line)
    if (problems.length > 0) process.exitCode = 1
  } finally {
    await browser.close()
    await client.end()
    await agency.stop()
    await template.stop()
  }
}

/** The screens at one size; returns what was wrong with them. */
const takeAll = async ({
  windows,
  screens,
  size,
}: {
  windows: ReturnType<typeof windowsOf>
  screens: readonly Screen[]
  size: string
}): Promise<string[]> => {
  const problems: string[] = []
  for (const screen of screens) {
    const context = await windows.of(screen.viewer)
    const page = await context.newPage()
    const watch = watchPage(page)
    try {
      for await (const { name, isWhole } of views({ page, screen, watch })) {
        await takeBoth({ page, isWhole, name: `${name}-${size}` })
        await watch.measure()
      }
    } catch (error) {
      problems.push(`${screen.name}-${size}: ${String(error)}`)
      await page.screenshot({ path: path.join(folder, `failed-${screen.name}-${size}.png`) })
    }
    problems.push(...watch.take().map((problem) => `${screen.name}-${size}: ${problem}`))
    await page.close()
  }
  return problems
}

/** Opens a screen and goes through its steps; yields what is to be seen. */
const views = async function* ({
  page,
  screen,
  watch,
}: {
  page: Page
  screen: Screen
  watch: ReturnType<typeof watchPage>
}): AsyncGenerator<{ name: string; isWhole: boolean }> {
  watch.expect(screen.status ?? 200)
  if ('html' in screen.at) await page.setContent(screen.at.html)
  else await page.goto(screen.at.url, { waitUntil: 'load' })
  await settle(page)
  await screen.prepare?.(page)
  await settle(page)
  if (screen.viewer !== 'visitor' && new URL(page.url()).pathname.endsWith('/login'))
    throw new Error('nobody is signed in')
  const isWhole = screen.isWhole ?? false
  yield { name: screen.name, isWhole }
  for (const { name, act, isThere, isWindow = false } of screen.steps ?? []) {
    if (isThere && !(await isThere(page))) continue
    await act(page)
    await settle(page)
    yield { name: `${screen.name}-${name}`, isWhole: isWhole && !isWindow }
  }
}

/** A live stream keeps the network busy for ever, so only a quiet moment of the page counts. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForTimeout(500)
  // Lists of the admin look up the names of related records one after the other.
  await page.waitForFunction(() => !document.body.innerText.includes('Loading...'))
  await page.evaluate(async () => {
    await document.fonts.ready
  })
}

const takeBoth = async ({
  page,
  isWhole,
  name,
}: {
  page: Page
  isWhole: boolean
  name: string
}): Promise<void> => {
  for (const scheme of ['light', 'dark'] as const) {
    await wear({ page, scheme })
    await page.screenshot({
      path: path.join(folder, `${name}-${scheme}.png`),
      fullPage: isWhole,
      animations: 'disabled',
    })
  }
  await wear({ page, scheme: 'light' })
  console.log(name)
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
