import type { Page } from 'playwright-core'

import type { Agency } from './agency'

/** Signs a member of staff in, as a person does it. */
export const signInToAdmin = async ({
  page,
  agency,
  role,
}: {
  page: Page
  agency: Agency
  role: string
}): Promise<void> => {
  const { email, password } = agency.loginOf(role)
  await page.goto(`${agency.url}/admin/login`)
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type="submit"]')
  await page.waitForURL((url) => !url.pathname.includes('/login'))
}
