import { expect } from 'vitest'

import { expectRefused, expectToFit, expectWrong, mailTo, waitUntilAlive } from '../hands'
import type { Story } from './story'

/** 1. A visitor asks for staff on the website: refused with what is missing, then confirmed. */
export const requestStaff = async ({
  agency,
  outsider,
  client,
  company,
  title,
  keep,
  row,
}: Story) => {
  const page = await outsider()
  await page.goto(`${agency.url}/request-staff`)
  await expectToFit(page)
  const send = page.getByRole('button', { name: 'Send the request' })
  await waitUntilAlive(send)
  await page.fill('#f-company', company)
  await page.fill('#f-email', 'nobody')
  await page.fill('#f-payFrom', 'twenty')
  await send.click()
  await expectRefused(page)
  await expectWrong({ page, field: '#f-email', message: /e-mail/ })
  await expectWrong({ page, field: '#f-payFrom', message: /\w/ })
  await expectWrong({ page, field: '#f-jobTitle', message: /role/ })
  expect(await page.inputValue('#f-company')).toBe(company)
  expect(await page.inputValue('#f-email')).toBe('nobody')
  expect(await page.inputValue('#f-payFrom')).toBe('twenty')
  await expectToFit(page)

  await page.fill('#f-contactName', client.name)
  await page.fill('#f-email', client.email)
  await page.fill('#f-jobTitle', title)
  await page.fill('#f-workLocation', 'Pier 4, New York')
  await page.fill('#f-payFrom', '21.50')
  await page.fill('#f-payTo', '24')
  await page.fill('#f-notes', 'Nights every second week.')
  await send.click()
  await page.getByText('We have your request').waitFor()
  await mailTo({ smtp: agency.smtp, to: client.email, subject: /We have your request/ })

  const request = await row<{ id: string; pay: string }>(
    `select id, pay_from_rate_e4::text as pay from order_requests where email = $1`,
    [client.email],
  )
  expect(request.pay).toBe('215000')
  keep('request', request.id)
  await page.context().close()
}

/** The same form on a browser without scripts: what was typed comes back with the errors. */
export const requestStaffWithoutScripts = async ({ agency, outsider, row }: Story) => {
  const page = await outsider({ hasScripts: false })
  await page.goto(`${agency.url}/request-staff`)
  await page.fill('#f-company', 'Plain Paper Co')
  await page.fill('#f-email', 'plain@client.test')
  await page.fill('#f-payFrom', 'much')
  await page.selectOption('#f-payPeriod', 'year')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expectRefused(page)
  await expectWrong({ page, field: '#f-contactName', message: /name/ })
  await expectWrong({ page, field: '#f-payFrom', message: /\w/ })
  expect(await page.inputValue('#f-company')).toBe('Plain Paper Co')
  expect(await page.inputValue('#f-payFrom')).toBe('much')
  expect(await page.inputValue('#f-payPeriod')).toBe('year')
  await page.fill('#f-contactName', 'Pat Plain')
  await page.fill('#f-jobTitle', 'Printer')
  await page.fill('#f-workLocation', 'Remote')
  await page.fill('#f-payFrom', '48,000')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await page.getByText('We have your request').waitFor()
  // Asked for again by the reload, the same form is the same request.
  await page.reload()
  const { count } = await row<{ count: string }>(
    `select count(*)::text as count from order_requests where company = 'Plain Paper Co'`,
  )
  expect(Number(count)).toBeGreaterThan(0)
  await page.context().close()
}
