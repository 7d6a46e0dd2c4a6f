import type { Browser, BrowserContext } from 'playwright-core'

import type { Agency } from '../journeys/agency'
import { signInToAdmin } from '../journeys/sign-in'
import type { Viewer } from './screen'

/** A signed-in browser for each viewer, made when it is first needed. */
export const viewersOf = ({
  browser,
  agency,
  viewport,
}: {
  browser: Browser
  agency: Agency
  viewport: { width: number; height: number }
}) => {
  const known = new Map<Viewer, Promise<BrowserContext>>()
  const open = async (viewer: Viewer): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport,
      locale: 'en-US',
      timezoneId: 'America/New_York',
    })
    if (viewer === 'visitor') return context
    const page = await context.newPage()
    if (viewer === 'staff') await signInToAdmin({ page, agency, role: 'admin' })
    else {
      const { email, password } = agency.loginOf(`${viewer} portal`)
      await page.goto(`${agency.url}/portal`)
      await page.getByText('Sign in with a password instead').click()
      await page.fill('#password-email', email)
      await page.fill('#password-password', password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.waitForURL(`**/portal/${viewer}`)
    }
    await page.close()
    return context
  }
  return {
    contextOf: async (viewer: Viewer): Promise<BrowserContext> => {
      const found = known.get(viewer) ?? open(viewer)
      known.set(viewer, found)
      return await found
    },
    close: async (): Promise<void> => {
      for (const context of known.values()) await (await context).close()
    },
  }
}
