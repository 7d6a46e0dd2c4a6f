import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { typescriptFile } from '../../bin/steps/programs.mjs'
import { type Heard, startListener } from './listener'
import { startStripePeer, type StripePeer, type StripePeerOptions } from './stripe-peer'

const secret = 'whsec_test_of_the_peer'
let closers: (() => Promise<void>)[] = []
let listener: Awaited<ReturnType<typeof startListener>>
let peer: StripePeer
let stripe: Stripe

const clientOf = ({ url, secretKey }: { url: string; secretKey: string }) =>
  new Stripe(secretKey, {
    host: '127.0.0.1',
    port: new URL(url).port,
    protocol: 'http',
    maxNetworkRetries: 2,
    telemetry: false,
  })

const start = async (options: Partial<StripePeerOptions> = {}) => {
  const started = await startStripePeer({ webhookUrl: listener.url, secret, ...options })
  closers.push(started.close)
  return started
}

beforeEach(async () => {
  listener = await startListener()
  closers = [listener.close]
  peer = await start()
  stripe = clientOf(peer)
})

afterEach(async () => {
  for (const close of closers.toReversed()) await close()
})

const sessionParams = (changes: Partial<Stripe.Checkout.SessionCreateParams> = {}) => ({
  mode: 'payment' as const,
  line_items: [
    {
      quantity: 1,
      price_data: {
        currency: 'eur',
        unit_amount: 12_345,
        product_data: { name: 'Invoice INV-2026-000001' },
      },
    },
  ],
  success_url: 'http://localhost:3000/paid?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/invoice',
  client_reference_id: 'invoice-1',
  metadata: { invoice: 'invoice-1' },
  payment_intent_data: { metadata: { attempt: 'attempt-1' } },
  ...changes,
})

const press = ({ page, action }: { page: string; action: string }) =>
  fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ action }),
    redirect: 'manual',
  })

const pageOf = (session: Stripe.Checkout.Session) => session.url ?? ''

const eventOf = ({ body, headers }: Heard) =>
  stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), secret)

const typesHeard = () => listener.heard.map((heard) => eventOf(heard).type)

describe('the API', () => {
  it('creates, retrieves, lists and expires sessions for the real client', async () => {
    const created = await stripe.checkout.sessions.create(sessionParams())
    expect(created).toMatchObject({
      object: 'checkout.session',
      amount_total: 12_345,
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      livemode: false,
      metadata: { invoice: 'invoice-1' },
    })
    expect(created.lastResponse.apiVersion).toBe(Stripe.API_VERSION)

    const found = await stripe.checkout.sessions.retrieve(created.id)
    expect(found.id).toBe(created.id)

    const expired = await stripe.checkout.sessions.expire(created.id)
    expect(expired.status).toBe('expired')
    await expect(stripe.checkout.sessions.expire(created.id)).rejects.toThrow(/status of expired/)

    await stripe.checkout.sessions.create(sessionParams())
    await stripe.checkout.sessions.create(sessionParams())
    const page = await stripe.checkout.sessions.list({ limit: 2 })
    expect(page).toMatchObject({ object: 'list', has_more: true })
    const all = await stripe.checkout.sessions.list({ limit: 2 }).autoPagingToArray({ limit: 10 })
    expect(all.map(({ status }) => status)).toEqual(['open', 'open', 'expired'])
    expect((await stripe.checkout.sessions.list({ status: 'expired' })).data).toHaveLength(1)
  })

  it('ends a session by itself at its expiry', async () => {
    const created = await stripe.checkout.sessions.create(sessionParams())
    peer.control.session(created.id).expires_at = 1
    expect((await stripe.checkout.sessions.retrieve(created.id)).status).toBe('expired')
    await peer.control.idle()
    expect(typesHeard()).toEqual(['checkout.session.expired'])
  })

  const now = () => Math.floor(Date.now() / 1000)
  const refusals: [string, () => object, Record<string, unknown>][] = [
    ['no line', () => ({ line_items: undefined }), { code: 'parameter_missing' }],
    ['an unknown parameter', () => ({ colour: 'red' }), { code: 'parameter_unknown' }],
    [
      'payment_method_types, which the version no longer has',
      () => ({ payment_method_types: ['card'] }),
      { code: 'parameter_unknown', param: 'payment_method_types' },
    ],
    [
      'a fraction of a cent',
      () => ({ line_items: [line({ unit_amount: 1.5 })] }),
      { code: 'parameter_invalid_integer', param: 'line_items[0][price_data][unit_amount]' },
    ],
    [
      'too little',
      () => ({ line_items: [line({ unit_amount: 49 })] }),
      { code: 'amount_too_small' },
    ],
    [
      'too much',
      () => ({ line_items: [line({ unit_amount: 100_000_000 })] }),
      { code: 'amount_too_large' },
    ],
    [
      'a krona with decimals',
      () => ({ line_items: [line({ currency: 'isk', unit_amount: 12_345 })] }),
      { code: 'invalid_charge_amount_no_decimal_compatible' },
    ],
    ['a relative address', () => ({ success_url: '/paid' }), { code: 'url_invalid' }],
    ['a life below 30 minutes', () => ({ expires_at: now() + 600 }), { param: 'expires_at' }],
    ['a life over 24 hours', () => ({ expires_at: now() + 90_000 }), { param: 'expires_at' }],
    ['long metadata', () => ({ metadata: { note: 'x'.repeat(501) } }), { param: 'metadata[note]' }],
  ]
  const line = (price: Record<string, unknown>) => ({
    quantity: 1,
    price_data: { currency: 'eur', unit_amount: 1000, product_data: { name: 'x' }, ...price },
  })
  it.each(refusals)('refuses %s', async (_, changes, error) => {
    await expect(
      stripe.checkout.sessions.create({ ...sessionParams(), ...changes() }),
    ).rejects.toMatchObject({ rawType: 'invalid_request_error', statusCode: 400, ...error })
    expect(peer.control.sessions()).toEqual([])
  })

  it('answers 404 for what it does not have and 401 for a key it does not know', async () => {
    await expect(stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    })
    const stranger = clientOf({ url: peer.url, secretKey: 'sk_test_other' })
    await expect(stranger.checkout.sessions.list()).rejects.toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    )
  })
})

describe('idempotency keys', () => {
  it('give the first answer again for the same request', async () => {
    const first = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'k1' })
    const second = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'k1' })
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(peer.control.sessions()).toHaveLength(1)
  })

  it('refuse other parameters and another endpoint', async () => {
    const { id } = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'k2' })
    await expect(
      stripe.checkout.sessions.create(sessionParams({ client_reference_id: 'invoice-2' }), {
        idempotencyKey: 'k2',
      }),
    ).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
    await expect(
      stripe.checkout.sessions.expire(id, {}, { idempotencyKey: 'k2' }),
    ).rejects.toMatchObject({ rawType: 'idempotency_error', statusCode: 400 })
  })

  it('are not used up by a request that was refused for its parameters', async () => {
    const wrong = sessionParams({ success_url: 'nowhere' })
    await expect(
      stripe.checkout.sessions.create(wrong, { idempotencyKey: 'k3' }),
    ).rejects.toMatchObject({ code: 'url_invalid' })
    const created = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'k3' })
    expect(created.status).toBe('open')
  })

  it('make a retry after a lost answer harmless', async () => {
    peer.control.faults({ cutAfter: 1 })
    const created = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'k4' })
    expect(peer.control.sessions().map(({ id }) => id)).toEqual([created.id])
  })

  it('are not needed when the connection broke before anything happened', async () => {
    peer.control.faults({ cutBefore: 1, failWith: { status: 503, times: 1 } })
    await stripe.checkout.sessions.create(sessionParams())
    expect(peer.control.sessions()).toHaveLength(1)
  })
})

describe('the payment page', () => {
  it('takes a payment, sends the customer back and pays once however often pressed', async () => {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const html = await (await fetch(pageOf(session))).text()
    expect(html).toContain('€123.45')
    expect(html).toContain('Invoice INV-2026-000001')

    const page = pageOf(session)
    const answers = await Promise.all([1, 2, 3].map(() => press({ page, action: 'pay' })))
    for (const answer of answers) {
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(
        `http://localhost:3000/paid?session=${session.id}`,
      )
    }
    await peer.control.idle()
    expect(typesHeard()).toEqual(['payment_intent.succeeded', 'checkout.session.completed'])

    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    })
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      payment_intent: {
        status: 'succeeded',
        amount_received: 12_345,
        metadata: { attempt: 'attempt-1' },
      },
    })
  })

  it('declines a card and keeps the session open for another try', async () => {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const declined = await press({ page: pageOf(session), action: 'fail' })
    expect(await declined.text()).toContain('Your card was declined')
    await press({ page: pageOf(session), action: 'pay' })
    await peer.control.idle()
    expect(typesHeard()).toEqual([
      'payment_intent.payment_failed',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ])
  })

  it('completes unpaid when the method takes days, and settles later', async () => {
    const session = await stripe.checkout.sessions.create(sessionParams())
    await press({ page: pageOf(session), action: 'later' })
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
    })
    peer.control.settle({ id: session.id, outcome: 'succeeded' })
    await peer.control.idle()
    expect(typesHeard()).toEqual([
      'payment_intent.processing',
      'checkout.session.completed',
      'payment_intent.succeeded',
      'checkout.session.async_payment_succeeded',
    ])
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
  })

  it('settles a late payment by itself when told after how long', async () => {
    const quick = await start({ settleLaterAfterMs: 20 })
    const session = await clientOf(quick).checkout.sessions.create(sessionParams())
    await press({ page: pageOf(session), action: 'later' })
    await expect.poll(() => quick.control.session(session.id).payment_status).toBe('paid')
  })

  it('goes back without a payment on cancel', async () => {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const answer = await press({ page: pageOf(session), action: 'cancel' })
    expect(answer.headers.get('location')).toBe('http://localhost:3000/invoice')
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
  })

  it('takes nothing on an expired session, says so, and escapes what it shows', async () => {
    const params = sessionParams({ customer_email: 'a&b@example.com' })
    const session = await stripe.checkout.sessions.create(params)
    const page = pageOf(session)
    expect(await (await fetch(page)).text()).toContain('a&amp;b@example.com')
    await stripe.checkout.sessions.expire(session.id)
    expect(await (await press({ page, action: 'pay' })).text()).toContain('has expired')
    expect(peer.control.session(session.id).payment_intent).toBeNull()
    expect((await fetch(`${peer.url}/c/pay/cs_test_none`)).status).toBe(404)
  })
})

describe('refunds', () => {
  const paidIntent = async () => {
    const { id } = await stripe.checkout.sessions.create(sessionParams())
    return String(peer.control.pay(id).payment_intent)
  }

  it('never give back more than was paid', async () => {
    const intent = await paidIntent()
    const refund = await stripe.refunds.create({ payment_intent: intent, amount: 10_000 })
    expect(refund).toMatchObject({ status: 'succeeded', amount: 10_000, payment_intent: intent })
    await expect(
      stripe.refunds.create({ payment_intent: intent, amount: 2346 }),
    ).rejects.toMatchObject({ param: 'amount' })
    expect((await stripe.refunds.create({ payment_intent: intent })).amount).toBe(2345)
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    })
    expect((await stripe.refunds.retrieve(refund.id)).id).toBe(refund.id)
  })

  it('can take their time and then fail, which frees the amount again', async () => {
    const intent = await paidIntent()
    peer.control.setRefundOutcome('pending')
    const refund = await stripe.refunds.create({ payment_intent: intent })
    expect(refund.status).toBe('pending')
    peer.control.settleRefund({ id: refund.id, outcome: 'failed' })
    const again = await stripe.refunds.create({ payment_intent: intent })
    expect(again.amount).toBe(12_345)
    await peer.control.idle()
    expect(typesHeard().filter((type) => type.startsWith('refund.'))).toEqual([
      'refund.created',
      'refund.updated',
      'refund.failed',
      'refund.created',
    ])
  })

  it('need a payment', async () => {
    const { id } = await stripe.checkout.sessions.create(sessionParams())
    peer.control.payLater(id)
    await expect(
      stripe.refunds.create({ payment_intent: String(peer.control.session(id).payment_intent) }),
    ).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' })
  })
})

describe('webhooks', () => {
  const paid = async () => {
    const { id } = await stripe.checkout.sessions.create(sessionParams())
    peer.control.pay(id)
    await peer.control.idle()
    return id
  }

  it('repeat each event with the same id', async () => {
    peer.control.webhooks({ duplicates: 9 })
    await paid()
    const ids = listener.heard.map((heard) => eventOf(heard).id)
    expect(ids).toHaveLength(20)
    expect(new Set(ids).size).toBe(2)
  })

  it('turn the order round, hold back and release in a chosen order', async () => {
    peer.control.webhooks({ order: 'reversed' })
    await paid()
    expect(typesHeard()).toEqual(['checkout.session.completed', 'payment_intent.succeeded'])

    peer.control.webhooks({ order: 'held' })
    await paid()
    expect(listener.heard).toHaveLength(2)
    peer.control.release(
      peer.control
        .held()
        .map(({ id }) => id)
        .toReversed(),
    )
    await peer.control.idle()
    expect(typesHeard().slice(2)).toEqual([
      'checkout.session.completed',
      'payment_intent.succeeded',
    ])
  })

  it('get lost when dropped, and can be sent again', async () => {
    peer.control.webhooks({ drop: 2 })
    await paid()
    expect(listener.heard).toEqual([])
    const [event] = peer.control.events()
    peer.control.resend({ eventId: event?.id ?? '' })
    await peer.control.idle()
    expect(typesHeard()).toEqual(['payment_intent.succeeded'])
  })

  it.each([
    ['a foreign secret', { wrongSecret: true }],
    ['an old signature', { timestampSkewSeconds: -301 }],
    ['a changed body', { tampered: true }],
  ])('fail verification with %s', async (_, modes) => {
    peer.control.webhooks(modes)
    await paid()
    expect(listener.heard).toHaveLength(2)
    for (const heard of listener.heard) {
      expect(() => eventOf(heard)).toThrow(Stripe.errors.StripeSignatureVerificationError)
    }
  })

  it('are tried again until the endpoint takes them, and given up in the end', async () => {
    const failing = await startListener((count) => (count < 3 ? 500 : 200))
    closers.push(failing.close)
    const other = await start({ webhookUrl: failing.url })
    other.control.webhooks({ backoffMs: 1, delayMs: 5 })
    const session = await clientOf(other).checkout.sessions.create(sessionParams())
    await clientOf(other).checkout.sessions.expire(session.id)
    await other.control.idle()
    expect(other.control.deliveries().map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 500],
      [3, 200],
    ])

    await failing.close()
    other.control.webhooks({ maxAttempts: 2 })
    const next = await clientOf(other).checkout.sessions.create(sessionParams())
    other.control.pay(next.id)
    await other.control.idle()
    const unanswered = other.control.deliveries().slice(3)
    expect(unanswered.every(({ status }) => status === null)).toBe(true)
    expect(unanswered.map(({ attempt }) => attempt).toSorted()).toEqual([1, 1, 2, 2])
  })

  it('can carry an event that no session of ours caused', async () => {
    const id = await paid()
    const object = { ...peer.control.session(id), amount_total: 1, livemode: true }
    peer.control.sendEvent({ type: 'checkout.session.completed', object, livemode: true })
    await peer.control.idle()
    const last = listener.heard.at(-1)
    expect(last && eventOf(last)).toMatchObject({
      livemode: true,
      data: { object: { amount_total: 1 } },
    })
  })
})

describe('a peer in another process', () => {
  const order = async ({ base, key, body }: { base: StripePeerUrl; key: string; body: unknown }) =>
    fetch(`${base}/_peer/control`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    })
  type StripePeerUrl = string

  it('obeys orders over HTTP from who knows the key', async () => {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const base = peer.url
    const key = peer.secretKey
    const pay = { do: 'pay', session: session.id }
    expect((await order({ base, key: 'other', body: pay })).status).toBe(401)
    const modes = { do: 'webhooks', modes: { duplicates: 1 } }
    expect((await order({ base, key, body: modes })).status).toBe(200)
    expect((await order({ base, key, body: pay })).status).toBe(200)
    expect((await order({ base, key, body: pay })).status).toBe(400)
    expect((await order({ base, key, body: { do: 'dance' } })).status).toBe(422)
    await peer.control.idle()
    expect(listener.heard).toHaveLength(4)
  })

  it('keeps sessions, keys and undelivered events over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stripe-peer-'))
    closers.push(async () => rmSync(folder, { recursive: true }))
    const statePath = join(folder, 'state.json')
    const before = await startStripePeer({
      webhookUrl: 'http://127.0.0.1:1/nobody',
      secret,
      statePath,
    })
    before.control.webhooks({ backoffMs: 60_000 })
    const session = await clientOf(before).checkout.sessions.create(sessionParams(), {
      idempotencyKey: 'kept',
    })
    before.control.pay(session.id)
    await before.close()

    const after = await start({ statePath })
    const again = clientOf({ url: after.url, secretKey: before.secretKey })
    const replay = await again.checkout.sessions.create(sessionParams(), { idempotencyKey: 'kept' })
    expect(replay.id).toBe(session.id)
    expect((await again.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
    await after.control.idle()
    expect(typesHeard()).toEqual(['payment_intent.succeeded', 'checkout.session.completed'])
  })

  it('runs as a program that ends with its parent', async () => {
    const child = spawn(
      process.execPath,
      typescriptFile({ root: process.cwd(), file: 'src/testing/peers/stripe-peer.main.ts' }),
      {
        env: {
          ...process.env,
          STRIPE_PEER_PORT: '0',
          STRIPE_PEER_WEBHOOK_URL: listener.url,
          STRIPE_WEBHOOK_SECRET: secret,
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    )
    const ready = await new Promise<{ url: string; secretKey: string }>((resolve, reject) => {
      child.once('message', (message: { url: string; secretKey: string }) => resolve(message))
      child.once('exit', (code) => reject(new Error(`The peer ended with ${code}.`)))
    })
    const session = await clientOf(ready).checkout.sessions.create(sessionParams())
    expect(session.status).toBe('open')
    const ended = new Promise((resolve) => {
      child.once('exit', resolve)
    })
    child.disconnect()
    expect(await ended).toBe(0)
  }, 30_000)
})
