import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { expectToFit, mailTo } from './hands'
import { signInToAdmin } from './sign-in'

let agency: Agency
let browser: Browser

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await agency.stop()
})

describe('a client asks for staff', () => {
  it('on the website, is told what is missing, and gets a confirmation', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${agency.url}/request-staff`)
    await expectToFit(page)
    await page.getByRole('button', { name: 'Send the request' }).click()
    await page.getByRole('alert').waitFor()
    await page.fill('#f-company', 'Quayside Freight Ltd')
    await page.fill('#f-contactName', 'Blair Buyer')
    await page.fill('#f-email', 'buyer@client.test')
    await page.fill('#f-jobTitle', 'Dock supervisor')
    await page.fill('#f-workLocation', 'Pier 4, New York')
    await page.fill('#f-payFrom', '21.50')
    await page.getByRole('button', { name: 'Send the request' }).click()
    await page.getByText('We have your request').waitFor()
    const { mail } = await mailTo({
      smtp: agency.smtp,
      to: 'buyer@client.test',
      subject: /We have your request/,
    })
    expect(mail.subject).toContain('Dock supervisor')
    await page.close()
  })

  it('and staff who sign in see the dashboard', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await signInToAdmin({ page, agency, role: 'admin' })
    expect(new URL(page.url()).pathname).toBe('/admin')
    await page.close()
  })
})
