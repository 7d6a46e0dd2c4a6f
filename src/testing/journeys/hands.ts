import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

import type { ReceivedMail, SmtpPeer } from '../peers/smtp-peer'

export type Entry = string | boolean | { choose: string } | { find: string }

/** Fills a dialog of the admin by its labels: text, a tick, a choice, or a record found by typing. */
const fill = async ({ dialog, entries }: { dialog: Locator; entries: Record<string, Entry> }) => {
  for (const [label, entry] of Object.entries(entries)) {
    const field = dialog.getByLabel(label, { exact: false }).first()
    if (typeof entry === 'boolean') await field.setChecked(entry)
    else if (typeof entry === 'string') await field.fill(entry)
    else if ('choose' in entry) await field.selectOption({ label: entry.choose })
    else {
      await field.fill(entry.find)
      await dialog.getByRole('option', { name: entry.find }).first().click()
    }
  }
}

/** Does an act on the open record: its button, or its line in the menu beside, then its dialog. */
export const act = async ({
  page,
  name,
  entries,
}: {
  page: Page
  name: string
  entries?: Record<string, Entry>
}): Promise<void> => {
  const bar = page.locator('.pwa-actions').first()
  await bar.waitFor()
  const button = bar.getByRole('button', { name, exact: true })
  if (await button.isVisible()) await button.click()
  else {
    await bar.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  if (entries) await answerDialog({ page, entries })
}

/** Answers the open dialog and waits until it has closed; what it says when it stays is the error. */
export const answerDialog = async ({
  page,
  entries,
}: {
  page: Page
  entries: Record<string, Entry>
}): Promise<void> => {
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  await fill({ dialog, entries })
  await dialog.locator('button[type="submit"]').click()
  await dialog.waitFor({ state: 'detached', timeout: 20_000 }).catch(async (error: unknown) => {
    throw new Error(`The dialog stays: ${await dialog.innerText()}`, { cause: error })
  })
}

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
