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

/** No horizontal scrolling: the page fits the window. */
export const expectToFit = async (page: Page): Promise<void> => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(1)
}
