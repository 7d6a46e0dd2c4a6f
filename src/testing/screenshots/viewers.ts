import type { Browser, BrowserContext } from 'playwright-core'

import type { Agency } from '../journeys/agency'
import { signInToAdmin } from '../journeys/sign-in'
import { viewers, type Viewer } from './screen'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** Signs each viewer in once; every size then looks with the same session. */
export const sessionsOf = async ({
  browser,
  agency,
}: {
  browser: Browser
  agency: Agency
}): Promise<ReadonlyMap<Viewer, Session>> => {
  const sessions = new Map<Viewer, Session>()
  for (const viewer of viewers) {
    const context = await browser.newContext()
    await signIn({ context, agency, viewer })
    sessions.set(viewer, await context.storageState())
    await context.close()
  }
  return sessions
}

const signIn = async ({
  context,
  agency,
  viewer,
}: {
  context: BrowserContext
  agency: Agency
  viewer: Viewer
}): Promise<void> => {
  const page = await context.newPage()
  switch (viewer) {
    case 'visitor':
      return
    case 'staff':
      await signInToAdmin({ page, agency, role: 'admin' })
      return
    case 'recruiter':
      await signInToAdmin({ page, agency, role: 'recruiter' })
      return
    case 'candidate':
    case 'client': {
      const { email, password } = agency.loginOf(`${viewer} portal`)
      await page.goto(`${agency.url}/portal`)
      await page.getByText('Sign in with a password instead').click()
      await page.fill('#password-email', email)
      await page.fill('#password-password', password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.waitForURL(`**/portal/${viewer}`)
    }
  }
}

/** A browser window for each viewer at one size. */
export const windowsOf = ({
  browser,
  sessions,
  viewport,
}: {
  browser: Browser
  sessions: ReadonlyMap<Viewer, Session>
  viewport: { width: number; height: number }
}) => {
  const known = new Map<Viewer, Promise<BrowserContext>>()
  const open = async (viewer: Viewer): Promise<BrowserContext> => {
    const session = sessions.get(viewer)
    const context = await browser.newContext({
      viewport,
      locale: 'en-US',
      timezoneId: 'America/New_York',
      ...(session ? { storageState: session } : {}),
    })
    context.setDefaultTimeout(15_000)
    return context
  }
  return {
    of: async (viewer: Viewer): Promise<BrowserContext> => {
      const found = known.get(viewer) ?? open(viewer)
      known.set(viewer, found)
      return await found
    },
    close: async (): Promise<void> => {
      for (const context of known.values()) await (await context).close()
    },
  }
}
