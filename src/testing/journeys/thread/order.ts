import { expect } from 'vitest'

import { act, expectToast, waitUntilAlive } from '../hands'
import { daysFromToday, idInAddress } from './days-and-ids'
import type { Story } from './story'

/** 2. A recruiter makes an order of the request, completes and activates it, and publishes the job. */
export const workOutTheOrder = async (story: Story) => {
  await makeTheOrder(story)
  await completeTheForm(story)
  await activateAndPublish(story)
}

const makeTheOrder = async ({ agency, staff, id, keep, size, row, company }: Story) => {
  const page = await staff('recruiter')
  await page.goto(`${agency.url}/admin/collections/order-requests/${id('request')}`)
  await act({
    page,
    name: 'Make an order…',
    entries: {
      'New place: name': `Pier 4 ${size}`,
      'New place: town': 'New York',
      'New place: time zone': 'America/New_York',
      'Pay per hour': '21.50',
      'Bill per hour': '32.00',
      Start: daysFromToday(-14),
      'Must have': 'Forklift licence\nTwo years on a dock',
    },
  })
  await page.waitForURL(/job-orders\/[0-9a-f-]{36}$/)
  const orderId = idInAddress(page)
  keep('order', orderId)
  const order = await row<{ client_id: string; contact_id: string; name: string; musts: string[] }>(
    `select o.client_id, o.contact_id, c.name,
       (select array_agg(t.text order by t."order") from job_orders_texts t
         where t.parent_id = o.id and t.path = 'mustHaves') as musts
     from job_orders o join client_corporations c on c.id = o.client_id where o.id = $1`,
    [orderId],
  )
  expect(order.name).toBe(company)
  expect(order.musts).toEqual(['Forklift licence', 'Two years on a dock'])
  keep('client', order.client_id)
  keep('contact', order.contact_id)
}

/** In the record's own form, with the keyboard alone from the first field on. */
const completeTheForm = async ({ staff, id, row }: Story) => {
  const page = await staff('recruiter')
  const description = page.locator('#field-description')
  await waitUntilAlive(description)
  await description.fill('You keep the dock moving.\n\nA team of six waits for you.')
  await page.getByRole('button', { name: 'Application', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.locator('#field-screeningQuestion').focus()
  await page.keyboard.type('May you work nights?')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Yes or no')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expectToast({ page, text: /success/i })
  const order = await row<{ question: string; kind: string; description: string }>(
    `select screening_question as question, screening_kind::text as kind, description
     from job_orders where id = $1`,
    [id('order')],
  )
  expect(order).toEqual({
    question: 'May you work nights?',
    kind: 'yes_no',
    description: 'You keep the dock moving.\n\nA team of six waits for you.',
  })
}

const activateAndPublish = async ({ staff, id, row, rows }: Story) => {
  const page = await staff('recruiter')
  await act({ page, name: 'Qualify' })
  await expectToast({ page, text: /In qualification/ })
  await act({ page, name: 'Activate' })
  await expectToast({ page, text: /its openings are there/ })
  await act({ page, name: 'Publish…', entries: { Site: { find: 'Harbour' } } })
  await expectToast({ page, text: /Published/ })
  const { state } = await row<{ state: string }>('select state from job_orders where id = $1', [
    id('order'),
  ])
  expect(state).toBe('active')
  expect(await rows('select id from openings where job_order_id = $1', [id('order')])).toHaveLength(
    1,
  )
}
