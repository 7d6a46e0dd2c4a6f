import type pg from 'pg'
import type { Page } from 'playwright-core'

import type { Agency } from '../journeys/agency'

/** Who looks at a screen. */
export const viewers = ['visitor', 'staff', 'recruiter', 'candidate', 'client'] as const

export type Viewer = (typeof viewers)[number]

/** One more picture of the same page, after something was done on it. */
export type Step = {
  name: string
  act: (page: Page) => Promise<void>
  /** Only what fits the window, although the screen is shown as a whole. */
  isWindow?: boolean
  /** Left out where a page has nothing to do it with. */
  isThere?: (page: Page) => Promise<boolean>
}

/** The same page as it greets in the window. */
export const asWindow: Step = {
  name: 'window',
  isWindow: true,
  act: async (page) => {
    await page.evaluate(() => window.scrollTo(0, 0))
  },
}

export type Screen = {
  name: string
  viewer: Viewer
  /** An address, or a page that is nowhere served, such as a mail. */
  at: { url: string } | { html: string }
  /** The whole page instead of what fits the window. */
  isWhole?: boolean
  /** The answer the page must give; 200 when nothing is said. */
  status?: number
  prepare?: (page: Page) => Promise<void>
  steps?: readonly Step[]
}

/** What a list of screens is made from: the running agency and its database. */
export type Scene = { agency: Agency; client: pg.Client }

/** The first column of the first row; null when there is none. */
export const firstOf = async ({
  client,
  text,
  values = [],
}: {
  client: pg.Client
  text: string
  values?: readonly unknown[]
}): Promise<string | null> => {
  const { rows } = await client.query<{ value: string | null }>(text, [...values])
  return rows[0]?.value ?? null
}
