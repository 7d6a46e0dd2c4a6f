import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { renderCv } from '../../../plugins/crm/text/cv-fixture'
import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { readRows } from './database'
import { givenAgency } from './given-agency'
import { expectToFit, linkIn, mailTo, openLink } from './hands'
import { signInToAdmin } from './sign-in'

const sizes = {
  desktop: { viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const

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

/** One order from a client's request to a paid invoice, by people's hands only. */
describe.each(['desktop', 'phone'] as const)(
  'from a request to a paid invoice, on a %s',
  (size) => {
    const words = {
      desktop: { title: 'Dock supervisor', company: 'Quayside Freight Ltd', person: 'Łucja Żak' },
      phone: { title: 'Night picker', company: 'Lantern Foods Inc', person: 'Émile Öztürk' },
    }[size]
    const [firstName = '', lastName = ''] = words.person.split(' ')
    const clientMail = `buyer.${size}@client.test`
    const candidateMail = `worker.${size}@person.test`
    const contexts: BrowserContext[] = []
    let staff: Page
    let orderId = ''
    let submissionId = ''
    let placementId = ''
    let timesheetId = ''

    /** A page of somebody with a browser of their own. */
    const person = async (): Promise<Page> => {
      const context = await browser.newContext({
        ...sizes[size],
        locale: 'en-US',
        timezoneId: 'America/New_York',
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      return page
    }

    /** A command by REST, with the session of the signed-in member of staff. */
    const command = async <Output = unknown>(
      name: string,
      input: Record<string, unknown>,
    ): Promise<Output> => {
      const { status, body } = await staff.evaluate(
        async (call) => {
          const response = await fetch(`/api/commands/${call.name}`, {
            method: 'POST',
            headers: {
              'Content-Type': 'application/json',
              'Idempotency-Key': crypto.randomUUID(),
            },
            body: JSON.stringify(call.input),
          })
          return { status: response.status, body: await response.json() }
        },
        { name, input },
      )
      expect({ name, status, body }).toMatchObject({ status: 200 })
      return body.result
    }

    const openRecord = async ({ collection, id }: { collection: string; id: string }) => {
      await staff.goto(`${agency.url}/admin/collections/${collection}/${id}`)
    }

    const one = async <Row extends Record<string, unknown>>(
      text: string,
      values: readonly unknown[] = [],
    ): Promise<Row> => {
      const [row] = await readRows<Row>({ databaseUrl: agency.databaseUrl, text, values })
      if (!row) throw new Error(`Nothing found: ${text}`)
      return row
    }

    beforeAll(async () => {
      staff = await person()
      await signInToAdmin({ page: staff, agency, role: 'admin' })
    })

    afterAll(async () => {
      for (const context of contexts) await context.close()
    })

    it('1: a visitor requests staff and gets a confirmation', async () => {
      const page = await person()
      await page.goto(`${agency.url}/request-staff`)
      await expectToFit(page)
      await page.getByRole('button', { name: 'Send the request' }).click()
      await page.getByRole('alert').waitFor()
      await page.fill('#f-company', words.company)
      await page.fill('#f-contactName', 'Blair Buyer')
      await page.fill('#f-email', clientMail)
      await page.fill('#f-jobTitle', words.title)
      await page.fill('#f-openingsCount', '1')
      await page.fill('#f-workLocation', 'Pier 4, New York')
      await page.fill('#f-payFrom', '21.50')
      await page.getByRole('button', { name: 'Send the request' }).click()
      await page.getByText('We have your request').waitFor()
      await mailTo({ smtp: agency.smtp, to: clientMail, subject: /We have your request/ })
    })

    it('2: a recruiter makes an order of it, activates it and publishes it', async () => {
      const request = await one<{ id: string }>(
        'select id from order_requests where email = $1 order by created_at desc',
        [clientMail],
      )
      await openRecord({ collection: 'order-requests', id: request.id })
      await staff.getByRole('button', { name: 'Make an order…' }).waitFor()
      const order = await command<{ jobOrderId: string }>('convert-order-request', {
        requestId: request.id,
        employmentType: 'temp',
        newWorkLocation: { name: `Pier 4 ${size}`, city: 'New York', zone: 'America/New_York' },
        payRateE4: 215_000,
        billRateE4: 320_000,
      })
      orderId = order.jobOrderId
      const patched = await staff.evaluate(
        async (id) =>
          (
            await fetch(`/api/job-orders/${id}`, {
              method: 'PATCH',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({
                screeningQuestion: 'May you work nights?',
                screeningKind: 'yes_no',
                screeningKnockOut: 'no',
                description: 'You keep the dock moving.\n\nA team of six waits for you.',
              }),
            })
          ).status,
        orderId,
      )
      expect(patched).toBe(200)
      await command('qualify-job-order', { jobOrderId: orderId })
      await command('activate-job-order', { jobOrderId: orderId })
      const site = await one<{ id: string; name: string }>(
        'select id, name from sites where is_primary',
      )
      await command('publish-job', {
        jobOrderId: orderId,
        site: site.id,
        siteName: site.name,
        isPayShown: true,
      })
      const { state } = await one<{ state: string }>('select state from job_orders where id = $1', [
        orderId,
      ])
      expect(state).toBe('active')
    })

    it('3: a candidate finds the job and applies with a CV', async () => {
      const page = await person()
      await page.goto(`${agency.url}/jobs?q=${encodeURIComponent(words.title)}`)
      await page.getByRole('link', { name: words.title }).first().click()
      await page.waitForURL(/\/jobs\/[\w-]+$/)
      await expectToFit(page)
      const data: unknown = JSON.parse(
        (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
      )
      expect(data).toMatchObject({ '@type': 'JobPosting', title: words.title })
      await page.fill('#f-firstName', firstName)
      await page.fill('#f-lastName', lastName)
      await page.fill('#f-email', candidateMail)
      await page.setInputFiles('#f-cv', {
        name: 'cv.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(await renderCv({ pages: [[words.person, 'Six years on the dock']] })),
      })
      await page.getByRole('button', { name: 'Send my application' }).click()
      await page.getByRole('alert').waitFor()
      // What was chosen is still there after the refusal.
      expect(await page.inputValue('#f-firstName')).toBe(firstName)
      expect(await page.inputValue('#f-cv')).toContain('cv.pdf')
      await page.getByLabel('Yes', { exact: true }).check()
      await page.check('#f-consent')
      await page.getByRole('button', { name: 'Send my application' }).click()
      await page.getByText('we have your application').waitFor()
      const mail = await mailTo({
        smtp: agency.smtp,
        to: candidateMail,
        subject: /Your application/,
      })
      await openLink({ page, url: linkIn(mail) })
      await page.getByRole('heading', { name: words.title }).waitFor()
      await expectToFit(page)
      submissionId = (
        await one<{ id: string }>('select id from submissions where job_order_id = $1', [orderId])
      ).id
    })

    it('4: the card moves, the client decides, interview and offer are accepted by link', async () => {
      const hasState = async (state: string) => {
        await expect
          .poll(
            async () =>
              (
                await one<{ state: string }>('select state from submissions where id = $1', [
                  submissionId,
                ])
              ).state,
            { timeout: 20_000 },
          )
          .toBe(state)
      }
      await staff.goto(`${agency.url}/admin/collections/job-orders/${orderId}/board`)
      await staff.getByRole('link', { name: words.person }).waitFor()
      for (const toState of ['screening', 'internal_review']) {
        await command('move-submission', { submissionId, toState })
        await hasState(toState)
      }
      await command('send-shortlist', {
        jobOrderId: orderId,
        submissionIds: [submissionId],
        message: 'Please meet this one.',
      })
      await hasState('client_review')

      const client = await person()
      await openLink({
        page: client,
        url: linkIn(
          await mailTo({
            smtp: agency.smtp,
            to: clientMail,
            subject: new RegExp(`for ${words.title}`),
          }),
        ),
      })
      await expectToFit(client)
      expect(await client.content()).not.toMatch(/21\.50|32\.00|person\.test/)
      await client.getByRole('button', { name: 'Invite to interview' }).click()
      await client.getByText('we have your answers').waitFor()

      await command('propose-interview', {
        submissionId,
        mode: 'onsite',
        day: daysFromNow(3),
        time: '10:30',
        place: 'Pier 4',
      })
      const candidate = await person()
      await openLink({
        page: candidate,
        url: linkIn(
          await mailTo({ smtp: agency.smtp, to: candidateMail, subject: /interview for/ }),
        ),
      })
      await candidate.getByRole('button', { name: 'Accept this time' }).click()
      const invitation = await agency.smtp.waitFor(
        ({ to, mail }) =>
          to.includes(candidateMail) &&
          mail.attachments.some(({ mimeType }) => mimeType.startsWith('text/calendar')),
        60_000,
      )
      expect(invitation.mail.subject).toContain(words.title)
      await hasState('interview')

      await command('extend-offer', { submissionId, startsOn: daysFromNow(-7) })
      const offer = await mailTo({ smtp: agency.smtp, to: candidateMail, subject: /Our offer/ })
      await openLink({ page: candidate, url: linkIn(offer) })
      await expectToFit(candidate)
      await candidate.getByLabel('Your full name').fill(words.person)
      await candidate.getByLabel('I accept this offer as it stands above.').check()
      await candidate.getByRole('button', { name: 'Accept the offer' }).click()
      await candidate.getByText('Accepted').first().waitFor()
      const again = await person()
      await again.goto(linkIn(offer))
      await again.getByText('This link no longer works').waitFor()
    })

    it('5: the candidate is placed into the one opening and starts', async () => {
      const placed = await command<{ placementId: string }>('place-candidate', {
        submissionId,
        startsOn: daysFromNow(-7),
      })
      placementId = placed.placementId
      const { state } = await one<{ state: string }>('select state from job_orders where id = $1', [
        orderId,
      ])
      expect(state).toBe('filled')
      await command('confirm-placement', { placementId })
      await readyAll()
      await command('start-placement', { placementId })
      await expect
        .poll(
          async () =>
            (
              await one<{ state: string }>('select state from placements where id = $1', [
                placementId,
              ])
            ).state,
          { timeout: 20_000 },
        )
        .toBe('active')
    })

    /** Everything the placement still waits for, noted as there. */
    const readyAll = async () => {
      const items = await readRows<{ id: string }>({
        databaseUrl: agency.databaseUrl,
        text: `select id from readiness_items where placement_id = $1 and state in ('missing', 'submitted')`,
        values: [placementId],
      })
      for (const { id } of items) await command('verify-readiness-item', { itemId: id })
    }

    it('6: the hours are entered and approved by link, and become lines', async () => {
      await command('open-timesheet', { placementId, weekStartsOn: daysFromNow(-7) })
      const sheet = await one<{ id: string; week_starts_on: string }>(
        'select id, week_starts_on from timesheets where placement_id = $1 order by week_starts_on limit 1',
        [placementId],
      )
      timesheetId = sheet.id
      const worker = await person()
      await openLink({
        page: worker,
        url: linkIn(await mailTo({ smtp: agency.smtp, to: candidateMail, subject: /hours/i })),
      })
      await expectToFit(worker)
      const day = daysFromNow(-7)
      await worker.locator(`input[name="${day}.start"]`).fill('22:00')
      await worker.locator(`input[name="${day}.end"]`).fill('21:00')
      await worker.locator(`input[name="${day}.breakMinutes"]`).fill('1500')
      await worker.getByRole('button', { name: 'Save and send to the client' }).click()
      await worker.getByRole('alert').waitFor()
      await worker.locator(`input[name="${day}.end"]`).fill('06:00')
      await worker.locator(`input[name="${day}.breakMinutes"]`).fill('30')
      await worker.getByRole('button', { name: 'Save and send to the client' }).click()
      const client = await person()
      await openLink({
        page: client,
        url: linkIn(await mailTo({ smtp: agency.smtp, to: clientMail, subject: /Please approve/ })),
      })
      await expectToFit(client)
      expect(await client.content()).not.toContain('21.50')
      await client.getByRole('button', { name: /^Approve 7:30 hours/ }).click()
      await expect
        .poll(
          async () =>
            await readRows<{ earn_code: string; amount: string }>({
              databaseUrl: agency.databaseUrl,
              text: 'select earn_code, amount_minor::text as amount from pay_lines where timesheet_id = $1',
              values: [timesheetId],
            }),
          { timeout: 20_000 },
        )
        .toEqual([{ earn_code: 'REG', amount: '16125' }])
    })

    it('7: the invoice is issued, paid by card, and the receipt follows', async () => {
      const { client_id: clientId, legal_entity_id: legalEntityId } = await one<{
        client_id: string
        legal_entity_id: string
      }>('select client_id, legal_entity_id from placements where id = $1', [placementId])
      await command('draft-invoice-from-time', {
        clientId,
        legalEntityId,
        throughOn: daysFromNow(7),
      })
      const invoice = await one<{ id: string; gross: string }>(
        'select id, gross_minor::text as gross from invoices where client_id = $1 order by created_at desc',
        [clientId],
      )
      await command('issue-invoice', { invoiceId: invoice.id })
      await openRecord({ collection: 'invoices', id: invoice.id })
      const client = await person()
      await openLink({
        page: client,
        url: linkIn(await mailTo({ smtp: agency.smtp, to: clientMail, subject: /^Invoice / })),
      })
      await expectToFit(client)
      await client.getByRole('button', { name: /^Pay / }).click()
      await client.waitForURL((url) => url.origin === agency.stripe.url)
      await client.getByRole('button', { name: /^Pay/ }).first().click()
      await client.waitForURL((url) => url.origin === agency.url)
      await expect
        .poll(
          async () =>
            await one<{ state: string; paid: string }>(
              'select state, paid_minor::text as paid from invoices where id = $1',
              [invoice.id],
            ),
          { timeout: 30_000 },
        )
        .toEqual({ state: 'paid', paid: invoice.gross })
      await mailTo({ smtp: agency.smtp, to: clientMail, subject: /^Thank you/ })
    })

    it('8: the dashboard shows it and the records tell their story', async () => {
      await staff.goto(`${agency.url}/admin`)
      await staff.getByRole('heading').first().waitFor()
      await expectToFit(staff)
      const events = await readRows<{ name: string }>({
        databaseUrl: agency.databaseUrl,
        text: 'select distinct name from domain_events where order_id = $1',
        values: [orderId],
      })
      expect(events.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['job-order.activated', 'submission.created', 'placement.created']),
      )
    })
  },
)

/** A calendar day near today, as the date field of a form wants it. */
const daysFromNow = (days: number): string => {
  const date = new Date()
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
