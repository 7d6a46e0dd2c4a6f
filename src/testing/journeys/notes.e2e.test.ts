import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import {
  act,
  answerDialog,
  expectToFit,
  linkIn,
  mailTo,
  openLink,
  pressWhenAlive,
  waitUntilAlive,
} from './hands'
import { signInToAdmin } from './sign-in'
import { staffRest } from './staff-rest'
import { watch } from './watch'

let agency: Agency
let browser: Browser
let client: string
const watching = watch()

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
  const admin = await staffRest({ agency, role: 'admin' })
  const { body } = await admin.call({ path: '/api/client-corporations?limit=1&depth=0' })
  const [doc] = z.object({ docs: z.array(z.object({ id: z.string() })) }).parse(body).docs
  client = `/admin/collections/client-corporations/${doc?.id}`
})

afterAll(async () => {
  await browser.close()
  await agency.stop()
})

const openAs = async ({ role, isPhone }: { role: string; isPhone: boolean }): Promise<Page> => {
  const context = await browser.newContext({
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    acceptDownloads: true,
  })
  watching.listen({ context, whose: role })
  const page = await context.newPage()
  await signInToAdmin({ page, agency, role })
  return page
}

const bellOf = (page: Page) => page.getByRole('button', { name: /^Notifications/ })

/** How many notifications are new, as the bell says it once it knows. */
const newOf = async (page: Page): Promise<number> => {
  await page.locator('.pwa-bell[data-known="true"]').waitFor()
  return Number(/(\d+) new/.exec((await bellOf(page).getAttribute('aria-label')) ?? '')?.[1] ?? 0)
}

describe('a note', () => {
  it('calls a colleague, whose bell rings on the phone and leads to it', async () => {
    const recruiter = await openAs({ role: 'recruiter', isPhone: true })
    const before = await newOf(recruiter)
    const name = await recruiter.evaluate(async () => {
      const response = await fetch('/api/users/me')
      const body: unknown = await response.json()
      return body
    })
    const { user } = z.object({ user: z.object({ name: z.string() }) }).parse(name)

    const admin = await openAs({ role: 'admin', isPhone: false })
    await admin.goto(`${agency.url}${client}`)
    const field = admin.getByRole('combobox', { name: 'Note for the team' })
    await field.click()
    await field.pressSequentially(`@${user.name.slice(0, 6)}`)
    await admin.getByRole('option', { name: user.name }).waitFor()
    await field.press('Enter')
    await field.pressSequentially('please ring them today.')
    await field.press('Control+Enter')
    const said = admin.locator('.pwa-timeline__item .pwa-timeline__said')
    await expect
      .poll(async () => await said.first().textContent())
      .toBe(`@${user.name} please ring them today.`)

    await expect.poll(async () => await newOf(recruiter), { timeout: 20_000 }).toBe(before + 1)
    await bellOf(recruiter).click()
    await recruiter
      .getByRole('link', { name: /^New: .*mentioned you/ })
      .first()
      .click()
    await recruiter.waitForURL(`**${client}`)
    await expect.poll(async () => await newOf(recruiter), { timeout: 20_000 }).toBe(before)

    await admin.getByRole('button', { name: 'Take back' }).first().click()
    await answerDialog({ page: admin, entries: {} })
    await expect
      .poll(async () => await said.first().textContent())
      .toBe('Taken back by whoever wrote it.')
    await admin.getByRole('button', { name: 'Log a call' }).click()
    await answerDialog({
      page: admin,
      entries: { 'How it ended': { choose: 'Left a message' }, Minutes: '4' },
    })
    await admin.getByText('We called · Left a message · 0:04 h').waitFor()
    await recruiter.context().close()
    await admin.context().close()
    expect(watching.take()).toEqual([])
  })
})

describe('a conversation with a client', () => {
  it('is answered on a phone by the link of the mail, and the team sees it at once', async () => {
    const admin = await openAs({ role: 'admin', isPhone: false })
    const { body } = await (await staffRest({ agency, role: 'admin' })).call({
      path: '/api/job-orders?where[state][equals]=active&limit=1&depth=1',
    })
    const [order] = z
      .object({
        docs: z.array(
          z.object({ id: z.string(), title: z.string(), contact: z.object({ email: z.string() }) }),
        ),
      })
      .parse(body).docs
    await admin.goto(`${agency.url}/admin/collections/job-orders/${order?.id}`)
    const panel = admin.getByRole('region', { name: 'Messages with the client' })
    await pressWhenAlive(panel.getByRole('button', { name: 'Write to the client…' }))
    await answerDialog({
      page: admin,
      entries: { 'Message to the client': 'Is there parking for night shifts?' },
    })
    await panel.getByText('Is there parking for night shifts?').waitFor()

    const mail = await mailTo({
      smtp: agency.smtp,
      to: order?.contact.email ?? '',
      subject: new RegExp(`^A message about ${order?.title}`),
    })
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    watching.listen({ context, whose: 'contact' })
    const contact = await context.newPage()
    await openLink({ page: contact, url: linkIn(mail) })
    await contact.getByText('Is there parking for night shifts?').waitFor()
    await expectToFit(contact)
    await waitUntilAlive(contact.getByLabel('Your message').last())
    await contact.getByLabel('Your message').last().fill('Yes, behind the house.')
    await contact.getByRole('button', { name: 'Send', exact: true }).click()
    await contact.locator('.pw-message', { hasText: 'Yes, behind the house.' }).waitFor()

    await panel.getByText('Yes, behind the house.').waitFor()
    await panel.getByText('1 new').waitFor()
    await panel.getByRole('button', { name: 'Mark as read' }).click()
    await panel.getByText('1 new').waitFor({ state: 'detached' })
    await context.close()
    await admin.context().close()
    expect(watching.take()).toEqual([])
  })
})

describe('the audit', () => {
  it.each([true, false])('is found and taken out (on a phone: %s)', async (isPhone) => {
    const page = await openAs({ role: 'admin', isPhone })
    await page.goto(`${agency.url}/admin/audit?name=call.logged`)
    await page.getByRole('table', { name: 'Events' }).getByText('Call logged').first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Take out as CSV' }).click(),
    ])
    const content = await readFile(await download.path(), 'utf8')
    expect(content).toContain('Time (UTC),Event')
    expect(content).toContain('call.logged')
    await page.goto(`${agency.url}/admin/audit?record=nothing`)
    await page.getByText('Name the record by its id.').waitFor()
    await page.context().close()
    expect(watching.take()).toEqual([])
  })
})

describe('what one hears of', () => {
  it('is chosen on a phone and kept', async () => {
    const page = await openAs({ role: 'sales', isPhone: true })
    await page.goto(`${agency.url}/admin/notifications/settings`)
    const mail = page.getByLabel('By mail: Mentions')
    await mail.selectOption({ label: 'Mail in the daily digest' })
    await page.getByText('Your choice is kept.').first().waitFor()
    await page.reload()
    await expect.poll(async () => await mail.inputValue()).toBe('digest')
    await page.goto(`${agency.url}/admin/notifications`)
    await page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor()
    await page.context().close()
    expect(watching.take()).toEqual([])
  })
})

describe('a mail to several', () => {
  it('is written from a template to whom a search found, and ends by its own link', async () => {
    const admin = await staffRest({ agency, role: 'admin' })
    const name = `Quill${Date.now()}`
    const make = async (firstName: string, more: object) =>
      await admin.create({
        collection: 'candidates',
        data: {
          firstName,
          lastName: name,
          email: `${firstName}.${name}@mail.example`.toLowerCase(),
          zone: 'America/New_York',
          locale: 'en-US',
          currency: 'USD',
          ...more,
        },
      })
    const candidateId = await make('Nora', {})
    await make('Otto', { doNotContact: true })
    await admin.command({
      name: 'record-consent',
      input: { candidateId, purpose: 'marketing', channel: 'phone' },
    })
    const page = await openAs({ role: 'admin', isPhone: false })
    await page.goto(`${agency.url}/admin/find-candidates?q=${name}`)
    const all = page.getByLabel('Choose all on this page')
    await waitUntilAlive(all)
    await all.check()
    await page.getByRole('button', { name: 'Write mail…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Template').selectOption({ label: 'Checking in' })
    await dialog.getByLabel('These are news or offers of jobs').check()
    await dialog.getByRole('button', { name: 'See how it reads' }).click()
    await dialog.getByText('1 person left out').waitFor()
    await dialog.getByText('Asked not to be contacted.').waitFor()
    await dialog.getByText('How are you, Nora?').waitFor()
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.context().close()

    const { mail } = await mailTo({
      smtp: agency.smtp,
      to: `nora.${name}@mail.example`.toLowerCase(),
      subject: /^How are you, Nora/,
    })
    const way = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
    const [, out = ''] = /<(http[^>]+)>/.exec(way) ?? []
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    watching.listen({ context, whose: 'reader' })
    const reader = await context.newPage()
    await reader.goto(out)
    await expectToFit(reader)
    await reader.getByRole('button', { name: 'Send me no more' }).click()
    await reader.getByText('You get no more mailings').waitFor()
    await context.close()
    expect(watching.take()).toEqual([])
  })

  it('that came from nobody known is filed on a phone and stands in the conversation', async () => {
    const page = await openAs({ role: 'admin', isPhone: true })
    await page.goto(
      `${agency.url}/admin/collections/incoming-mails?where[or][0][and][0][state][equals]=unfiled`,
    )
    await page.getByRole('link', { name: 'Forklift license renewed' }).first().click()
    await act({
      page,
      name: 'File to candidate…',
      entries: { Candidate: { find: 'Hannah Lindqvist' } },
    })
    await page.getByRole('link', { name: 'Conversation' }).first().click()
    await page.getByText('My license is renewed until 2029').waitFor()
    await expectToFit(page)
    await page.context().close()
    expect(watching.take()).toEqual([])
  })
})

describe('an import', () => {
  it('says what becomes of every row, is decided in bulk, brought in and taken back', async () => {
    const admin = await staffRest({ agency, role: 'admin' })
    const { body } = await admin.call({
      path: '/api/candidates?where[email][exists]=true&limit=1&depth=0',
    })
    const [known] = z.object({ docs: z.array(z.object({ email: z.string() })) }).parse(body).docs
    const key = `imp${Date.now()}`
    const table = [
      'First Name,Last Name,Email,Where they live',
      `Ida,${key},ida.${key}@mail.example,Tucson`,
      `Known,${key},${known?.email},Tucson`,
      `,Nameless,nameless.${key}@mail.example,Tucson`,
    ].join('\n')
    const page = await openAs({ role: 'admin', isPhone: false })
    await page.goto(`${agency.url}/admin/collections/imports`)
    await waitUntilAlive(page.getByRole('button', { name: 'Choose a file' }))
    await page.getByLabel('What is in the file?').selectOption({ label: 'Candidates' })
    await page
      .getByLabel('Table to import')
      .setInputFiles({ name: `${key}.csv`, mimeType: 'text/csv', buffer: Buffer.from(table) })
    await page.waitForURL('**/imports?import=*')
    const town = page.getByLabel('Field for Where they live')
    await waitUntilAlive(town)
    await town.selectOption({ label: 'Town' })
    await page.getByRole('button', { name: 'Check all rows' }).click()
    const certain = page.getByLabel('1 known for certain')
    await certain.selectOption({ label: 'Leave them as they are' })
    await page.getByText('A first name is needed.').waitFor()
    await pressWhenAlive(page.getByRole('button', { name: 'Import these rows' }))
    await page.getByText('Imported', { exact: true }).first().waitFor()
    const found = async () =>
      z
        .object({ totalDocs: z.number() })
        .parse(
          (await admin.call({ path: `/api/candidates?where[lastName][equals]=${key}&limit=1` }))
            .body,
        ).totalDocs
    expect(await found()).toBe(1)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectToFit(page)
    await page.getByRole('button', { name: 'Take the import back' }).click()
    await answerDialog({ page, entries: {} })
    await page.getByText('Taken back', { exact: true }).first().waitFor()
    expect(await found()).toBe(0)
    await page.context().close()
    expect(watching.take()).toEqual([])
  })
})
