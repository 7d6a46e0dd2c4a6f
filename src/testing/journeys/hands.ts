import { expect } from 'vitest'
import type { Page } from 'playwright-core'

import type { ReceivedMail, SmtpPeer } from '../peers/smtp-peer'

/** A mail to somebody about something; waits for the worker. */
export const mailTo = async ({
  smtp,
  to,
  subject,
}: {
  smtp: SmtpPeer
  to: string
  subject: RegExp
}): Promise<ReceivedMail> =>
  await smtp.waitFor(
    ({ to: receivers, mail }) => receivers.includes(to) && subject.test(mail.subject ?? ''),
    60_000,
  )

/** The link of a mail that opens something. */
export const linkIn = ({ mail }: ReceivedMail): string => {
  const match = /href="([^"]*\/l\/[\w-]+)"/.exec(mail.html ?? '')
  if (!match?.[1]) throw new Error(`There is no link in “${mail.subject}”.`)
  return match[1]
}

/** Follows a link of a mail as a person does: opens it, then presses the button. */
export const openLink = async ({ page, url }: { page: Page; url: string }): Promise<void> => {
  await page.goto(url)
  await page.getByRole('button', { name: 'Open' }).click()
  await page.waitForURL((to) => to.pathname.startsWith('/portal/'))
}

/** No horizontal scrolling: the page fits the window. */
export const expectToFit = async (page: Page): Promise<void> => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(1)
}
