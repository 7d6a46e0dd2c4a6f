import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import { renderCv } from '../../../../plugins/crm/text/cv-fixture'
import { renderDocx } from '../docx'
import {
  expectNotToTell,
  expectRefused,
  expectToFit,
  expectWrong,
  linkIn,
  mailTo,
  openLink,
  waitUntilAlive,
} from '../hands'
import type { Person, Story } from './story'

/** 3. Somebody finds the job and applies with a PDF, pressing the button twice. */
export const applyWithScripts = async (story: Story) => {
  const { agency, outsider, title, first } = story
  const page = await outsider()
  await page.goto(`${agency.url}/jobs`)
  await expectToFit(page)
  await page.getByRole('searchbox').or(page.locator('input[name="q"]')).first().fill(title)
  await page.keyboard.press('Enter')
  await page.waitForURL(/[?&]q=/)
  await page.getByRole('link', { name: title }).first().click()
  await page.waitForURL(/\/jobs\/[\w-]+$/)
  await expectToFit(page)
  await expectNotToTell({ page, secrets: [story.company, '32.00', 'Blair Buyer'] })
  await expectStructuredData({ page, title })

  const send = page.getByRole('button', { name: 'Send my application' })
  await waitUntilAlive(send)
  await page.fill('#f-firstName', first.firstName)
  await page.fill('#f-lastName', first.lastName)
  await page.fill('#f-email', first.email)
  await page.fill('#f-phone', '12')
  await page.setInputFiles('#f-cv', {
    name: 'cv.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await renderCv({ pages: [[first.name, 'Six years on the dock']] })),
  })
  await send.click()
  await expectRefused(page)
  await expectWrong({ page, field: '#f-consent', message: /agree/ })
  // What was typed and chosen is still there, the file included.
  expect(await page.inputValue('#f-firstName')).toBe(first.firstName)
  expect(await page.inputValue('#f-cv')).toContain('cv.pdf')
  await expectToFit(page)

  await page.fill('#f-phone', '')
  await page.getByLabel('Yes', { exact: true }).check()
  await page.check('#f-consent')
  await send.dblclick()
  await page.getByText('we have your application').waitFor()
  await expectOneApplication({ story, person: first })
  await followTheStatus({ story, page, person: first })
  await expectText({ story, person: first, text: 'Six years on the dock' })
  await page.context().close()
}

/** The same on a browser without scripts, with a Word file, and once more later. */
export const applyWithoutScripts = async (story: Story) => {
  const { agency, outsider, title, second, row, id } = story
  const { slug } = await row<{ slug: string }>(
    'select slug from job_postings where job_order_id = $1',
    [id('order')],
  )
  const page = await outsider({ hasScripts: false })
  const cv = await renderDocx([second.name, 'Night shifts since 2019'])
  const fillIn = async () => {
    await page.fill('#f-firstName', second.firstName)
    await page.fill('#f-lastName', second.lastName)
    await page.fill('#f-email', second.email)
    await page.setInputFiles('#f-cv', {
      name: 'Lebenslauf.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: cv,
    })
  }
  await page.goto(`${agency.url}/jobs?q=${encodeURIComponent(title)}`)
  await page.getByRole('link', { name: title }).first().click()
  await page.waitForURL(new RegExp(`/jobs/${slug}$`))
  await expectStructuredData({ page, title })
  await fillIn()
  await page.fill('#f-email', 'not an address')
  await page.getByRole('button', { name: 'Send my application' }).click()
  await expectRefused(page)
  await expectWrong({ page, field: '#f-email', message: /e-mail/ })
  await expectWrong({ page, field: '#f-consent', message: /agree/ })
  expect(await page.inputValue('#f-firstName')).toBe(second.firstName)
  expect(await page.inputValue('#f-email')).toBe('not an address')
  for (const _time of ['first', 'second']) {
    await page.goto(`${agency.url}/jobs/${slug}`)
    await fillIn()
    await page.getByLabel('No', { exact: true }).check()
    await page.check('#f-consent')
    await page.getByRole('button', { name: 'Send my application' }).click()
    await page.getByText('we have your application').waitFor()
  }
  await expectOneApplication({ story, person: second })
  await followTheStatus({ story, page, person: second })
  await expectText({ story, person: second, text: 'Night shifts since 2019' })
  await page.context().close()
}

const expectStructuredData = async ({ page, title }: { page: Page; title: string }) => {
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  const data: unknown = JSON.parse(text ?? '')
  expect(data).toMatchObject({
    '@type': 'JobPosting',
    title,
    jobLocation: { address: { addressLocality: 'New York' } },
    baseSalary: { currency: 'USD' },
  })
}

const expectOneApplication = async ({
  story: { rows, id, keep, first },
  person,
}: {
  story: Story
  person: Person
}) => {
  const found = await rows<{ id: string; candidate_id: string; documents: string }>(
    `select s.id, s.candidate_id,
       (select count(*)::text from documents d where d.candidate_id = c.id) as documents
     from candidates c join submissions s on s.candidate_id = c.id
     where c.email = $1 and s.job_order_id = $2`,
    [person.email, id('order')],
  )
  expect(found).toHaveLength(1)
  expect(found[0]?.documents).toBe('1')
  const who = person === first ? 'first' : 'second'
  keep(`${who}:submission`, found[0]?.id ?? '')
  keep(`${who}:candidate`, found[0]?.candidate_id ?? '')
}

/** The confirmation, sent once, leads to where the application stands. */
const followTheStatus = async ({
  story: { agency, title, company },
  page,
  person,
}: {
  story: Story
  page: Page
  person: Person
}) => {
  const mail = await mailTo({ smtp: agency.smtp, to: person.email, subject: /Your application/ })
  await openLink({ page, url: linkIn(mail) })
  await page.getByRole('heading', { name: title }).first().waitFor()
  await expectToFit(page)
  await expectNotToTell({ page, secrets: ['32.00', company, 'Blair Buyer'] })
  const confirmations = agency.smtp.messages.filter(
    ({ to, mail: { subject } }) =>
      to.includes(person.email) && /Your application/.test(subject ?? ''),
  )
  expect(confirmations).toHaveLength(1)
}

const expectText = async ({
  story: { row, id, first },
  person,
  text,
}: {
  story: Story
  person: Person
  text: string
}) => {
  const who = person === first ? 'first' : 'second'
  await expect
    .poll(
      async () =>
        (
          await row<{ text: string | null }>(
            `select text from documents where candidate_id = $1 and kind = 'cv'`,
            [id(`${who}:candidate`)],
          )
        ).text,
      { timeout: 30_000 },
    )
    .toContain(text)
}
