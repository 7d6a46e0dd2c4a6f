import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleEndpoints, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  grantLink,
  inOwnTransaction,
  linkCookieName,
  requestFor,
  runCommand,
  runWorker,
  sqlOutside,
  withOpenedLink,
  wholeNumber,
  type Worker,
} from '#plugins/kernel'
import { closePaymentNotice } from '#plugins/payments'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { startStripePeer, type StripePeer } from '../../src/testing/peers/stripe-peer'
import {
  creditInvoice,
  draftInvoice,
  issueInvoice,
  recordPayment,
  startInvoiceCheckout,
} from './index'

const secret = 'whsec_of_the_tests_of_billing'
const origin = 'http://localhost:3000'

let app: TestApp
let worker: Worker
let peer: StripePeer
let door: Server
let clientId: string
let legalEntityId: string

beforeAll(async () => {
  door = createServer((incoming, outgoing) => {
    forward(incoming).then(
      (status) => outgoing.writeHead(status).end(),
      () => outgoing.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = door.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  peer = await startStripePeer({
    webhookUrl: `http://127.0.0.1:${address.port}/api/webhooks/stripe`,
    secret,
  })
  app = await startPayload({
    env: {
      STRIPE_SECRET_KEY: peer.secretKey,
      STRIPE_WEBHOOK_SECRET: secret,
      STRIPE_API_URL: peer.url,
    },
  })
  const req = await app.systemRequest()
  const entity = await app.payload.create({
    collection: 'legal-entities',
    data: {
      name: 'Harbour & Hale Ltd',
      currency: 'GBP',
      invoicePrefix: 'HH',
      paymentTermsDays: 14,
      zone: 'Europe/London',
      workweekStartsOn: 1,
      ruleSet: 'none',
      address: { line1: '1 High St', city: 'Leeds', country: 'GB' },
    },
    req,
    overrideAccess: true,
  })
  legalEntityId = entity.id
  const client = await app.payload.create({
    collection: 'client-corporations',
    data: {
      name: 'Northwind',
      currency: 'GBP',
      status: 'active',
      overtimeBilling: 'last-worked',
      billOvertimeMultiplierBp: 15_000,
      billingEmail: 'ap@northwind.test',
    },
    req,
    overrideAccess: true,
  })
  clientId = client.id
  worker = await runWorker({ payload: app.payload, databaseUrl: app.databaseUrl, pollSeconds: 0.2 })
})

afterAll(async () => {
  await worker.stop()
  await app.stop()
  await peer.close()
  await new Promise((resolve) => door.close(resolve))
})

describe('a client with the link of an invoice', () => {
  it('pays it on one page, however often the button is pressed, and only the webhook books', async () => {
    const invoiceId = await issued()
    const cookie = await openedLink(invoiceId)
    const presses = await Promise.all(
      Array.from({ length: 10 }, async () => await press({ invoiceId, cookie })),
    )
    expect(presses.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    const urls = new Set(presses.map(({ body }) => body.result?.url))
    expect(urls.size).toBe(1)
    const [page] = pagesOf(invoiceId)
    expect(pagesOf(invoiceId)).toHaveLength(1)
    expect(page).toMatchObject({ amount_total: 12_000, currency: 'gbp', status: 'open' })
    expect(page?.success_url).toBe(`${origin}/portal/invoices/${invoiceId}?payment=done`)

    peer.control.webhooks({ order: 'held' })
    peer.control.pay(page?.id ?? '')
    // Back from the payment page before Stripe has told us: nothing is booked by looking.
    for (let look = 0; look < 3; look += 1)
      expect(await status({ invoiceId, cookie })).toMatchObject({
        state: 'issued',
        openMinor: 12_000,
        payment: 'open',
      })
    peer.control.webhooks({ order: 'sent' })
    peer.control.release()
    await expect
      .poll(async () => await status({ invoiceId, cookie }), { timeout: 20_000 })
      .toMatchObject({ state: 'paid', openMinor: 0, paidMinor: 12_000, payment: 'paid' })
    expect(await press({ invoiceId, cookie })).toMatchObject({
      status: 409,
      body: { error: { message: 'This invoice is already paid.' } },
    })
    expect(await allocationsOf(invoiceId)).toEqual([12_000])
  })

  it('pays what is left after a transfer, on a new page', async () => {
    const invoiceId = await issued()
    const cookie = await openedLink(invoiceId)
    await press({ invoiceId, cookie })
    await runCommand({
      command: recordPayment,
      req: await app.staffRequest({ role: 'billing' }),
      input: { invoiceId, amountMinor: 5_000, receivedOn: '2026-03-10' },
    })
    await press({ invoiceId, cookie })
    expect(
      pagesOf(invoiceId)
        .map(({ amount_total, status: state }) => `${amount_total} ${state}`)
        .sort(),
    ).toEqual(['12000 expired', '7000 open'])
    const open = pagesOf(invoiceId).find((page) => page.status === 'open')
    peer.control.pay(open?.id ?? '')
    await expect
      .poll(async () => await status({ invoiceId, cookie }), { timeout: 20_000 })
      .toMatchObject({ state: 'paid', paidMinor: 12_000 })
    expect(await allocationsOf(invoiceId)).toEqual([5_000, 7_000])
  })

  it('who pays on an old page what was transferred meanwhile has the rest kept', async () => {
    const invoiceId = await issued()
    const cookie = await openedLink(invoiceId)
    await press({ invoiceId, cookie })
    peer.control.webhooks({ order: 'held' })
    peer.control.pay(pagesOf(invoiceId)[0]?.id ?? '')
    await runCommand({
      command: recordPayment,
      req: await app.staffRequest({ role: 'billing' }),
      input: { invoiceId, amountMinor: 11_000, receivedOn: '2026-03-10' },
    })
    peer.control.webhooks({ order: 'sent' })
    peer.control.release()
    await expect
      .poll(async () => await status({ invoiceId, cookie }), { timeout: 20_000 })
      .toMatchObject({ state: 'paid', paidMinor: 12_000 })
    const left = await sqlOutside(app.payload).rows({
      schema: z.object({ left_minor: wholeNumber }),
      text: `select left_minor from payments_left l join payments p on p.id = l.id
        where p.subject_id = $1 and left_minor > 0`,
      values: [invoiceId],
    })
    expect(left).toEqual([{ left_minor: 11_000 }])
  })

  it.each([
    {
      how: 'paid by transfer',
      settle: async (invoiceId: string, req: PayloadRequest) =>
        await runCommand({
          command: recordPayment,
          req,
          input: { invoiceId, amountMinor: 12_000, receivedOn: '2026-03-10' },
        }),
    },
    {
      how: 'credited',
      settle: async (invoiceId: string, req: PayloadRequest) =>
        await runCommand({
          command: creditInvoice,
          req,
          input: { invoiceId, reason: 'Wrong client' },
        }),
    },
  ])('finds the page closed once the invoice is $how', async ({ settle }) => {
    const invoiceId = await issued()
    const cookie = await openedLink(invoiceId)
    await press({ invoiceId, cookie })
    expect(pagesOf(invoiceId)).toMatchObject([{ status: 'open' }])
    await settle(invoiceId, await app.staffRequest({ role: 'billing' }))
    await expect
      .poll(() => pagesOf(invoiceId).map((page) => page.status), { timeout: 30_000 })
      .toEqual(['expired'])
  })

  it('who is refunded or disputes in the payment service is shown to staff until dealt with', async () => {
    const invoiceId = await issued()
    const cookie = await openedLink(invoiceId)
    await press({ invoiceId, cookie })
    peer.control.pay(pagesOf(invoiceId)[0]?.id ?? '')
    await expect
      .poll(async () => await status({ invoiceId, cookie }), { timeout: 30_000 })
      .toMatchObject({ state: 'paid' })
    const intent = pagesOf(invoiceId)[0]?.payment_intent
    const paymentIntent = typeof intent === 'string' ? intent : (intent?.id ?? '')
    await fetch(`${peer.url}/v1/refunds`, {
      method: 'POST',
      headers: { authorization: `Bearer ${peer.secretKey}` },
      body: new URLSearchParams({ payment_intent: paymentIntent, amount: '12000' }),
    })
    peer.control.sendEvent({
      type: 'charge.dispute.created',
      object: {
        id: 'dp_1',
        object: 'dispute',
        payment_intent: paymentIntent,
        status: 'needs_response',
        amount: 12_000,
      },
    })
    const told = async () =>
      await sqlOutside(app.payload).first({
        schema: z.object({ id: z.string(), notice: z.string().nullable() }),
        text: 'select id, notice from payments where subject_id = $1',
        values: [invoiceId],
      })
    await expect
      .poll(async () => (await told())?.notice?.split('\n').sort(), { timeout: 30_000 })
      .toEqual([
        'Dispute dp_1: needs response',
        expect.stringMatching(/^Refund re_\w+ of £120\.00: succeeded$/),
      ])
    const paymentId = (await told())?.id ?? ''
    const traces = await sqlOutside(app.payload).rows({
      schema: z.object({ state: z.string() }),
      text: 'select state from webhook_events where payment_id = $1',
      values: [paymentId],
    })
    expect(new Set(traces.map(({ state }) => state))).toEqual(new Set(['needs_person']))
    expect(
      await runCommand({
        command: closePaymentNotice,
        req: await app.staffRequest({ role: 'billing' }),
        input: { paymentId, reason: 'Refund agreed with the client' },
      }),
    ).toMatchObject({ ok: true })
    expect((await told())?.notice).toBeNull()
  })

  it('pays no other invoice, none from another site, and none without the link', async () => {
    const [own, other] = [await issued(), await issued()]
    const cookie = await openedLink(own)
    expect((await press({ invoiceId: other, cookie })).status).toBe(403)
    expect((await press({ invoiceId: own, cookie: '' })).status).toBe(403)
    expect((await press({ invoiceId: 'nonsense', cookie })).status).toBe(422)
    expect(
      (await press({ invoiceId: own, cookie, headers: { origin: 'https://evil.test' } })).status,
    ).toBe(403)
    expect(pagesOf(own)).toEqual([])
    expect(pagesOf(other)).toEqual([])
  })
})

describe('a client signed in to the portal', () => {
  it.each([
    { whose: 'its own', isOwn: true, ok: true },
    { whose: 'another client’s', isOwn: false, ok: false },
  ])('starts the payment of $whose invoice: $ok', async ({ isOwn, ok }) => {
    const invoiceId = await issued()
    const req = await requestFor({
      payload: app.payload,
      actor: {
        kind: 'portal',
        id: '0190a000-0000-7000-8000-000000000003',
        email: 'client@client.test',
        candidateId: null,
        contactId: '0190a000-0000-7000-8000-000000000004',
        clientId: isOwn ? clientId : '0190a000-0000-7000-8000-000000000005',
        zone: 'UTC',
        locale: 'en',
      },
    })
    const started = await startInvoiceCheckout({ req, invoiceId })
    expect(started.ok).toBe(ok)
    if (!started.ok) expect(started.failure.kind).toBe('missing')
  })
})

const forward = async (incoming: IncomingMessage): Promise<number> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  const { config } = app.payload
  const response = await handleEndpoints({
    config,
    request: new Request(`${origin}/api/webhooks/stripe`, {
      method: 'POST',
      headers: { 'stripe-signature': String(incoming.headers['stripe-signature']) },
      body: new Uint8Array(Buffer.concat(chunks)),
    }),
  })
  return response.status
}

const answerSchema = z.object({
  result: z.object({ url: z.string() }).optional(),
  error: z.object({ message: z.string() }).optional(),
})

const press = async ({
  invoiceId,
  cookie,
  headers = { origin },
}: {
  invoiceId: string
  cookie: string
  headers?: Record<string, string>
}) => {
  const { config } = app.payload
  const response = await handleEndpoints({
    config,
    request: new Request(`${origin}/api/checkout/invoices/${invoiceId}`, {
      method: 'POST',
      headers: { cookie, ...headers },
    }),
  })
  return { status: response.status, body: answerSchema.parse(await response.json()) }
}

const status = async ({ invoiceId, cookie }: { invoiceId: string; cookie: string }) => {
  const { config } = app.payload
  const response = await handleEndpoints({
    config,
    request: new Request(`${origin}/api/checkout/invoices/${invoiceId}`, { headers: { cookie } }),
  })
  return z.object({ result: z.record(z.string(), z.unknown()) }).parse(await response.json()).result
}

const issued = async (): Promise<string> => {
  const req = await app.staffRequest({ role: 'billing' })
  const draft = await runCommand({
    command: draftInvoice,
    req,
    input: {
      clientId,
      legalEntityId,
      currency: 'GBP',
      lines: [
        { description: 'Retainer', quantityE4: 10_000, priceE4: 1_000_000, taxRateBp: 2_000 },
      ],
    },
  })
  if (!draft.ok) throw new Error(draft.failure.message)
  const { invoiceId } = draft.value
  const done = await runCommand({ command: issueInvoice, req, input: { invoiceId } })
  if (!done.ok) throw new Error(done.failure.message)
  return invoiceId
}

const openedLink = async (invoiceId: string): Promise<string> => {
  const req = await app.systemRequest()
  const linkId = await inOwnTransaction({
    req,
    run: async () =>
      await grantLink({
        req,
        purpose: 'invoice.pay',
        subject: { kind: 'invoice', id: invoiceId },
        person: null,
      }),
  })
  const value = withOpenedLink({ cookie: undefined, linkId, secret: app.payload.secret })
  return `${linkCookieName(false)}=${value}`
}

const pagesOf = (invoiceId: string) =>
  peer.control.sessions().filter((session) => session.client_reference_id === invoiceId)

const allocationsOf = async (invoiceId: string): Promise<number[]> =>
  (
    await sqlOutside(app.payload).rows({
      schema: z.object({ amount_minor: wholeNumber }),
      text: `select amount_minor from allocations where invoice_id = $1 order by amount_minor`,
      values: [invoiceId],
    })
  ).map(({ amount_minor: amount }) => amount)
