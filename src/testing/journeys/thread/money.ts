import { expect } from 'vitest'

import {
  act,
  expectNotToTell,
  expectToast,
  expectToFit,
  linkIn,
  mailTo,
  openLink,
  pressWhenAlive,
} from '../hands'
import { daysFromToday, idInAddress } from './days-and-ids'
import { textOfPdf } from './paper'
import type { Story } from './story'

/** 7. The week is invoiced, paid in a part by transfer and the rest by card; receipts follow. */
export const getPaid = async (story: Story) => {
  await issueTheInvoice(story)
  await bookTheTransfer(story)
  await payByCard(story)
}

const issueTheInvoice = async ({ agency, staff, id, keep, row }: Story) => {
  const page = await staff('billing')
  await page.goto(`${agency.url}/admin/collections/client-corporations/${id('client')}`)
  await act({
    page,
    name: 'Draft invoice…',
    entries: {
      'Issued by': { find: 'Harbour & Hale Staffing' },
      'Weeks that end by': daysFromToday(0),
    },
  })
  await page.waitForURL(/invoices\/[0-9a-f-]{36}$/)
  keep('invoice', idInAddress(page))
  await act({ page, name: 'Issue…', entries: {} })
  await expectToast({ page, text: /Issued/ })
  expect(
    await row(
      `select state, gross_minor::text as gross, number is not null as numbered
       from invoices where id = $1`,
      [id('invoice')],
    ),
  ).toEqual({ state: 'issued', gross: '147200', numbered: true })
}

const bookTheTransfer = async ({ agency, client, staff, id, row }: Story) => {
  await mailTo({ smtp: agency.smtp, to: client.email, subject: /^Invoice / })
  const page = await staff('billing')
  await page.goto(`${agency.url}/admin/collections/invoices/${id('invoice')}`)
  await act({
    page,
    name: 'Record payment…',
    entries: {
      Amount: '472.00',
      'Received on': daysFromToday(0),
      'Came by': { choose: 'Bank transfer' },
      'Reference of the payer': 'QF 4711',
    },
  })
  await expectToast({ page, text: /Booked/ })
  expect(
    await row('select state, paid_minor::text as paid from invoices where id = $1', [
      id('invoice'),
    ]),
  ).toEqual({ state: 'part_paid', paid: '47200' })
  await mailTo({ smtp: agency.smtp, to: client.email, subject: /^Thank you: \$472\.00/ })
}

const payByCard = async ({ agency, client, outsider, id, row }: Story) => {
  const page = await outsider()
  const mail = await mailTo({ smtp: agency.smtp, to: client.email, subject: /^Invoice / })
  const paper = await textOfPdf(mail.mail)
  expect(paper).toContain('1,472.00')
  expect(paper).not.toContain('21.50')
  await openLink({ page, url: linkIn(mail) })
  await expectToFit(page)
  await expectNotToTell({ page, secrets: ['21.50', /gross margin|margin(Minor|Bp)/i] })
  const pdf = page.getByRole('link', { name: 'Download as PDF' })
  const answer = await page.request.get(
    new URL((await pdf.getAttribute('href')) ?? '', page.url()).href,
  )
  expect(answer.status()).toBe(200)
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await pressWhenAlive(page.getByRole('button', { name: 'Pay $1,000.00 by card' }))
  await page.waitForURL((url) => url.origin === agency.stripe.url)
  await page.getByRole('button', { name: 'Fail (card declined)' }).click()
  await page.getByText('Your card was declined').waitFor()
  await page.getByRole('button', { name: 'Cancel and go back' }).click()
  await page.waitForURL((url) => url.origin === agency.url)
  await pressWhenAlive(page.getByRole('button', { name: 'Pay $1,000.00 by card' }))
  await page.waitForURL((url) => url.origin === agency.stripe.url)
  await page.getByRole('button', { name: 'Pay $1,000.00' }).click()
  await page.waitForURL((url) => url.origin === agency.url)
  await page.getByText('This invoice is paid').waitFor()
  expect(
    await row('select state, paid_minor::text as paid from invoices where id = $1', [
      id('invoice'),
    ]),
  ).toEqual({ state: 'paid', paid: '147200' })
  await mailTo({ smtp: agency.smtp, to: client.email, subject: /^Thank you: \$1,000\.00/ })
  await page.context().close()
}
