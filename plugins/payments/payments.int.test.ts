import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getPayload, handleEndpoints, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  enqueue,
  inOwnTransaction,
  poolOf,
  runCommand,
  runWorker,
  sqlOutside,
  wholeNumber,
  type Worker,
} from '#plugins/kernel'
import type { Money, Result } from '#plugins/kernel/domain'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { startStripePeer, type StripePeer } from '../../src/testing/peers/stripe-peer'
import { applyFacts } from './commands/apply-facts'
import type { PaymentFacts } from './domain'
import { checkoutProgress, openCheckout, prepareCheckout, reviewPayment } from './index'

const secret = 'whsec_of_the_tests_of_payments'
const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' })

let app: TestApp
let second: Payload
let worker: Worker
let peer: StripePeer
let door: Server
let answer: (request: Request) => Promise<Response>
let lastWebhook: { body: Buffer; signature: string } | null = null
let subjects = 0

beforeAll(async () => {
  door = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const signature = incoming.headers['stripe-signature']
      const body = Buffer.concat(chunks)
      lastWebhook = { body, signature: String(signature) }
      answer(webhookRequest({ body, signature: String(signature) })).then(
        (response) => {
          outgoing.writeHead(response.status)
          outgoing.end()
        },
        () => {
          outgoing.writeHead(500)
          outgoing.end()
        },
      )
    })
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  peer = await startStripePeer({ webhookUrl: `${originOf(door)}/api/webhooks/stripe`, secret })
  app = await startPayload({
    env: {
      STRIPE_SECRET_KEY: peer.secretKey,
      STRIPE_WEBHOOK_SECRET: secret,
      STRIPE_API_URL: peer.url,
    },
  })
  const { config } = app.payload
  second = await getPayload({ config, key: 'second', disableOnInit: true })
  answer = async (request) => await handleEndpoints({ config, request })
  worker = await runWorker({ payload: app.payload, databaseUrl: app.databaseUrl, pollSeconds: 0.2 })
})

afterAll(async () => {
  await worker.stop()
  const pool = poolOf(second)
  await second.destroy()
  if (!pool.ended) await pool.end()
  await app.stop()
  await peer.close()
  await new Promise((resolve) => door.close(resolve))
})

beforeEach(() => {
  peer.control.webhooks({
    duplicates: 0,
    delayMs: 0,
    order: 'sent',
    drop: 0,
    wrongSecret: false,
    timestampSkewSeconds: 0,
    tampered: false,
    maxAttempts: 1,
  })
})

describe('starting a payment', () => {
  it('twenty times at once opens one page', async () => {
    const subject = newSubject()
    const started = await Promise.all(
      Array.from({ length: 20 }, async () => await start({ subject, amount: eur(12_500) })),
    )
    const urls = new Set(started.map((one) => (one.ok ? one.value.url : one.failure.code)))
    expect([...urls]).toEqual([expect.stringContaining(`${peer.url}/c/pay/`)])
    expect(await attemptsOf(subject)).toHaveLength(1)
    expect(pagesOf(subject)).toHaveLength(1)
  })

  it('is written down before Stripe is asked, and asked again under the same key', async () => {
    const subject = newSubject()
    peer.control.faults({ failWith: { status: 500, times: 3 } })
    expect(await start({ subject, amount: eur(900) })).toMatchObject({
      ok: false,
      failure: { code: 'provider-unavailable' },
    })
    const before = await attemptsOf(subject)
    expect(before).toMatchObject([{ state: 'creating', session_id: null }])
    expect(pagesOf(subject)).toHaveLength(0)

    expect(await start({ subject, amount: eur(900) })).toMatchObject({ ok: true })
    const after = await attemptsOf(subject)
    expect(after).toMatchObject([{ state: 'open', idempotency_key: before[0]?.idempotency_key }])
  })

  it('survives a lost answer without a second page', async () => {
    const subject = newSubject()
    peer.control.faults({ cutAfter: 1 })
    expect(await start({ subject, amount: eur(900) })).toMatchObject({ ok: true })
    expect(pagesOf(subject)).toHaveLength(1)
  })

  it('over another amount closes the page before', async () => {
    const subject = newSubject()
    await start({ subject, amount: eur(10_000) })
    expect(await start({ subject, amount: eur(8_000) })).toMatchObject({ ok: true })
    expect(pagesOf(subject).map(({ amount_total, status }) => [amount_total, status])).toEqual(
      expect.arrayContaining([
        [10_000, 'expired'],
        [8_000, 'open'],
      ]),
    )
    expect((await attemptsOf(subject)).map(({ state }) => state).sort()).toEqual([
      'expired',
      'open',
    ])
  })

  it('gives up on an amount that cannot be charged, with words for the payer', async () => {
    const subject = newSubject()
    expect(await start({ subject, amount: { amountMinor: 1_005, currency: 'KWD' } })).toMatchObject(
      { ok: false, failure: { kind: 'state', code: 'amount-not-payable' } },
    )
    expect(await attemptsOf(subject)).toMatchObject([{ state: 'failed' }])
  })

  it('asks nobody for nothing', async () => {
    expect(await start({ subject: newSubject(), amount: eur(0) })).toMatchObject({
      ok: false,
      failure: { kind: 'input' },
    })
  })
})

describe('a webhook', () => {
  it.each([
    { fault: 'signed with another secret', how: { wrongSecret: true } },
    { fault: 'signed ten minutes ago', how: { timestampSkewSeconds: -600 } },
    { fault: 'changed on its way', how: { tampered: true } },
  ])('$fault is refused and leaves nothing', async ({ how }) => {
    const { sessionId, subject } = await opened({ amount: eur(2_000) })
    const before = await count('webhook_events')
    peer.control.webhooks(how)
    peer.control.pay(sessionId)
    await peer.control.idle()
    const statuses = peer.control
      .deliveries()
      .slice(-2)
      .map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([400]))
    expect(await count('webhook_events')).toBe(before)
    expect(await paymentsFor(subject)).toEqual([])
  })

  it('without a signature, or without a body, is refused', async () => {
    const { config } = app.payload
    for (const body of ['{}', '']) {
      const response = await handleEndpoints({
        config,
        request: webhookRequest({ body: Buffer.from(body), signature: null }),
      })
      expect(response.status).toBe(400)
    }
  })

  it('too large is dropped while it comes', async () => {
    const response = await answer(
      webhookRequest({ body: Buffer.alloc(600 * 1024, 'x'), signature: 't=1,v1=x' }),
    )
    expect(response.status).toBe(413)
  })

  it('repeated a hundred times over two processes books once', async () => {
    const { sessionId, subject } = await opened({ amount: eur(4_711) })
    lastWebhook = null
    peer.control.pay(sessionId)
    await peer.control.idle()
    const captured = lastCaptured()
    const { config } = app.payload
    const before = await count('webhook_events')
    const responses = await Promise.all(
      Array.from(
        { length: 100 },
        async (_, index) =>
          await handleEndpoints({
            config,
            request: webhookRequest(captured),
            payloadInstanceCacheKey: index % 2 === 0 ? 'default' : 'second',
          }),
      ),
    )
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await count('webhook_events')).toBe(before)
    await settled()
    expect(await paymentsFor(subject)).toMatchObject([
      { state: 'succeeded', amount_minor: 4_711, currency: 'EUR', is_live: false },
    ])
    expect(await eventsAbout({ subject, name: 'payment.succeeded' })).toBe(1)
  })

  it('in any order, duplicated, leaves one payment that succeeded', async () => {
    const { sessionId, subject } = await opened({ amount: eur(3_300) })
    peer.control.webhooks({ order: 'held', duplicates: 3 })
    peer.control.payLater(sessionId)
    peer.control.settle({ id: sessionId, outcome: 'succeeded' })
    const ids = peer.control.held().map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(1)
    peer.control.release(ids.toReversed())
    await peer.control.idle()
    await settled()
    expect(await paymentsFor(subject)).toMatchObject([{ state: 'succeeded', amount_minor: 3_300 }])
    expect(await attemptsOf(subject)).toMatchObject([{ state: 'paid' }])
  })

  it('tells of money on its way, and of money that did not come', async () => {
    const { sessionId, subject } = await opened({ amount: eur(5_000) })
    peer.control.payLater(sessionId)
    await peer.control.idle()
    await settled()
    expect(await paymentsFor(subject)).toMatchObject([{ state: 'processing' }])
    expect(await progressOf(subject)).toBe('processing')
    expect(await start({ subject, amount: eur(5_000) })).toMatchObject({
      ok: false,
      failure: { code: 'payment-under-way' },
    })
    peer.control.settle({ id: sessionId, outcome: 'failed' })
    await peer.control.idle()
    await settled()
    expect(await paymentsFor(subject)).toMatchObject([{ state: 'failed' }])
    expect(await progressOf(subject)).toBe('failed')
  })

  it('of an unknown type is kept and does nothing', async () => {
    const { sessionId, subject } = await opened({ amount: eur(700) })
    const event = peer.control.sendEvent({
      type: 'customer.tax_id.updated',
      object: peer.control.session(sessionId),
    })
    await peer.control.idle()
    await settled()
    expect(peer.control.deliveries().at(-1)?.status).toBe(200)
    expect(await stateOfEvent(event.id)).toBe('ignored')
    expect(await paymentsFor(subject)).toEqual([])
  })

  it.each([
    { what: 'amount', change: `amount_minor = amount_minor + 1`, reason: 'amount-mismatch' },
    { what: 'currency', change: `currency = 'USD'`, reason: 'currency-mismatch' },
    { what: 'mode', change: `is_live = true`, reason: 'livemode-mismatch' },
    { what: 'record', change: `subject_id = 'another'`, reason: 'subject-mismatch' },
  ])('whose $what is not what was asked parks the money', async ({ change, reason }) => {
    const { attemptId, sessionId } = await opened({ amount: eur(6_600) })
    await sqlOutside(app.payload).run({
      text: `update payment_attempts set ${change} where id = $1`,
      values: [attemptId],
    })
    peer.control.webhooks({ duplicates: 4, order: 'together' })
    peer.control.pay(sessionId)
    await peer.control.idle()
    await settled()
    const parked = await sqlOutside(app.payload).rows({
      schema: paymentRow,
      text: `select ${paymentColumns} from payments where attempt_id = $1`,
      values: [attemptId],
    })
    expect(parked).toMatchObject([
      { state: 'needs_review', review_reason: reason, amount_minor: 6_600, currency: 'EUR' },
    ])
  })

  it('about a page we never wrote down parks the money, and a person accepts it', async () => {
    const { attemptId, sessionId } = await opened({ amount: eur(1_234) })
    await sqlOutside(app.payload).run({
      text: 'delete from payment_attempts where id = $1',
      values: [attemptId],
    })
    peer.control.pay(sessionId)
    await peer.control.idle()
    await settled()
    const parked = await sqlOutside(app.payload).first({
      schema: paymentRow,
      text: `select ${paymentColumns} from payments where review_reason = 'unknown-attempt'`,
    })
    expect(parked).toMatchObject({ state: 'needs_review', amount_minor: 1_234 })
    const paymentId = parked?.id ?? ''
    const input = { paymentId, decision: 'accept' as const, reason: 'Found the payer by phone.' }
    expect(
      await runCommand({
        command: reviewPayment,
        req: await app.staffRequest({ role: 'recruiter' }),
        input,
      }),
    ).toMatchObject({ ok: false, failure: { kind: 'right' } })
    expect(
      await runCommand({
        command: reviewPayment,
        req: await app.staffRequest({ role: 'billing' }),
        input,
      }),
    ).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    expect(
      await runCommand({
        command: reviewPayment,
        req: await app.staffRequest({ role: 'billing' }),
        input: { ...input, decision: 'reject' },
      }),
    ).toMatchObject({ ok: false, failure: { code: 'move-forbidden' } })
  })

  it('about money of another mode is set aside and never accepted', async () => {
    const { attemptId, sessionId } = await opened({ amount: eur(7_700) })
    await sqlOutside(app.payload).run({
      text: 'update payment_attempts set is_live = true where id = $1',
      values: [attemptId],
    })
    peer.control.pay(sessionId)
    await peer.control.idle()
    await settled()
    const parked = await sqlOutside(app.payload).first({
      schema: paymentRow,
      text: `select ${paymentColumns} from payments where attempt_id = $1`,
      values: [attemptId],
    })
    const input = { paymentId: parked?.id ?? '', reason: 'It was only a trial.' }
    const req = await app.staffRequest({ role: 'billing' })
    expect(
      await runCommand({ command: reviewPayment, req, input: { ...input, decision: 'accept' } }),
    ).toMatchObject({ ok: false, failure: { code: 'not-real-money' } })
    expect(
      await runCommand({ command: reviewPayment, req, input: { ...input, decision: 'reject' } }),
    ).toMatchObject({ ok: true, value: { state: 'failed' } })
  })

  it('is booked on the day of the place where the money is received', async () => {
    const { sessionId, subject } = await opened({ amount: eur(1_100) })
    peer.control.pay(sessionId)
    await peer.control.idle()
    await settled()
    const row = await sqlOutside(app.payload).first({
      schema: z.object({ is_local: z.boolean() }),
      text: `select received_on = to_char(created_at at time zone 'Pacific/Kiritimati', 'YYYY-MM-DD')
          as is_local from payments where subject_id = $1`,
      values: [subject.id],
    })
    expect(row).toEqual({ is_local: true })
  })

  it('that never comes is made up for, also behind a page that breaks', async () => {
    const broken = await opened({ amount: eur(8_700) })
    const whole = await opened({ amount: eur(8_800) })
    peer.control.webhooks({ drop: 20 })
    for (const { sessionId } of [broken, whole]) peer.control.pay(sessionId)
    await peer.control.idle()
    // Booking fails for the first: what the database refuses is no failure of the payment service.
    await sqlOutside(app.payload).run({
      text: `update payment_attempts set created_at = now() - interval '9 minutes',
        request = '{}' where id = $1`,
      values: [broken.attemptId],
    })
    await sqlOutside(app.payload).run({
      text: `update payment_attempts set created_at = now() - interval '3 minutes' where id = $1`,
      values: [whole.attemptId],
    })
    await inTransaction(async (req) => {
      await enqueue({ req, queue: 'reconcile-payments', data: {} })
    })
    await settled()
    expect(await paymentsFor(whole.subject)).toMatchObject([{ state: 'succeeded' }])
    const checked = await sqlOutside(app.payload).first({
      schema: z.object({ is_checked: z.boolean() }),
      text: 'select checked_at is not null as is_checked from payment_attempts where id = $1',
      values: [broken.attemptId],
    })
    expect(checked).toEqual({ is_checked: true })
  })

  it('that never comes is made up for by asking', async () => {
    const { attemptId, sessionId, subject } = await opened({ amount: eur(8_800) })
    peer.control.webhooks({ drop: 20 })
    peer.control.pay(sessionId)
    await peer.control.idle()
    await sqlOutside(app.payload).run({
      text: `update payment_attempts set created_at = now() - interval '3 minutes' where id = $1`,
      values: [attemptId],
    })
    await inTransaction(async (req) => {
      await enqueue({ req, queue: 'reconcile-payments', data: {} })
    })
    await settled()
    expect(await paymentsFor(subject)).toMatchObject([{ state: 'succeeded', amount_minor: 8_800 }])
  })
})

describe('the ledger', () => {
  it('books once, however many are told at the same time', async () => {
    const { attemptId, sessionId, subject } = await opened({ amount: eur(999) })
    const facts: PaymentFacts = {
      provider: 'stripe',
      checkoutRef: sessionId,
      paymentRef: `pi_${attemptId}`,
      status: 'paid',
      amount: eur(999),
      livemode: false,
      attemptId,
      subject,
    }
    const settlements = await Promise.all(
      Array.from(
        { length: 16 },
        async () => await inTransaction(async (req) => await applyFacts({ req, facts })),
      ),
    )
    expect(settlements.filter(({ kind }) => kind === 'book')).toHaveLength(1)
    expect(await paymentsFor(subject)).toHaveLength(1)
  })

  it('parks a second payment on the same page', async () => {
    const { attemptId, sessionId, subject } = await opened({ amount: eur(500) })
    const paid = (paymentRef: string): PaymentFacts => ({
      provider: 'stripe',
      checkoutRef: sessionId,
      paymentRef,
      status: 'paid',
      amount: eur(500),
      livemode: false,
      attemptId,
      subject,
    })
    await inTransaction(async (req) => await applyFacts({ req, facts: paid(`pi_a${attemptId}`) }))
    await inTransaction(async (req) => await applyFacts({ req, facts: paid(`pi_b${attemptId}`) }))
    expect((await paymentsFor(subject)).map(({ state }) => state).sort()).toEqual([
      'needs_review',
      'succeeded',
    ])
  })

  it.each([
    'update payments set amount_minor = 1',
    `update payments set currency = 'USD', state = 'failed'`,
    `update payments set state = 'failed' where state = 'succeeded'`,
    'delete from payments',
    'truncate payments cascade',
  ])('refuses: %s', async (text) => {
    await expect(sqlOutside(app.payload).run({ text })).rejects.toMatchObject({ code: '23514' })
  })
})

const originOf = (server: Server): string => {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}`
}

const webhookRequest = ({ body, signature }: { body: Buffer; signature: string | null }): Request =>
  new Request('http://localhost:3000/api/webhooks/stripe', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === null ? {} : { 'stripe-signature': signature }),
    },
    body: new Uint8Array(body),
  })

const lastCaptured = (): { body: Buffer; signature: string } => {
  if (!lastWebhook) throw new Error('No webhook came.')
  return lastWebhook
}

const newSubject = () => ({ kind: 'test-order', id: `order-${(subjects += 1)}` })

const inTransaction = async <Value>(
  run: (req: PayloadRequest) => Promise<Value>,
): Promise<Value> => {
  const req = await app.systemRequest()
  return await inOwnTransaction({ req, run: async () => await run(req) })
}

const start = async ({
  subject,
  amount,
}: {
  subject: { kind: string; id: string }
  amount: Money
}): Promise<Result<{ attemptId: string; url: string }>> => {
  const prepared = await inTransaction(
    async (req) =>
      await prepareCheckout({
        req,
        wish: {
          subject,
          clientId: null,
          amount,
          title: 'Order of the tests',
          payerEmail: null,
          zone: 'Pacific/Kiritimati',
          returnPath: `/orders/${subject.id}`,
        },
      }),
  )
  return prepared.ok
    ? await openCheckout({ payload: app.payload, attemptId: prepared.value.attemptId })
    : prepared
}

const opened = async ({ amount }: { amount: Money }) => {
  const subject = newSubject()
  const started = await start({ subject, amount })
  if (!started.ok) throw new Error(started.failure.message)
  const [attempt] = await attemptsOf(subject)
  if (!attempt?.session_id) throw new Error('The attempt has no page.')
  return { subject, attemptId: started.value.attemptId, sessionId: attempt.session_id }
}

const pagesOf = ({ id }: { id: string }) =>
  peer.control.sessions().filter((session) => session.client_reference_id === id)

const attemptsOf = async ({ kind, id }: { kind: string; id: string }) =>
  await sqlOutside(app.payload).rows({
    schema: z.object({
      state: z.string(),
      session_id: z.string().nullable(),
      idempotency_key: z.string(),
    }),
    text: `select state, session_id, idempotency_key from payment_attempts
      where subject_kind = $1 and subject_id = $2`,
    values: [kind, id],
  })

const paymentColumns = 'id, state, amount_minor, currency, is_live, review_reason'
const paymentRow = z.object({
  id: z.string(),
  state: z.string(),
  amount_minor: wholeNumber,
  currency: z.string(),
  is_live: z.boolean(),
  review_reason: z.string().nullable(),
})

const paymentsFor = async ({ kind, id }: { kind: string; id: string }) =>
  await sqlOutside(app.payload).rows({
    schema: paymentRow,
    text: `select ${paymentColumns} from payments where subject_kind = $1 and subject_id = $2`,
    values: [kind, id],
  })

const progressOf = async (subject: { kind: string; id: string }) =>
  await checkoutProgress({ req: await app.systemRequest(), subject })

const count = async (table: 'webhook_events' | 'payments'): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ rows: wholeNumber }),
    text: `select count(*) as rows from ${table}`,
  })
  return row?.rows ?? 0
}

const eventsAbout = async ({
  subject,
  name,
}: {
  subject: { kind: string; id: string }
  name: string
}): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ rows: wholeNumber }),
    text: `select count(*) as rows from domain_events e join payments p on p.id::text = e.subject_id
      where e.name = $1 and p.subject_kind = $2 and p.subject_id = $3`,
    values: [name, subject.kind, subject.id],
  })
  return row?.rows ?? 0
}

const stateOfEvent = async (eventId: string): Promise<string | null> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ state: z.string() }),
    text: 'select state from webhook_events where event_id = $1',
    values: [eventId],
  })
  return row?.state ?? null
}

/** Until every job is done. */
const settled = async (): Promise<void> => {
  await expect
    .poll(
      async () => {
        const row = await sqlOutside(app.payload).first({
          schema: z.object({ waiting: wholeNumber }),
          text: `select count(*) as waiting from pgboss.job
            where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'
              and start_after <= now() + interval '1 minute'`,
        })
        return row?.waiting
      },
      { timeout: 20_000, interval: 100 },
    )
    .toBe(0)
}
