import { Stripe } from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantAt } from '#plugins/kernel/domain'
import { type Heard, startListener } from '../../../src/testing/peers/listener'
import { startStripePeer, type StripePeer } from '../../../src/testing/peers/stripe-peer'
import type { CheckoutRequest, PaymentProvider, ProviderEvent } from '../domain'
import { createStripeProvider } from './stripe'

const webhookSecret = 'whsec_of_this_endpoint'
let listener: Awaited<ReturnType<typeof startListener>>
let peer: StripePeer
let provider: PaymentProvider

beforeEach(async () => {
  listener = await startListener()
  peer = await startStripePeer({ webhookUrl: listener.url, secret: webhookSecret })
  provider = providerOf(peer)
})
afterEach(async () => {
  await peer.close()
  await listener.close()
})

const providerOf = ({ port, secretKey }: { port: number; secretKey: string }) =>
  createStripeProvider({ secretKey, webhookSecret, host: '127.0.0.1', port, protocol: 'http' })

const request = (changes: Partial<CheckoutRequest> = {}): CheckoutRequest => ({
  attemptId: 'attempt-1',
  subject: { kind: 'invoice', id: 'invoice-1' },
  amount: { amountMinor: 12_345, currency: 'EUR' },
  title: 'Invoice INV-2026-000123',
  payerEmail: 'accounts@example.com',
  successUrl: 'http://localhost:3000/i/paid?session={CHECKOUT_SESSION_ID}',
  cancelUrl: 'http://localhost:3000/i',
  expiresAt: instantAt(Date.now() + 60 * 60 * 1000),
  idempotencyKey: 'inv:invoice-1:bal:12345:try:1',
  ...changes,
})

const opened = async (changes: Partial<CheckoutRequest> = {}) => {
  const checkout = await provider.createCheckout(request(changes))
  if (!checkout.ok) throw new Error(checkout.failure.code)
  return checkout.value
}

const parse = (heard: Heard) =>
  provider.parseWebhook({
    body: heard.body,
    signature: String(heard.headers['stripe-signature']),
  })

const eventsHeard = async (): Promise<ProviderEvent[]> => {
  await peer.control.idle()
  return listener.heard.map((heard) => {
    const event = parse(heard)
    if (!event.ok) throw new Error(event.failure.code)
    return event.value
  })
}

describe('opening a payment page', () => {
  it('asks for exactly the amount, and writes on both objects what it is for', async () => {
    const { checkoutRef, url, expiresAt } = await opened()
    expect(url).toBe(`${peer.url}/c/pay/${checkoutRef}`)
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 59 * 60 * 1000)
    const session = peer.control.session(checkoutRef)
    const metadata = {
      attempt: 'attempt-1',
      subject_kind: 'invoice',
      subject_id: 'invoice-1',
    }
    expect(session).toMatchObject({
      mode: 'payment',
      amount_total: 12_345,
      currency: 'eur',
      client_reference_id: 'invoice-1',
      customer_email: 'accounts@example.com',
      metadata,
    })
    peer.control.pay(checkoutRef)
    expect(peer.control.intent(String(session.payment_intent)).metadata).toEqual(metadata)
  })

  it('survives a lost answer with one page', async () => {
    peer.control.faults({ cutAfter: 2 })
    const { checkoutRef } = await opened()
    expect(peer.control.sessions().map(({ id }) => id)).toEqual([checkoutRef])
  })

  it('gives the same page when asked again with the same key', async () => {
    const asked = request()
    const [first, second] = [
      await provider.createCheckout(asked),
      await provider.createCheckout(asked),
    ]
    expect(second).toEqual(first)
    expect(peer.control.sessions()).toHaveLength(1)
  })

  it('throws when one key is used for two amounts, which is a bug', async () => {
    await opened()
    await expect(
      provider.createCheckout(request({ amount: { amountMinor: 1, currency: 'EUR' } })),
    ).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  })

  it('says that the service is away after three tries, and opens the page later', async () => {
    peer.control.faults({ cutBefore: 3 })
    const asked = request()
    expect(await provider.createCheckout(asked)).toMatchObject({
      ok: false,
      failure: { code: 'provider-unavailable' },
    })
    peer.control.faults({ failWith: { status: 503, times: 3 } })
    expect(await provider.createCheckout(asked)).toMatchObject({
      failure: { code: 'provider-unavailable' },
    })
    expect((await provider.createCheckout(asked)).ok).toBe(true)
    expect(peer.control.sessions()).toHaveLength(1)
  }, 20_000)

  it('throws when the key is wrong, which an admin must repair', async () => {
    const wrong = providerOf({ port: peer.port, secretKey: 'sk_test_wrong' })
    await expect(wrong.createCheckout(request())).rejects.toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    )
  })

  it.each([
    ['JPY', 500, 500],
    ['ISK', 500, 50_000],
    ['KWD', 12_340, 12_340],
    ['HUF', 1_234_500, 1_234_500],
  ] as const)('charges %s in the units of Stripe', async (currency, amountMinor, stripeAmount) => {
    const { checkoutRef } = await opened({ amount: { amountMinor, currency } })
    expect(peer.control.session(checkoutRef).amount_total).toBe(stripeAmount)
    expect(await provider.retrieveCheckout({ checkoutRef })).toMatchObject({
      value: { amount: { amountMinor, currency } },
    })
  })

  it.each([
    [{ amountMinor: 49, currency: 'EUR' }, 'amount-not-payable'],
    [{ amountMinor: 100_000_000, currency: 'EUR' }, 'amount-not-payable'],
    [{ amountMinor: 1234, currency: 'KWD' }, 'amount-not-payable'],
    [{ amountMinor: 1000, currency: 'IRR' }, 'currency-not-payable'],
  ] as const)('refuses %o as %s', async (amount, code) => {
    expect(await provider.createCheckout(request({ amount }))).toMatchObject({
      ok: false,
      failure: { code },
    })
    expect(peer.control.sessions()).toEqual([])
  })
})

describe('what became of a page', () => {
  const statusOf = async (checkoutRef: string) => {
    const facts = await provider.retrieveCheckout({ checkoutRef })
    return facts.ok ? facts.value.status : facts.failure.code
  }

  it('is told from the page and its payment together', async () => {
    const { checkoutRef } = await opened()
    expect(await statusOf(checkoutRef)).toBe('open')
    peer.control.decline(checkoutRef)
    expect(await statusOf(checkoutRef)).toBe('open')
    peer.control.payLater(checkoutRef)
    expect(await statusOf(checkoutRef)).toBe('processing')
    peer.control.settle({ id: checkoutRef, outcome: 'succeeded' })
    expect(await provider.retrieveCheckout({ checkoutRef })).toEqual({
      ok: true,
      value: {
        provider: 'stripe',
        checkoutRef,
        paymentRef: peer.control.session(checkoutRef).payment_intent,
        status: 'paid',
        amount: { amountMinor: 12_345, currency: 'EUR' },
        livemode: false,
        attemptId: 'attempt-1',
        subject: { kind: 'invoice', id: 'invoice-1' },
      },
    })
  })

  it('is failed when a late payment fails', async () => {
    const { checkoutRef } = await opened()
    peer.control.payLater(checkoutRef)
    peer.control.settle({ id: checkoutRef, outcome: 'failed' })
    expect(await statusOf(checkoutRef)).toBe('failed')
    expect(await statusOf('cs_test_none')).toBe('checkout-missing')
  })

  it('counts what was received, not what was asked', async () => {
    const { checkoutRef } = await opened()
    peer.control.pay(checkoutRef)
    const intent = peer.control.intent(String(peer.control.session(checkoutRef).payment_intent))
    intent.amount_received = 12_000
    expect(await provider.retrieveCheckout({ checkoutRef })).toMatchObject({
      value: { amount: { amountMinor: 12_000 } },
    })
  })

  it('can be closed, unless it was paid meanwhile', async () => {
    const first = await opened()
    expect(await provider.expireCheckout(first)).toMatchObject({ value: { status: 'expired' } })
    expect(await provider.expireCheckout(first)).toMatchObject({ value: { status: 'expired' } })
    const second = await opened({ idempotencyKey: 'inv:invoice-1:bal:12345:try:2' })
    peer.control.pay(second.checkoutRef)
    expect(await provider.expireCheckout(second)).toMatchObject({ value: { status: 'paid' } })
  })
})

describe('webhooks', () => {
  it('are read into facts and references', async () => {
    const { checkoutRef } = await opened()
    peer.control.pay(checkoutRef)
    const paymentRef = peer.control.session(checkoutRef).payment_intent
    expect(await eventsHeard()).toMatchObject([
      { kind: 'payment', type: 'payment_intent.succeeded', paymentRef, attemptId: 'attempt-1' },
      {
        kind: 'checkout',
        type: 'checkout.session.completed',
        livemode: false,
        facts: { checkoutRef, paymentRef, status: 'paid', attemptId: 'attempt-1' },
      },
    ])
  })

  it('tell a late failure, an expiry, a refund and the unknown apart', async () => {
    const late = await opened()
    peer.control.payLater(late.checkoutRef)
    peer.control.settle({ id: late.checkoutRef, outcome: 'failed' })
    const unused = await opened({ idempotencyKey: 'other' })
    peer.control.expire(unused.checkoutRef)
    const object = peer.control.session(unused.checkoutRef)
    peer.control.sendEvent({ type: 'customer.created', object })
    const found = (await eventsHeard()).map((event) =>
      event.kind === 'checkout' ? `checkout ${event.facts.status}` : event.kind,
    )
    expect(found).toEqual([
      'payment',
      'checkout processing',
      'payment',
      'checkout failed',
      'checkout expired',
      'other',
    ])
  })

  it('name the refund and its payment', async () => {
    const { checkoutRef } = await opened()
    peer.control.pay(checkoutRef)
    const paymentRef = String(peer.control.session(checkoutRef).payment_intent)
    const stripe = new Stripe(peer.secretKey, {
      host: '127.0.0.1',
      port: peer.port,
      protocol: 'http',
    })
    const refund = await stripe.refunds.create({ payment_intent: paymentRef, amount: 345 })
    expect((await eventsHeard()).at(-1)).toMatchObject({
      kind: 'refund',
      refundRef: refund.id,
      paymentRef,
      status: 'succeeded',
      amount: { amountMinor: 345, currency: 'EUR' },
    })
  })

  it('of payments that are not ours have no attempt', async () => {
    const { checkoutRef } = await opened()
    const foreign = { ...peer.control.session(checkoutRef), metadata: {} }
    peer.control.sendEvent({ type: 'checkout.session.completed', object: foreign })
    expect(await eventsHeard()).toMatchObject([{ facts: { attemptId: null, subject: null } }])
  })

  it.each([
    ['of another endpoint', { wrongSecret: true }, 'signature-invalid'],
    ['with a changed body', { tampered: true }, 'signature-invalid'],
    ['301 seconds old', { timestampSkewSeconds: -301 }, 'signature-expired'],
  ] as const)('%s are refused', async (_, modes, code) => {
    const { checkoutRef } = await opened()
    peer.control.webhooks(modes)
    peer.control.pay(checkoutRef)
    await peer.control.idle()
    expect(listener.heard).toHaveLength(2)
    for (const heard of listener.heard) {
      expect(parse(heard)).toMatchObject({ ok: false, failure: { code } })
    }
  })

  it.each([
    [null, 'signature-missing'],
    ['', 'signature-missing'],
    ['nonsense', 'signature-invalid'],
    ['t=1,v1=00', 'signature-invalid'],
  ])('with the signature %o are refused as %s', (signature, code) => {
    expect(provider.parseWebhook({ body: Buffer.from('{}'), signature })).toMatchObject({
      ok: false,
      failure: { code },
    })
  })

  it('that are signed and not JSON are refused', () => {
    const payload = 'not json'
    const signature = new Stripe('sk_test_x').webhooks.generateTestHeaderString({
      payload,
      secret: webhookSecret,
    })
    expect(provider.parseWebhook({ body: Buffer.from(payload), signature })).toMatchObject({
      failure: { code: 'body-unreadable' },
    })
  })
})
