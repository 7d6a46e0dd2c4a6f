import { expect } from 'vitest'

import { act, answerDialog, expectToast, mailTo, waitUntilAlive } from '../hands'
import { textOfPdf } from './paper'
import { idInAddress, lastMonday } from './days-and-ids'
import type { Story } from './story'

/** 5. The candidate fills the one opening; terms, letter and readiness are there; the work begins. */
export const placeTheCandidate = async (story: Story) => {
  const { agency, staff, id, keep, first, row, rows } = story
  const page = await staff('recruiter')
  await page.goto(`${agency.url}/admin/collections/job-orders/${id('order')}/board`)
  const choose = page.getByLabel(`Choose ${first.name}`)
  await waitUntilAlive(choose)
  await choose.check()
  await page.getByRole('button', { name: 'Place…' }).click()
  await answerDialog({
    page,
    entries: { Start: lastMonday(), 'Employed by': { find: 'Harbour & Hale Staffing' } },
  })
  await page.waitForURL(/placements\/[0-9a-f-]{36}$/)
  keep('placement', idInAddress(page))
  const placement = id('placement')
  expect(
    await row(
      `select o.state as order_state, n.state as opening_state, s.state as submission_state
       from placements p join job_orders o on o.id = p.job_order_id
         join openings n on n.id = p.opening_id join submissions s on s.id = p.submission_id
       where p.id = $1`,
      [placement],
    ),
  ).toEqual({ order_state: 'filled', opening_state: 'filled', submission_state: 'placed' })
  expect(
    await row(
      `select pay_rate_e4::text as pay, bill_rate_e4::text as bill, currency,
         workweek_starts_on::text as workweek
       from placement_terms where placement_id = $1`,
      [placement],
    ),
  ).toEqual({ pay: '215000', bill: '320000', currency: 'USD', workweek: '1' })
  const approver = await row<{ email: string }>(
    'select c.email from placements p join client_contacts c on c.id = p.approver_id where p.id = $1',
    [placement],
  )
  expect(approver.email).toBe(story.client.email)

  await act({ page, name: 'Confirm…', entries: {} })
  await expectToast({ page, text: /Confirmed/ })
  const [item] = await rows<{ id: string; name: string }>(
    `select id, name from readiness_items where placement_id = $1 and state <> 'verified'`,
    [placement],
  )
  expect(item?.name).toBe('Assignment letter')
  await readTheLetter(story)
  await page.goto(`${agency.url}/admin/collections/readiness-items/${item?.id}`)
  await act({ page, name: 'Verified…', entries: { 'What you saw': 'Signed copy is here.' } })
  await expectToast({ page, text: /Verified/ })
  await page.goto(`${agency.url}/admin/collections/placements/${placement}`)
  await act({ page, name: 'Start…', entries: {} })
  await expectToast({ page, text: /Started/ })
  const { state } = await row<{ state: string }>('select state from placements where id = $1', [
    placement,
  ])
  expect(state).toBe('active')
}

/** The letter comes by mail: a real PDF that says what the worker earns, and not what is billed. */
const readTheLetter = async ({ agency, first, title }: Story) => {
  const { mail } = await mailTo({
    smtp: agency.smtp,
    to: first.email,
    subject: new RegExp(`^Welcome: ${title}`),
  })
  const text = await textOfPdf(mail)
  expect(text).toContain(first.name)
  expect(text).toContain('21.50')
  expect(text).not.toContain('32.00')
}
