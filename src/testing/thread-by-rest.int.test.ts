import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'

import { addDays } from '#plugins/kernel/domain'
import { startStage, type Person, type Stage } from './security/stage'

let stage: Stage
let staff: Record<'admin' | 'recruiter' | 'payroll' | 'billing', NonNullable<Person>>

beforeAll(async () => {
  stage = await startStage()
  staff = {
    admin: await stage.staff('admin'),
    recruiter: await stage.staff('recruiter'),
    payroll: await stage.staff('payroll'),
    billing: await stage.staff('billing'),
  }
})

afterAll(async () => {
  await stage.stop()
})

type Role = keyof typeof staff

/** Runs a command as a colleague and takes one id out of its result. */
const command = async ({
  as,
  name,
  input,
  take,
}: {
  as: Role
  name: string
  input: object
  take?: string
}): Promise<string> => {
  const answer = await stage.call({
    method: 'POST',
    path: `/api/commands/${name}`,
    as: staff[as],
    json: input,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  const { result } = z.object({ result: z.record(z.string(), z.unknown()) }).parse(answer.json)
  return take === undefined ? '' : z.string().parse(result[take])
}

const create = async ({ slug, data }: { slug: string; data: object }): Promise<string> => {
  const answer = await stage.call({
    method: 'POST',
    path: `/api/${slug}`,
    as: staff.admin,
    json: data,
  })
  expect(answer.status, answer.text).toBe(201)
  return z.object({ doc: z.object({ id: z.string() }) }).parse(answer.json).doc.id
}

const read = async ({
  slug,
  id,
}: {
  slug: string
  id: string
}): Promise<Record<string, unknown>> => {
  const answer = await stage.call({ path: `/api/${slug}/${id}?depth=0`, as: staff.admin })
  expect(answer.status, answer.text).toBe(200)
  return z.record(z.string(), z.unknown()).parse(answer.json)
}

/** The ids of records that belong to something, in the order in which they were made. */
const idsOf = async ({
  slug,
  field,
  value,
}: {
  slug: string
  field: string
  value: string
}): Promise<string[]> => {
  const answer = await stage.call({
    path: `/api/${slug}?depth=0&sort=createdAt&where[${field}][equals]=${value}`,
    as: staff.admin,
  })
  const { docs } = z.object({ docs: z.array(z.object({ id: z.string() })) }).parse(answer.json)
  return docs.map(({ id }) => id)
}

/** A day near today where all of this happens: in London it may be tomorrow already. */
const day = (days: number): string =>
  addDays({
    day: new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date()),
    days,
  })

/** The Monday of a week that is over for good, wherever it is worked. */
const monday = (() => {
  const weekday = (new Date(`${day(-10)}T00:00:00Z`).getUTCDay() + 6) % 7
  return day(-10 - weekday)
})()

const afterMonday = (days: number): string => addDays({ day: monday, days })

it('a client and a candidate who only phone: staff do every step for them by REST', async () => {
  const employer = await create({
    slug: 'legal-entities',
    data: {
      name: 'Bridgeport Staffing LLC',
      currency: 'USD',
      invoicePrefix: 'BP',
      paymentTermsDays: 14,
      zone: 'America/New_York',
      workweekStartsOn: 1,
      ruleSet: 'us-federal',
    },
  })
  const site = await create({
    slug: 'sites',
    data: {
      name: 'Bridgeport',
      hostname: 'bridgeport.localhost',
      theme: 'harbour',
      locale: 'en-US',
      currency: 'USD',
      zone: 'America/New_York',
      legalEntity: employer,
    },
  })

  // 1. The client phones.
  const requestId = await command({
    as: 'recruiter',
    name: 'request-staff',
    take: 'requestId',
    input: {
      company: 'Quayside Freight',
      contactName: 'Blair Buyer',
      email: 'blair@quayside.test',
      jobTitle: 'Dock supervisor',
      workLocation: 'Pier 4, New York',
      channel: 'phone',
    },
  })
  expect(await read({ slug: 'order-requests', id: requestId })).toMatchObject({ channel: 'phone' })

  // 2. The order, with all that it asks for, worked on and published.
  const jobOrderId = await command({
    as: 'recruiter',
    name: 'convert-order-request',
    take: 'jobOrderId',
    input: {
      requestId,
      title: 'Dock supervisor',
      employmentType: 'temp',
      newWorkLocation: { name: 'Pier 4', zone: 'America/New_York', city: 'New York' },
      payRateE4: 215_000,
      billRateE4: 320_000,
      startsOn: monday,
      mustHaves: ['Forklift licence'],
      screeningQuestion: 'May you work nights?',
      screeningKind: 'yes_no',
      description: 'You keep the dock moving.',
    },
  })
  await command({ as: 'recruiter', name: 'qualify-job-order', input: { jobOrderId } })
  await command({ as: 'recruiter', name: 'activate-job-order', input: { jobOrderId } })
  const postingId = await command({
    as: 'recruiter',
    name: 'publish-job',
    take: 'postingId',
    input: { jobOrderId, site, siteName: 'Bridgeport', isPayShown: true },
  })
  const { client, contact } = z
    .object({ client: z.string(), contact: z.string() })
    .parse(await read({ slug: 'job-orders', id: jobOrderId }))

  // 3. The candidate phones.
  const submissionId = await command({
    as: 'recruiter',
    name: 'apply-to-job',
    take: 'submissionId',
    input: {
      postingId,
      firstName: 'Łucja',
      lastName: 'Żak',
      email: 'lucja@person.test',
      answer: 'yes',
      agreesToApplication: true,
    },
  })
  const candidate = z
    .string()
    .parse((await read({ slug: 'submissions', id: submissionId })).candidate)

  // 4. Through the stages, with the answers that client and candidate gave on the phone.
  await command({
    as: 'recruiter',
    name: 'move-submission',
    input: { submissionId, toState: 'internal_review' },
  })
  await command({
    as: 'recruiter',
    name: 'send-shortlist',
    input: { jobOrderId, contactId: contact, submissionIds: [submissionId] },
  })
  const [itemId = ''] = await idsOf({
    slug: 'shortlist-items',
    field: 'submission',
    value: submissionId,
  })
  const shortlistId = z
    .string()
    .parse((await read({ slug: 'shortlist-items', id: itemId })).shortlist)
  await command({
    as: 'recruiter',
    name: 'decide-shortlist-item',
    input: { shortlistId, itemId, decision: 'approve' },
  })
  await command({
    as: 'recruiter',
    name: 'propose-interview',
    input: { submissionId, mode: 'phone', day: day(3), time: '10:30' },
  })
  const [interviewId = ''] = await idsOf({
    slug: 'interviews',
    field: 'submission',
    value: submissionId,
  })
  await command({
    as: 'recruiter',
    name: 'answer-interview',
    input: { interviewId, answer: 'accept' },
  })
  await command({
    as: 'recruiter',
    name: 'extend-offer',
    input: { submissionId, startsOn: monday },
  })
  const [offerId = ''] = await idsOf({ slug: 'offers', field: 'submission', value: submissionId })
  await command({ as: 'recruiter', name: 'answer-offer', input: { offerId, answer: 'accept' } })
  expect(await read({ slug: 'offers', id: offerId })).toMatchObject({ state: 'accepted' })

  // 5. Placed, confirmed, ready, started.
  const placementId = await command({
    as: 'recruiter',
    name: 'place-candidate',
    take: 'placementId',
    input: { submissionId, startsOn: monday },
  })
  await command({ as: 'recruiter', name: 'confirm-placement', input: { placementId } })
  for (const id of await idsOf({
    slug: 'readiness-items',
    field: 'placement',
    value: placementId,
  }))
    await command({ as: 'recruiter', name: 'verify-readiness-item', input: { itemId: id } })
  await command({ as: 'recruiter', name: 'start-placement', input: { placementId } })

  // 6. The hours come by phone, the night from Friday to Saturday too, and so does the approval.
  const timesheetId = await command({
    as: 'payroll',
    name: 'open-timesheet',
    take: 'timesheetId',
    input: { placementId, weekStartsOn: monday },
  })
  const revision = z.number().parse((await read({ slug: 'timesheets', id: timesheetId })).revision)
  await command({
    as: 'payroll',
    name: 'save-timesheet',
    input: {
      timesheetId,
      revision,
      entries: [
        ...[0, 1, 2, 3].map((offset) => ({
          day: afterMonday(offset),
          start: '08:00',
          end: '18:00',
          breakMinutes: 60,
        })),
        { day: afterMonday(4), start: '22:00', end: '06:30', breakMinutes: 30 },
      ],
    },
  })
  await command({ as: 'payroll', name: 'submit-timesheet', input: { timesheetId } })
  await command({ as: 'payroll', name: 'approve-timesheet', input: { timesheetId } })
  expect(await read({ slug: 'timesheets', id: timesheetId })).toMatchObject({
    state: 'approved',
    workedMinutes: 44 * 60,
  })

  // 7. Invoiced and paid by transfer, in two parts.
  const invoiceId = await command({
    as: 'billing',
    name: 'draft-invoice-from-time',
    take: 'invoiceId',
    input: { clientId: client, legalEntityId: employer, throughOn: day(0) },
  })
  await command({ as: 'billing', name: 'issue-invoice', input: { invoiceId } })
  // 40 hours at 32.00 and 4 at half as much again.
  expect(await read({ slug: 'invoices', id: invoiceId })).toMatchObject({
    state: 'issued',
    grossMinor: 147_200,
  })
  for (const amountMinor of [47_200, 100_000])
    await command({
      as: 'billing',
      name: 'record-payment',
      input: { invoiceId, amountMinor, receivedOn: day(0) },
    })
  expect(await read({ slug: 'invoices', id: invoiceId })).toMatchObject({
    state: 'paid',
    paidMinor: 147_200,
  })

  // 8. Both may look for themselves from now on.
  await command({ as: 'recruiter', name: 'grant-portal-access', input: { candidateId: candidate } })
  await command({ as: 'admin', name: 'grant-portal-access', input: { contactId: contact } })
})
