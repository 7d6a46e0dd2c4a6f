import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { renderCv } from '../../../plugins/crm/text/cv-fixture'
import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { mintLink, openLink } from './mint-link'
import { staffRest } from './staff-rest'

let agency: Agency
let browser: Browser
let db: pg.Client

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
  db = new pg.Client({ connectionString: agency.databaseUrl })
  await db.connect()
})

afterAll(async () => {
  await browser.close()
  await db.end()
  await agency.stop()
})

const oneText = async (text: string): Promise<string> => {
  const { rows } = await db.query<{ text: string }>(text)
  const [row] = rows
  if (!row) throw new Error(`Nothing from: ${text}`)
  return row.text
}

/** A real PDF of exactly so many bytes: the filling is a comment before the last pointer. */
const cvOf = async (bytes: number): Promise<Buffer> => {
  const pdf = Buffer.from(await renderCv({ pages: [['Robin Large', 'Forklift driver']] }))
  const offset = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))?.[1]
  const tail = `\nstartxref\n${offset}\n%%EOF\n`
  const filling = `%${'x'.repeat(bytes - pdf.length - tail.length - 1)}`
  return Buffer.concat([pdf, Buffer.from(filling), Buffer.from(tail)])
}

const refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
})

describe('an application with a CV, by REST', () => {
  const apply = async (cv: Buffer) => {
    const response = await fetch(`${agency.url}/api/commands/apply-to-job`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: agency.url },
      body: JSON.stringify({
        postingId: await oneText(
          `select posting.id::text as text from job_postings posting
            join job_orders job on job.id = posting.job_order_id
            where posting.state = 'published' and job.screening_kind = 'none' limit 1`,
        ),
        firstName: 'Robin',
        lastName: 'Large',
        email: `${randomUUID()}@people.test`,
        agreesToApplication: true,
        cv: { filename: 'cv.pdf', contentBase64: cv.toString('base64') },
      }),
    })
    const body: unknown = await response.json()
    return { status: response.status, body }
  }

  it.each([1_200_000, 10_000_000])('is taken with %i bytes, whole', async (bytes) => {
    expect(await apply(await cvOf(bytes))).toMatchObject({
      status: 200,
      body: { result: { isReceived: true } },
    })
    expect(
      await oneText(
        `select filesize::text as text from documents order by created_at desc limit 1`,
      ),
    ).toBe(String(bytes))
  })

  it('says beside the field that a larger one is too large, up to the size of a body', async () => {
    for (const bytes of [10_000_001, 10_050_003]) {
      const { status, body } = await apply(await cvOf(bytes))
      expect(status).toBe(422)
      expect(Object.values(refusal.parse(body).error.fields ?? {}).join(' ')).toContain('10 MB')
    }
    const { status, body } = await apply(await cvOf(10_300_000))
    expect(status).toBe(413)
    expect(refusal.parse(body).error.code).toBe('body-too-large')
  })
})

describe('other bodies', () => {
  it('are taken up to the limit of their address and not beyond', async () => {
    const staff = await staffRest({ agency, role: 'admin' })
    const post = async ({ path, bytes }: { path: string; bytes: number }) => {
      const empty = JSON.stringify({ headline: '' }).length
      return (await staff.call({ path, body: { headline: 'x'.repeat(bytes - empty) } })).status
    }
    const [command, collection] = ['/api/commands/find-or-create-candidate', '/api/candidates']
    expect(await post({ path: command, bytes: 256 * 1024 })).toBe(422)
    expect(await post({ path: command, bytes: 256 * 1024 + 1 })).toBe(413)
    expect(await post({ path: collection, bytes: 1024 * 1024 })).toBe(400)
    expect(await post({ path: collection, bytes: 1024 * 1024 + 1 })).toBe(413)
  })
})

describe('the portal on the host of the agency’s second website', () => {
  const secondHost = () => {
    const url = new URL(agency.url)
    url.hostname = 'northline.localhost'
    return url.origin
  }

  /** A page of somebody else, as a mail program in the browser is, with a link to ours. */
  const startMailProgram = async (href: string) => {
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><title>Inbox</title><a href="${href}">Your hours</a>`)
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('There is no port.')
    return {
      url: `http://127.0.0.1:${address.port}`,
      stop: async () => {
        server.closeAllConnections()
        await new Promise<void>((resolve) => {
          server.close(() => resolve())
        })
      },
    }
  }

  it.each([
    {
      who: 'candidate',
      table: 'candidates',
      home: '/portal/candidate',
      next: '/portal/candidate/hours',
    },
    {
      who: 'client',
      table: 'client_contacts',
      home: '/portal/client',
      next: '/portal/client/invoices',
    },
  ])(
    'lets a $who in by link, knows them when they come from their mail, and lets them out',
    async ({ table, home, next }) => {
      const accountId = await oneText(
        `select portal_account_id::text as text from ${table}
        where portal_account_id is not null and deleted_at is null order by id limit 1`,
      )
      const path = await mintLink({
        client: db,
        link: {
          purpose: 'portal.login',
          subject: { kind: 'portal-account', id: accountId },
          person: null,
        },
      })
      const host = secondHost()
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      await page.goto(`${host}${path}`)
      await openLink(page)
      await page.getByRole('button', { name: /sign in|continue|welcome/i }).click()
      await page.waitForURL(`${host}${home}`)
      const cookies = await context.cookies()
      expect(cookies.filter(({ name }) => name === 'placewright-portal')).toMatchObject([
        { domain: 'northline.localhost', httpOnly: true, sameSite: 'Lax' },
      ])

      const mail = await startMailProgram(`${host}${next}`)
      await page.goto(mail.url)
      await page.getByRole('link', { name: 'Your hours' }).click()
      await page.waitForURL(`${host}${next}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await mail.stop()

      // The session is of this host alone.
      await page.goto(`${agency.url}${next}`)
      await page.waitForURL(`${agency.url}/portal`)
      await page.goto(`${host}${home}`)
      await page.getByRole('button', { name: /sign out/i }).click()
      await page.waitForURL((url) => url.origin === host && !url.pathname.startsWith(home))
      await page.goto(`${host}${next}`)
      await page.waitForURL(`${host}/portal`)
      await context.close()
    },
  )
})
