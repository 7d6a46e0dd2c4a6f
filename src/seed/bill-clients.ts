import { z } from 'zod'

import { addDays, currencyCode, daysBetween, money, type Day } from '#plugins/kernel/domain'
import { bookPayment, type NewPayment } from '#plugins/payments'
import { clients, type ClientKey } from './data/clients'
import { redateInvoice } from './past'
import type { Story } from './story'

const drafted = z.object({ invoiceId: z.string() })

/** Invoices in every state, over time and over a fee, and money by bank and by card. */
export const billClients = async (story: Story): Promise<void> => {
  const { calendar } = story
  await overdueFee(story)
  await paidNightShift(story)
  await creditedOnboarding(story)

  const throughOn = addDays({ day: calendar.monday(-1), days: -1 })
  const issuedAgo = daysBetween({ from: calendar.monday(-1), to: calendar.today })
  const meridian = await overTime({ story, client: 'meridian', throughOn, issuedAgo })
  const sonoran = await overTime({ story, client: 'sonoran', throughOn, issuedAgo })
  await overTime({ story, client: 'thames', throughOn, issuedAgo })
  const cardAgo = issuedAgo - 2
  await story.at(cardAgo, '14:25')
  await payByCard({
    story,
    invoiceId: meridian,
    client: 'meridian',
    receivedOn: calendar.day(-cardAgo),
  })
  const bankAgo = issuedAgo - 4
  await story.at(bankAgo, '09:50')
  await payPart({ story, invoiceId: sonoran, receivedOn: calendar.day(-bankAgo) })
  await draft({
    story,
    client: 'meridian',
    throughOn: addDays({ day: calendar.monday(0), days: -1 }),
    daysAgo: 0,
  })
  await oddPayments({ story, invoiceId: sonoran })
}

/** The fee of the design engineer: issued, due and not paid. */
const overdueFee = async (story: Story): Promise<void> => {
  await story.at(40, '10:00')
  const { invoiceId } = await story.staff({
    as: 'beatrix',
    command: 'draft-fee-invoice',
    input: { placementId: story.ids.of('placement:design-engineer:catherine-ashworth') },
    result: drafted,
  })
  await issue({ story, invoiceId, issuedAgo: 40 })
}

/** The week of the changed clocks: invoiced after it, and paid by bank. */
const paidNightShift = async (story: Story): Promise<void> => {
  const sunday = story.calendar.clockChange
  const since = daysBetween({ from: sunday, to: story.calendar.today })
  const invoiceId = await overTime({
    story,
    client: 'meridian',
    throughOn: sunday,
    issuedAgo: since - 2,
  })
  await story.at(since - 9, '11:35')
  const { grossMinor } = await invoiceOf({ story, invoiceId })
  await story.staff({
    as: 'beatrix',
    command: 'record-payment',
    input: {
      invoiceId,
      amountMinor: grossMinor,
      receivedOn: addDays({ day: sunday, days: 9 }),
      reference: 'MERIDIAN AP 20871',
    },
  })
}

/** An invoice that should not have been: credited in full; and a draft that was dropped. */
const creditedOnboarding = async (story: Story): Promise<void> => {
  const wish = {
    clientId: story.ids.of('client:sonoran'),
    legalEntityId: story.ids.of('entity:us'),
    currency: 'USD',
    lines: [{ description: 'Background checks', quantityE4: 4 * 10_000, priceE4: 65 * 10_000 }],
  }
  await story.at(16, '10:40')
  const wrong = await story.staff({
    as: 'beatrix',
    command: 'draft-invoice',
    input: wish,
    result: drafted,
  })
  await issue({ story, invoiceId: wrong.invoiceId, issuedAgo: 16 })
  await story.at(14, '15:05')
  await story.staff({
    as: 'beatrix',
    command: 'credit-invoice',
    input: { invoiceId: wrong.invoiceId, reason: 'Background checks are included in the rate.' },
    isHeld: true,
  })
  const { docs } = await story.payload.find({
    collection: 'invoices',
    where: { creditOf: { equals: wrong.invoiceId } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  await dateInvoice({ story, invoiceId: docs[0]?.id ?? '', issuedAgo: 14 })
  await story.at(12, '09:15')
  const dropped = await story.staff({
    as: 'beatrix',
    command: 'draft-invoice',
    input: wish,
    result: drafted,
  })
  await story.staff({
    as: 'beatrix',
    command: 'void-draft-invoice',
    input: { invoiceId: dropped.invoiceId },
  })
}

const draft = async ({
  story,
  client,
  throughOn,
  daysAgo,
}: {
  story: Story
  client: ClientKey
  throughOn: Day
  daysAgo: number
}): Promise<string> => {
  const entity = clients.find(({ key }) => key === client)?.entity ?? 'us'
  await story.at(daysAgo, '09:10')
  const { invoiceId } = await story.staff({
    as: 'beatrix',
    command: 'draft-invoice-from-time',
    input: {
      clientId: story.ids.of(`client:${client}`),
      legalEntityId: story.ids.of(`entity:${entity}`),
      throughOn,
    },
    result: drafted,
  })
  return invoiceId
}

const overTime = async (wish: {
  story: Story
  client: ClientKey
  throughOn: Day
  issuedAgo: number
}): Promise<string> => {
  const invoiceId = await draft({ ...wish, daysAgo: wish.issuedAgo })
  await issue({ ...wish, invoiceId })
  return invoiceId
}

/** Issues a draft and puts it on its day before it is printed and sent. */
const issue = async ({
  story,
  invoiceId,
  issuedAgo,
}: {
  story: Story
  invoiceId: string
  issuedAgo: number
}): Promise<void> => {
  await story.staff({ as: 'beatrix', command: 'issue-invoice', input: { invoiceId }, isHeld: true })
  await dateInvoice({ story, invoiceId, issuedAgo })
}

const dateInvoice = async ({
  story,
  invoiceId,
  issuedAgo,
}: {
  story: Story
  invoiceId: string
  issuedAgo: number
}): Promise<void> => {
  await redateInvoice({ payload: story.payload, invoiceId, days: issuedAgo })
  await story.settle()
}

const invoiceOf = async ({ story, invoiceId }: { story: Story; invoiceId: string }) =>
  await story.payload.findByID({
    collection: 'invoices',
    id: invoiceId,
    depth: 0,
    overrideAccess: true,
  })

const payPart = async ({
  story,
  invoiceId,
  receivedOn,
}: {
  story: Story
  invoiceId: string
  receivedOn: Day
}): Promise<void> => {
  const { grossMinor } = await invoiceOf({ story, invoiceId })
  await story.staff({
    as: 'beatrix',
    command: 'record-payment',
    input: {
      invoiceId,
      amountMinor: Math.round(grossMinor * 0.4),
      receivedOn,
      reference: 'SONORAN PART 1',
    },
  })
}

/** What the payment service reports when a client pays on its page. */
const payByCard = async ({
  story,
  invoiceId,
  client,
  receivedOn,
}: {
  story: Story
  invoiceId: string
  client: ClientKey
  receivedOn: Day
}): Promise<void> => {
  const { grossMinor, currency } = await invoiceOf({ story, invoiceId })
  await book({
    story,
    payment: {
      provider: 'stripe',
      providerRef: 'pi_demo_card',
      amount: money({ amountMinor: grossMinor, currency: currencyCode.parse(currency) }),
      subject: { kind: 'invoice', id: invoiceId },
      clientId: story.ids.of(`client:${client}`),
      isLive: false,
      receivedOn,
    },
    to: 'succeeded',
  })
}

/** Money that is on its way, that failed, and that a person must look at. */
const oddPayments = async ({
  story,
  invoiceId,
}: {
  story: Story
  invoiceId: string
}): Promise<void> => {
  await story.at(2, '13:00')
  const common = {
    provider: 'stripe',
    subject: { kind: 'invoice', id: invoiceId },
    clientId: story.ids.of('client:sonoran'),
    isLive: false,
    receivedOn: story.calendar.day(-2),
  } as const
  const dollars = (amountMinor: number) => money({ amountMinor, currency: 'USD' })
  await book({
    story,
    payment: { ...common, providerRef: 'pi_demo_debit', amount: dollars(500_00) },
    to: 'processing',
  })
  await book({
    story,
    payment: { ...common, providerRef: 'pi_demo_failed', amount: dollars(500_00) },
    to: 'failed',
  })
  await story.system(
    async (req) =>
      await bookPayment({
        req,
        payment: { ...common, providerRef: 'pi_demo_odd', amount: dollars(49_00) },
        to: 'needs_review',
        reviewReason: 'amount-mismatch',
      }),
  )
}

const book = async ({
  story,
  payment,
  to,
}: {
  story: Story
  payment: NewPayment
  to: 'succeeded' | 'processing' | 'failed'
}): Promise<void> => {
  await story.system(async (req) => await bookPayment({ req, payment, to }))
  await story.settle()
}
