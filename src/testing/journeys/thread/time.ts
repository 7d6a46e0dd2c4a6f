import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import {
  act,
  expectNotToTell,
  expectRefused,
  expectToast,
  expectToFit,
  expectWrong,
  linkIn,
  mailTo,
  openLink,
  pressWhenAlive,
  waitUntilAlive,
} from '../hands'
import { idInAddress, lastMonday, shifted } from './days-and-ids'
import type { Story } from './story'

/** 6. The week is entered on a phone, sent back by the client, corrected, approved, and reckoned. */
export const workTheWeek = async (story: Story) => {
  await openTheSheet(story)
  await enterByPhone(story)
  await enterTheWeek(story)
  await sendItBack(story)
  await correctTheWeek(story)
  await approveTheWeek(story)
  await checkTheLines(story)
}

const openTheSheet = async ({ agency, staff, id, keep }: Story) => {
  const page = await staff('payroll')
  await page.goto(`${agency.url}/admin/collections/placements/${id('placement')}`)
  await act({
    page,
    name: 'Open timesheet…',
    entries: { 'A day of the week': shifted({ day: lastMonday(), days: 2 }) },
  })
  await page.waitForURL(/timesheets\/[0-9a-f-]{36}$/)
  keep('timesheet', idInAddress(page))
}

/** The worker phones the first day in: a colleague enters it in the sheet's grid. */
const enterByPhone = async ({ agency, staff, id }: Story) => {
  const page = await staff('payroll')
  await page.goto(`${agency.url}/admin/collections/timesheets/${id('timesheet')}/hours`)
  await waitUntilAlive(page.getByRole('button', { name: 'Save hours' }))
  await page.getByLabel('Start, row 1').fill('08:00')
  await page.getByLabel('End, row 1').fill('18:00')
  await page.getByLabel('Break in minutes, row 1').fill('60')
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expectToast({ page, text: /Hours saved/ })
}

const dayAt = (offset: number): string => shifted({ day: lastMonday(), days: offset })

const enter = async ({
  page,
  day,
  start,
  end,
  pause,
}: {
  page: Page
  day: string
  start: string
  end: string
  pause: string
}) => {
  await page.locator(`input[name="${day}.start"]`).fill(start)
  await page.locator(`input[name="${day}.end"]`).fill(end)
  await page.locator(`input[name="${day}.breakMinutes"]`).fill(pause)
}

/** Four days of nine hours and a night of eight: 44 hours, four of them overtime. */
const enterTheWeek = async ({ agency, first, outsider }: Story) => {
  const page = await outsider()
  await openLink({
    page,
    url: linkIn(await mailTo({ smtp: agency.smtp, to: first.email, subject: /^Your hours for/ })),
  })
  await expectToFit(page)
  await expectNotToTell({ page, secrets: ['32.00'] })
  const send = page.getByRole('button', { name: 'Save and send to the client' })
  await waitUntilAlive(send)
  expect(await page.inputValue(`input[name="${dayAt(0)}.start"]`)).toBe('08:00')
  for (const offset of [1, 2, 3])
    await enter({ page, day: dayAt(offset), start: '08:00', end: '18:00', pause: '60' })
  await enter({ page, day: dayAt(4), start: '22:00', end: '', pause: 'half' })
  await send.click()
  await expectRefused(page)
  await expectWrong({ page, field: `input[name="${dayAt(4)}.end"]`, message: /ended/ })
  await expectWrong({ page, field: `input[name="${dayAt(4)}.breakMinutes"]`, message: /minutes/ })
  expect(await page.inputValue(`input[name="${dayAt(0)}.start"]`)).toBe('08:00')
  expect(await page.inputValue(`input[name="${dayAt(4)}.breakMinutes"]`)).toBe('half')
  await expectToFit(page)
  await enter({ page, day: dayAt(4), start: '22:00', end: '06:30', pause: '30' })
  await send.click()
  await page.getByText('Sent to the client').waitFor()
  await page.getByText('44:00').first().waitFor()
  await page.context().close()
}

const openAsApprover = async ({
  story: { agency, client, outsider, first, second },
  at,
}: {
  story: Story
  at: number
}): Promise<Page> => {
  const page = await outsider()
  await openLink({
    page,
    url: linkIn(
      await mailTo({ smtp: agency.smtp, to: client.email, subject: /^Please approve/, at }),
    ),
  })
  await expectToFit(page)
  await expectNotToTell({ page, secrets: ['21.50', second.name, first.email] })
  return page
}

const sendItBack = async (story: Story) => {
  const page = await openAsApprover({ story, at: 1 })
  await page.getByText('Something is wrong').click()
  const back = page.getByRole('button', { name: 'Send back to the worker' })
  await waitUntilAlive(back)
  await back.click()
  await expectRefused(page)
  await page.getByLabel('What is wrong?').fill('On Thursday the break was an hour and a half.')
  await back.click()
  await page.getByText('You sent these hours back').waitFor()
  await page.context().close()
}

const correctTheWeek = async ({ agency, first, outsider }: Story) => {
  const page = await outsider()
  await openLink({
    page,
    url: linkIn(
      await mailTo({ smtp: agency.smtp, to: first.email, subject: /^A question about your hours/ }),
    ),
  })
  await page.getByText('On Thursday the break was an hour and a half.').waitFor()
  await waitUntilAlive(page.getByRole('button', { name: 'Save and send to the client' }))
  await enter({ page, day: dayAt(3), start: '08:00', end: '18:30', pause: '90' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Your hours are kept.').waitFor()
  await pressWhenAlive(page.getByRole('button', { name: 'Save and send to the client' }))
  await page.getByText('Sent to the client').waitFor()
  await page.context().close()
}

const approveTheWeek = async (story: Story) => {
  const page = await openAsApprover({ story, at: 2 })
  await pressWhenAlive(page.getByRole('button', { name: 'Approve 44:00 hours' }))
  await page.getByText('These hours are approved').waitFor()
  await mailTo({
    smtp: story.agency.smtp,
    to: story.first.email,
    subject: /^Your hours are approved/,
  })
  await page.context().close()
}

/** 40 hours and 4 at time and a half, paid at 21.50 and billed at 32.00, each line with its trace. */
const checkTheLines = async ({ agency, staff, id, row }: Story) => {
  for (const { table, total } of [
    { table: 'pay_lines', total: '98900' },
    { table: 'bill_lines', total: '147200' },
  ]) {
    const lines = await row<{ total: string; minutes: string; untraced: string }>(
      `select sum(amount_minor)::text as total, sum(minutes)::text as minutes,
         (count(*) filter (where trace is null))::text as untraced
       from ${table} where timesheet_id = $1`,
      [id('timesheet')],
    )
    expect(lines, table).toMatchObject({ total, untraced: '0' })
  }
  const page = await staff('payroll')
  const { id: line } = await row<{ id: string }>(
    `select id from pay_lines where timesheet_id = $1 order by amount_minor desc limit 1`,
    [id('timesheet')],
  )
  await page.goto(`${agency.url}/admin/collections/pay-lines/${line}`)
  await page
    .getByText(/Trace|How it was reckoned/i)
    .first()
    .waitFor()
}
