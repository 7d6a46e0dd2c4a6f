import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

import type { ReceivedMail, SmtpPeer } from '../peers/smtp-peer'

/** What goes into a field: a text, a tick, a choice, or a record found by typing its name. */
export type Entry = string | boolean | { choose: string } | { find: string }

/**
 * Does an act on the open record: its button, or its line in the menu beside, then its dialog. With
 * entries of `{}` the dialog only asks for a yes; without entries the act runs at once.
 */
export const act = async ({
  page,
  name,
  entries,
}: {
  page: Page
  name: string
  entries?: Record<string, Entry>
}): Promise<void> => {
  await expect
    .poll(async () => await pressAct({ page, name }), {
      message: `the act “${name}” is offered`,
      timeout: 20_000,
    })
    .toBe(true)
  if (entries) await answerDialog({ page, entries })
}

/** Presses the act where it is offered; false while the page does not (yet) offer it. */
const pressAct = async ({ page, name }: { page: Page; name: string }): Promise<boolean> => {
  const bar = page.locator('.pwa-actions').first()
  const button = bar.getByRole('button', { name, exact: true })
  if (await button.isVisible()) {
    await pressWhenAlive(button)
    return true
  }
  const more = bar.getByRole('button', { name: 'More actions' })
  if (!(await more.isVisible())) return false
  await pressWhenAlive(more)
  const item = page.getByRole('menuitem', { name, exact: true })
  if (await item.isVisible()) {
    await item.click()
    return true
  }
  await page.keyboard.press('Escape')
  return false
}

/** Fills the open dialog in, sends it and waits until it has closed. */
export const answerDialog = async ({
  page,
  entries,
}: {
  page: Page
  entries: Record<string, Entry>
}): Promise<void> => {
  const dialog = await fillDialog({ page, entries })
  await sendDialog(dialog)
}

/** Fills the open dialog in by its labels. */
const fillDialog = async ({
  page,
  entries,
}: {
  page: Page
  entries: Record<string, Entry>
}): Promise<Locator> => {
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  for (const [label, entry] of Object.entries(entries)) {
    const field = dialog.getByLabel(label).first()
    if (typeof entry === 'boolean') await field.setChecked(entry)
    else if (typeof entry === 'string') await field.fill(entry)
    else if ('choose' in entry) await field.selectOption({ label: entry.choose })
    else {
      await field.fill(entry.find)
      await dialog.getByRole('option', { name: entry.find }).first().click()
    }
  }
  return dialog
}

/** What the dialog says when it stays is the error. */
const sendDialog = async (dialog: Locator): Promise<void> => {
  await dialog.locator('button[type="submit"]').click()
  await dialog.waitFor({ state: 'detached', timeout: 20_000 }).catch(async (error: unknown) => {
    throw new Error(`The dialog stays: ${await dialog.innerText()}`, { cause: error })
  })
}

/** Presses what only works once React has taken the page over. */
export const pressWhenAlive = async (button: Locator): Promise<void> => {
  await waitUntilAlive(button)
  await button.click()
}

/** Waits until React answers for an element; before that, a press would be lost. */
export const waitUntilAlive = async (element: Locator): Promise<void> => {
  await element.waitFor()
  await expect
    .poll(
      async () =>
        await element.evaluate((node) =>
          Object.keys(node).some((key) => key.startsWith('__reactProps')),
        ),
      { timeout: 20_000 },
    )
    .toBe(true)
}

/** What the admin says in passing, such as why something was refused. */
export const expectToast = async ({ page, text }: { page: Page; text: RegExp }): Promise<void> => {
  await page.locator('[data-sonner-toast]', { hasText: text }).first().waitFor()
}

/** A mail to somebody about something, the first one or a later one; waits for the worker. */
export const mailTo = async ({
  smtp,
  to,
  subject,
  at = 1,
}: {
  smtp: SmtpPeer
  to: string
  subject: RegExp
  at?: number
}): Promise<ReceivedMail> => {
  const isMeant = ({ to: receivers, mail }: ReceivedMail) =>
    receivers.includes(to) && subject.test(mail.subject ?? '')
  await smtp.waitFor(() => smtp.messages.filter(isMeant).length >= at, 60_000)
  const found = smtp.messages.filter(isMeant)[at - 1]
  if (!found) throw new Error(`No mail to ${to} about ${subject}.`)
  return found
}

/** The personal link of a mail. */
export const linkIn = ({ mail }: ReceivedMail): string => {
  const match = /href="([^"]*\/(?:l|portal\/reset)\/[\w-]+)"/.exec(mail.html ?? '')
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

/** What somebody with this page could read, the parts that are only in its source included. */
export const expectNotToTell = async ({
  page,
  secrets,
}: {
  page: Page
  secrets: readonly (string | RegExp)[]
}): Promise<void> => {
  const source = await page.content()
  for (const secret of secrets) {
    const isTold = typeof secret === 'string' ? source.includes(secret) : secret.test(source)
    expect(isTold, `${page.url()} tells ${secret}`).toBe(false)
  }
}

/** The error stands beside the field, which says that it is wrong. */
export const expectWrong = async ({
  page,
  field,
  message,
}: {
  page: Page
  field: string
  message: RegExp
}): Promise<void> => {
  const control = page.locator(field).first()
  await control.waitFor()
  const about = (await control.getAttribute('aria-describedby')) ?? ''
  const texts = await page.evaluate(
    (ids) => ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
    about.split(' ').filter(Boolean),
  )
  expect(texts, `${field} says what is wrong`).toMatch(message)
}

/** A form of the site or a portal was sent and came back with what is wrong. */
export const expectRefused = async (page: Page): Promise<void> => {
  await page.locator('.pw-error-summary').first().waitFor()
}
