import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import type { Agency } from '../agency'
import { readRows } from '../database'
import { signInToAdmin } from '../sign-in'
import { watch, type Watch } from '../watch'

export type Size = 'desktop' | 'phone'

const windows = {
  desktop: { viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const

const casts = {
  desktop: {
    company: 'Quayside Freight Ltd',
    title: 'Dock supervisor',
    first: { firstName: 'Łucja', lastName: 'Żak' },
    second: { firstName: 'Anders', lastName: 'Høyer' },
  },
  phone: {
    company: 'Lantern Foods Inc',
    title: 'Night picker',
    first: { firstName: 'Émile', lastName: 'Öztürk' },
    second: { firstName: 'Nadia', lastName: 'Petrović' },
  },
} as const

export type Person = { name: string; firstName: string; lastName: string; email: string }

/** One order from request to receipt: who takes part, their browsers, and what was found on the way. */
export type Story = {
  agency: Agency
  size: Size
  company: string
  title: string
  client: { name: string; email: string }
  /** Applies with scripts and a PDF, and is placed in the end. */
  first: Person
  /** Applies without scripts and with a Word file. */
  second: Person
  /** A page of a colleague at a desk, signed in. */
  staff: (role: string) => Promise<Page>
  /** A page of somebody outside, with a browser of their own. */
  outsider: (options?: { hasScripts?: boolean }) => Promise<Page>
  keep: (what: string, id: string) => void
  id: (what: string) => string
  rows: <Row extends Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<Row[]>
  /** The only row. */
  row: <Row extends Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<Row>
  watch: Watch
  close: () => Promise<void>
}

export const beginStory = ({
  agency,
  browser,
  size,
}: {
  agency: Agency
  browser: Browser
  size: Size
}): Story => {
  const cast = casts[size]
  const contexts: BrowserContext[] = []
  const desks = new Map<string, Page>()
  const ids = new Map<string, string>()
  const watched = watch()

  const open = async ({
    whose,
    window,
    hasScripts = true,
  }: {
    whose: string
    window: Size
    hasScripts?: boolean
  }): Promise<Page> => {
    const context = await browser.newContext({
      ...windows[window],
      javaScriptEnabled: hasScripts,
      locale: 'en-US',
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
    })
    contexts.push(context)
    watched.listen({ context, whose })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    return page
  }

  const rows: Story['rows'] = async <Row extends Record<string, unknown>>(
    text: string,
    values: readonly unknown[] = [],
  ) => await readRows<Row>({ databaseUrl: agency.databaseUrl, text, values })

  const personOf = ({ firstName, lastName }: { firstName: string; lastName: string }): Person => ({
    name: `${firstName} ${lastName}`,
    firstName,
    lastName,
    email: `worker.${randomBytes(4).toString('hex')}@person.test`,
  })

  return {
    agency,
    size,
    company: cast.company,
    title: cast.title,
    client: { name: 'Blair Buyer', email: `buyer.${size}@client.test` },
    first: personOf(cast.first),
    second: personOf(cast.second),
    staff: async (role) => {
      const known = desks.get(role)
      if (known) return known
      const page = await open({ whose: role, window: 'desktop' })
      await signInToAdmin({ page, agency, role })
      desks.set(role, page)
      return page
    },
    outsider: async ({ hasScripts = true } = {}) =>
      await open({ whose: 'outsider', window: size, hasScripts }),
    keep: (what, id) => ids.set(what, id),
    id: (what) => {
      const id = ids.get(what)
      if (!id) throw new Error(`An earlier step kept no ${what}.`)
      return id
    },
    rows,
    row: async (text, values) => {
      const found = await rows<never>(text, values)
      const [only] = found
      if (!only || found.length > 1) throw new Error(`${found.length} rows: ${text}`)
      return only
    },
    watch: watched,
    close: async () => {
      for (const context of contexts) await context.close()
    },
  }
}
