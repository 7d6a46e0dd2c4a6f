import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import {
  act,
  expectNotToTell,
  expectRefused,
  expectToast,
  expectToFit,
  linkIn,
  mailTo,
  openLink,
  pressWhenAlive,
  waitUntilAlive,
} from '../hands'
import type { Story } from './story'

/** 8. The dashboard counts what happened, and each figure leads to its records. */
export const readTheDashboard = async (story: Story) => {
  const { agency, staff, row, rows, id } = story
  const page = await staff('manager')
  await page.goto(`${agency.url}/admin`)
  const counted = await row<Record<string, string>>(
    `select
      (select count(*) from placements where state in ('active', 'notice'))::text as working,
      (select count(*) from invoices where state in ('issued', 'part_paid') and kind = 'invoice')::text as open`,
  )
  await expectTile({ page, label: 'People at work', value: counted.working ?? '' })
  const month = await row<{ count: string }>(
    `select count(*)::text as count from invoices where number is not null and kind = 'invoice'
       and state in ('issued', 'part_paid', 'paid', 'credited')
       and issue_on >= to_char(now() at time zone 'America/New_York', 'YYYY-MM-01')`,
  )
  await tile({ page, label: 'Invoiced this month' })
    .getByText(new RegExp(`${month.count} invoices?`))
    .waitFor()
  for (const { label, reveals } of [
    { label: 'People at work', reveals: story.title },
    { label: 'Submissions this week', reveals: story.first.name },
  ]) {
    await page.goto(`${agency.url}/admin`)
    await tile({ page, label }).click()
    await page.waitForURL(/\/admin\/collections\//)
    await page.getByText(reveals).first().waitFor()
  }
  await page.goto(`${agency.url}/admin`)
  await tile({ page, label: 'Invoiced this month' }).click()
  await page.waitForURL(/collections\/invoices/)
  const { number } = await row<{ number: string }>('select number from invoices where id = $1', [
    id('invoice'),
  ])
  await page.getByText(number).first().waitFor()
  const events = await rows<{ name: string }>(
    'select distinct name from domain_events where order_id = $1',
    [id('order')],
  )
  expect(events.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['job-order.activated', 'submission.created', 'placement.created']),
  )
}

const tile = ({ page, label }: { page: Page; label: string }) =>
  page.locator('.pwa-tile', { hasText: label })

const expectTile = async ({ page, label, value }: { page: Page; label: string; value: string }) => {
  await tile({ page, label }).getByText(value, { exact: true }).first().waitFor()
}

/** The candidate comes in by a link and sees applications, hours and documents; their own only. */
export const visitTheCandidatePortal = async (story: Story) => {
  const { agency, outsider, first, title, second } = story
  const page = await outsider()
  await page.goto(`${agency.url}/portal`)
  await expectToFit(page)
  const send = page.getByRole('button', { name: 'Send me a link' })
  await waitUntilAlive(send)
  await page.fill('#link-email', 'nobody')
  await send.click()
  await expectRefused(page)
  expect(await page.inputValue('#link-email')).toBe('nobody')
  await page.fill('#link-email', first.email)
  await send.click()
  await page.getByText('Please look into your mailbox').waitFor()
  const mail = await mailTo({
    smtp: agency.smtp,
    to: first.email,
    subject: /Your way into the portal/,
  })
  await openLink({ page, url: linkIn(mail) })
  await pressWhenAlive(page.getByRole('button', { name: 'Sign in' }))
  await page.waitForURL(/\/portal\/candidate$/)
  const secrets = ['32.00', '1,472', second.name, second.email, /gross margin|margin(Minor|Bp)/i]
  await page.getByRole('heading', { name: 'My assignments' }).waitFor()
  await page.getByText(title).first().waitFor()
  await expectToFit(page)
  await expectNotToTell({ page, secrets })
  await page.getByRole('link', { name: 'Hours' }).click()
  await page.getByText('44:00').first().waitFor()
  await expectToFit(page)
  await expectNotToTell({ page, secrets })
  await page.getByRole('link', { name: 'Documents' }).click()
  await page.getByText('Assignment letter').first().waitFor()
  await expectToFit(page)
  await expectNotToTell({ page, secrets })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Send me a link' }).waitFor()
  await page.context().close()
}

/** The client is let in, chooses a password, and sees orders, candidates, hours and invoices. */
export const visitTheClientPortal = async (story: Story) => {
  const { agency, outsider, staff, client, id, title, row, first } = story
  const desk = await staff('manager')
  await desk.goto(`${agency.url}/admin/collections/client-contacts/${id('contact')}`)
  await act({ page: desk, name: 'Give portal access…', entries: {} })
  await expectToast({ page: desk, text: /Access given/ })

  const page = await outsider()
  await page.goto(`${agency.url}/portal/forgot`)
  await waitUntilAlive(page.getByRole('button', { name: 'Send me the mail' }))
  await page.fill('#f-email', client.email)
  await page.getByRole('button', { name: 'Send me the mail' }).click()
  await page.getByText('Please look into your mailbox').waitFor()
  const mail = await mailTo({ smtp: agency.smtp, to: client.email, subject: /password/i })
  await page.goto(linkIn(mail))
  const password = `forty docks and one crane ${story.size}`
  await waitUntilAlive(page.getByRole('button', { name: 'Save and sign in' }))
  await page.fill('#f-password', 'short')
  await page.fill('#f-repeated', 'short')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expectRefused(page)
  await page.fill('#f-password', password)
  await page.fill('#f-repeated', password)
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await page.waitForURL(/\/portal\/client$/)
  await page.getByRole('button', { name: 'Sign out' }).click()

  await page.getByText('Sign in with a password instead').click()
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true })
  await waitUntilAlive(signIn)
  await page.fill('#password-email', client.email)
  await page.fill('#password-password', 'not this one at all')
  await signIn.click()
  await expectRefused(page)
  expect(await page.inputValue('#password-email')).toBe(client.email)
  await page.fill('#password-password', password)
  await signIn.click()
  await page.waitForURL(/\/portal\/client$/)

  const others = await row<{ name: string }>(
    `select name from client_corporations where id <> $1 order by created_at limit 1`,
    [id('client')],
  )
  const secrets = [
    '21.50',
    /gross margin|margin(Minor|Bp)/i,
    first.email,
    others.name,
    'Starts in March only.',
  ]
  await page.getByText(title).first().waitFor()
  await expectToFit(page)
  await expectNotToTell({ page, secrets })
  for (const { link, reveals } of [
    { link: 'Candidates', reveals: title },
    { link: 'Timesheets', reveals: first.name },
    { link: 'Invoices', reveals: '$1,472.00' },
  ]) {
    await page.getByRole('link', { name: link, exact: true }).click()
    await page.getByText(reveals).first().waitFor()
    await expectToFit(page)
    await expectNotToTell({ page, secrets })
  }
  await page.context().close()
}
