import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import {
  act,
  answerDialog,
  expectToast,
  expectToFit,
  mailTo,
  pressWhenAlive,
  waitUntilAlive,
} from './hands'
import { signInToAdmin } from './sign-in'
import { watch } from './watch'

const watching = watch()
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
let agency: Agency
let browser: Browser
let admin: Page

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
  admin = await (await openWindow({ whose: 'admin', viewport: desktop })).newPage()
  await signInToAdmin({ page: admin, agency, role: 'admin' })
})

afterAll(async () => {
  await browser.close()
  await agency.stop()
})

const openWindow = async ({
  whose,
  viewport,
}: {
  whose: string
  viewport: typeof desktop
}): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport, acceptDownloads: true })
  watching.listen({ context, whose })
  return context
}

const go = async (path: string): Promise<void> => {
  await admin.goto(`${agency.url}${path}`)
}

/** Asks the API with the session of a page; without an origin of ours its cookie would not count. */
const ask = async ({ page, path }: { page: Page; path: string }) => {
  const answer = await page.request.get(`${agency.url}${path}`, {
    headers: { origin: agency.url },
  })
  const body: unknown = await answer.json()
  return { status: answer.status(), body }
}

/** The first record of a collection, opened. */
const openFirst = async (collection: string): Promise<void> => {
  const { body } = await ask({ page: admin, path: `/api/${collection}?limit=1&depth=0` })
  const { docs } = z.object({ docs: z.array(z.object({ id: z.string() })).min(1) }).parse(body)
  await go(`/admin/collections/${collection}/${docs[0]?.id}`)
}

describe('the settings', () => {
  it('lead to every screen of theirs, on a desk and on a phone', async () => {
    await go('/admin/settings')
    await admin.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    const paths = await admin
      .locator('.pwa-screen a[href^="/admin/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(paths.length).toBeGreaterThan(10)
    for (const viewport of [desktop, phone]) {
      await admin.setViewportSize(viewport)
      for (const path of new Set(['/admin/settings', ...paths])) {
        const answer = await admin.goto(`${agency.url}${path}`)
        expect(answer?.status(), path).toBe(200)
        await admin.locator('h1').first().waitFor()
        await expectToFit(admin)
      }
    }
    await admin.setViewportSize(desktop)
    expect(watching.take()).toEqual([])
  })

  it('fill a year of a calendar by its law, and show its month', async () => {
    const year = new Date().getUTCFullYear() + 2
    await openFirst('holiday-calendars')
    await act({ page: admin, name: 'Fill a year…', entries: { Year: String(year) } })
    await go(`/admin/holidays?month=${year}-12`)
    await admin.getByRole('heading', { name: `December ${year}` }).waitFor()
    await admin.getByText('Christmas').first().waitFor()
    expect(watching.take()).toEqual([])
  })

  it('order the stages, and every board follows', async () => {
    await go('/admin/collections/stages')
    const stages = admin.getByRole('list', { name: 'Stages' })
    await stages.waitFor()
    const names = async () => await stages.locator('.pwa-fields__name').allTextContents()
    const before = await names()
    const moved = before[2] ?? ''
    const menu = stages.getByRole('button', { name: `Actions for ${moved}` })
    await pressWhenAlive(menu)
    await admin.getByRole('menuitem', { name: 'Move up' }).press('Enter')
    await expect.poll(async () => (await names())[1]).toBe(moved)
    await expect.poll(async () => await stages.getAttribute('aria-busy')).toBe('false')
    await openFirst('job-orders')
    await admin.getByRole('link', { name: 'Board' }).click()
    await expect
      .poll(async () => await admin.locator('.pwa-column').nth(1).innerText())
      .toContain(moved)
    await go('/admin/collections/stages')
    await pressWhenAlive(menu)
    await admin.getByRole('menuitem', { name: 'Move down' }).press('Enter')
    await expect.poll(names).toEqual(before)
    await expect.poll(async () => await stages.getAttribute('aria-busy')).toBe('false')
    expect(watching.take()).toEqual([])
  })

  it('let the agency write its mails, with a preview and a test', async () => {
    await go('/admin/collections/message-templates')
    await admin
      .getByRole('table', { name: 'Mails and their words' })
      .getByRole('link')
      .first()
      .click()
    const subject = admin.getByRole('textbox', { name: 'Subject' })
    await subject.waitFor()
    await pressWhenAlive(subject)
    const before = await subject.inputValue()
    await subject.fill(`${before} {{nobody.knows}}`)
    await admin.locator('.pwa-field--wrong').getByText('nobody.knows').waitFor()
    await subject.fill('Good news from us')
    await admin
      .getByRole('region', { name: 'Preview' })
      .getByRole('heading', { name: 'Good news from us' })
      .waitFor()
    await admin.getByRole('button', { name: 'Send a test to me' }).click()
    const test = await mailTo({
      smtp: agency.smtp,
      to: agency.loginOf('admin').email,
      subject: /Good news from us/,
    })
    expect(test.mail.text).not.toContain('{{')
    await admin.getByRole('button', { name: 'Save', exact: true }).click()
    await expectToast({ page: admin, text: /your words now/ })
    await admin.getByText('In your own words.').waitFor()
    await admin.getByRole('button', { name: 'Reset' }).click()
    await answerDialog({ page: admin, entries: {} })
    await expect.poll(async () => await subject.inputValue()).toBe(before)
    expect(watching.take()).toEqual([])
  })
})

describe('a new colleague', () => {
  const email = 'nina.ortega@harbourhale.example'
  const password = 'seven-green-kettles-41'
  let theirs: Page
  let secret = ''
  let codes: string[] = []

  /** What the app shows; a later step stands for a later minute. */
  const codeOf = (stepsLater: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.now() + stepsLater * 30_000,
    })

  const signIn = async (): Promise<void> => {
    await theirs.goto(`${agency.url}/admin/login`)
    await waitUntilAlive(theirs.locator('#field-email'))
    await theirs.fill('#field-email', email)
    await theirs.fill('#field-password', password)
    await theirs.click('button[type="submit"]')
    await theirs.waitForURL((url) => !url.pathname.includes('/login'))
  }

  it('is invited, chooses a password on a phone and is in', async () => {
    await go('/admin/collections/users')
    await pressWhenAlive(admin.getByRole('button', { name: 'Invite a colleague…' }))
    await answerDialog({
      page: admin,
      entries: { Name: 'Nina Ortega', 'E-mail': email, Role: { choose: 'Recruiter' } },
    })
    const { mail } = await mailTo({ smtp: agency.smtp, to: email, subject: /./ })
    const link = /href="([^"]*\/admin\/reset\/[^"]+)"/.exec(mail.html ?? '')?.[1]
    expect(link).toBeDefined()
    theirs = await (await openWindow({ whose: 'colleague', viewport: phone })).newPage()
    // The form begins anew once it knows that nobody is signed in: what was typed before is lost.
    await theirs.goto(link ?? '', { waitUntil: 'networkidle' })
    await waitUntilAlive(theirs.locator('#field-confirm-password'))
    await theirs.fill('#field-password', password)
    await theirs.fill('#field-confirm-password', password)
    await theirs.click('button[type="submit"]')
    await theirs.waitForURL((url) => !url.pathname.includes('/reset'))
    await theirs.goto(`${agency.url}/admin/my-day`)
    await theirs.getByRole('button', { name: 'New task…' }).waitFor()
    await expectToFit(theirs)
    expect(watching.take()).toEqual([])
  })

  it('sets up a second factor, and signs in with it and with a recovery code', async () => {
    await theirs.goto(`${agency.url}/admin/second-factor`)
    await pressWhenAlive(theirs.getByRole('button', { name: 'Begin' }))
    secret = ((await theirs.locator('.pwa-factor__key code').textContent()) ?? '').replaceAll(
      ' ',
      '',
    )
    await expectToFit(theirs)
    await theirs.getByLabel('Code of the app').fill('000000')
    await theirs.getByRole('button', { name: 'Switch it on' }).click()
    await theirs.locator('.pwa-field__problem').filter({ hasText: /./ }).waitFor()
    await theirs.getByLabel('Code of the app').fill(codeOf(0))
    await theirs.getByRole('button', { name: 'Switch it on' }).click()
    const list = theirs.getByRole('list', { name: 'Recovery codes' })
    await list.waitFor()
    codes = await list.getByRole('listitem').allTextContents()
    expect(new Set(codes).size).toBe(10)
    await theirs.getByRole('link', { name: 'I have kept them' }).click()
    await theirs.waitForURL(/second-factor$/)

    for (const code of [codeOf(1), codes[0] ?? '']) {
      await theirs.goto('about:blank')
      await theirs.context().clearCookies()
      await signIn()
      await theirs.getByRole('heading', { name: 'One more step' }).waitFor()
      expect((await ask({ page: theirs, path: '/api/job-orders?limit=1' })).status).toBe(403)
      await theirs.getByLabel('Code', { exact: true }).fill(code)
      await theirs.getByRole('button', { name: 'Sign in' }).click()
      await expect
        .poll(async () => (await ask({ page: theirs, path: '/api/job-orders?limit=1' })).status)
        .toBe(200)
    }
    expect(watching.take()).toEqual([])
  })

  it('gets and loses a right with one tick', async () => {
    const tick = async (isOn: boolean): Promise<void> => {
      const box = admin
        .getByRole('checkbox', { name: 'Recruiter: Make API keys and webhooks, see what they did' })
        .first()
      await box.waitFor()
      if ((await box.isChecked()) === isOn) return
      const kept = admin.waitForResponse((response) =>
        response.url().includes('/api/commands/set-role-permission'),
      )
      await box.click()
      expect((await kept).status()).toBe(200)
    }
    await go('/admin/rights')
    await pressWhenAlive(admin.getByRole('region', { name: 'Rights of roles' }))
    const opens = async () => (await ask({ page: theirs, path: '/api/api-keys?limit=1' })).status
    await tick(true)
    expect(await opens()).toBe(200)
    await tick(false)
    expect(watching.take()).toEqual([])
  })

  it('is shut out of every device', async () => {
    const { body } = await ask({
      page: admin,
      path: `/api/users?where[email][equals]=${email}&depth=0`,
    })
    const { docs } = z.object({ docs: z.array(z.object({ id: z.string() })) }).parse(body)
    await theirs.goto('about:blank')
    await go(`/admin/collections/users/${docs[0]?.id}`)
    await act({ page: admin, name: 'Disable…', entries: { Reason: 'Left us' } })
    await expect
      .poll(async () => (await ask({ page: theirs, path: '/api/job-orders?limit=1' })).status)
      .toBe(403)
    await theirs.context().close()
    expect(watching.take()).toEqual([])
  })
})

describe('other programs', () => {
  it('get a key that is shown once and does what its scopes say', async () => {
    await go('/admin/collections/api-keys')
    await pressWhenAlive(admin.getByRole('button', { name: 'New API key…' }))
    const dialog = admin.locator('dialog[open]')
    await dialog.getByLabel('Name').fill('Job board export')
    await dialog
      .locator('.pwa-choices__item', { hasText: 'orders.read' })
      .getByRole('checkbox')
      .check()
    await dialog.locator('button[type="submit"]').click()
    const shown = admin.getByLabel('Shown only now')
    await shown.waitFor()
    const key = await shown.inputValue()
    await admin.getByRole('button', { name: 'I have kept it' }).click()
    expect(await admin.content()).not.toContain(key)
    const call = async (path: string) =>
      (await fetch(`${agency.url}${path}`, { headers: { authorization: `ApiKey ${key}` } })).status
    expect(await call('/api/job-orders?limit=1')).toBe(200)
    expect(await call('/api/invoices?limit=1')).toBe(403)

    await go('/admin/api-reference')
    await admin.getByRole('heading', { name: 'API reference', level: 1 }).waitFor()
    await expectToFit(admin)
    expect(watching.take()).toEqual([])
  })

  it('are sent events, but never at an address of the inside', async () => {
    await go('/admin/collections/webhook-endpoints')
    await pressWhenAlive(admin.getByRole('button', { name: 'New webhook…' }))
    const dialog = admin.locator('dialog[open]')
    await dialog.getByLabel('Name').fill('Hours ledger')
    await dialog
      .getByRole('textbox', { name: 'Address', exact: true })
      .fill('https://169.254.169.254/latest/meta-data')
    await dialog.getByRole('checkbox', { name: 'Everything *' }).check()
    await dialog.locator('button[type="submit"]').click()
    await dialog.locator('.pwa-field--wrong .pwa-field__problem').waitFor()
    await dialog
      .getByRole('textbox', { name: 'Address', exact: true })
      .fill('https://hooks.example.com/placewright')
    await dialog.locator('button[type="submit"]').click()
    await admin.getByLabel('Shown only now').waitFor()
    await admin.getByRole('button', { name: 'I have kept it' }).click()
    await admin.getByRole('link', { name: 'Hours ledger' }).first().waitFor()
    expect(watching.take()).toEqual([])
  })
})

describe('a person', () => {
  it('is found from anywhere by keys alone', async () => {
    await go('/admin/settings')
    await admin.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    await expect
      .poll(async () => {
        await admin.keyboard.press('Control+k')
        return await admin.locator('dialog.pwa-search').count()
      })
      .toBe(1)
    await admin.keyboard.type('keisha')
    await admin
      .getByRole('option', { name: /Keisha Washington/ })
      .first()
      .waitFor()
    await admin.keyboard.press('Enter')
    await admin.waitForURL(/\/admin\/collections\/[a-z-]+\/[0-9a-f-]{36}/)
    expect(watching.take()).toEqual([])
  })

  it('gets a copy of everything that is kept, is held, and is erased when nothing holds', async () => {
    const { body } = await ask({
      page: admin,
      path: '/api/candidates?limit=1&depth=0&where[state][equals]=new&sort=createdAt',
    })
    const { docs } = z
      .object({ docs: z.array(z.object({ id: z.string(), email: z.string() })).min(1) })
      .parse(body)
    const [person] = docs
    await go(`/admin/collections/candidates/${person?.id}/privacy`)
    await act({ page: admin, name: 'Send a copy…', entries: {} })
    await mailTo({ smtp: agency.smtp, to: person?.email ?? '', subject: /./ })
    await act({ page: admin, name: 'Place legal hold…', entries: { Why: 'Case 12-7' } })
    await admin.getByRole('link', { name: 'Case 12-7' }).waitFor()
    await act({ page: admin, name: 'Erase…' })
    const dialog = admin.locator('dialog[open]')
    await dialog.locator('button[type="submit"]').click()
    await dialog.getByText(/hold/i).first().waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await admin.getByRole('link', { name: 'Case 12-7' }).click()
    await act({ page: admin, name: 'Release hold…', entries: { Why: 'Settled' } })
    await go(`/admin/collections/candidates/${person?.id}/privacy`)
    await act({ page: admin, name: 'Erase…', entries: {} })
    await admin.getByText('Erased').first().waitFor()
    const found = await ask({
      page: admin,
      path: `/api/candidates?where[email][equals]=${person?.email}`,
    })
    expect(z.object({ totalDocs: z.number() }).parse(found.body).totalDocs).toBe(0)
    expect(watching.take()).toEqual([])
  })
})
