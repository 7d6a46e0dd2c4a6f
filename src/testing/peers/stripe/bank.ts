import type Stripe from 'stripe'
import { ApiError, invalidRequest, missingResource } from './api-error'
import {
  amountOf,
  idOf,
  makeEvent,
  makeIntent,
  makeRefund,
  makeSession,
  unixSeconds,
} from './objects'
import type { EventObject, WireEvent } from './objects'
import type { RefundCreate, SessionCreate } from './params'
import type { PeerStore } from './store'

/** What a refund becomes when it is asked for: some payment methods only confirm days later. */
export type RefundOutcome = 'succeeded' | 'pending' | 'failed'

export type Bank = ReturnType<typeof openBank>

/**
 * The state machines behind the API: sessions, payment intents, refunds. Each change publishes the
 * events Stripe publishes for it, in Stripe's order.
 */
export const openBank = ({
  store,
  pageUrl,
  publish,
}: {
  store: PeerStore
  pageUrl: string
  publish: (events: WireEvent[]) => void
}) => {
  let refundOutcome: RefundOutcome = 'succeeded'

  const announce = (changes: { type: string; object: EventObject }[]) => {
    const events = changes.map(makeEvent)
    for (const event of events) store.unsent.set(event.id, event)
    store.save()
    publish(events)
  }

  const sessionOf = (id: string): Stripe.Checkout.Session => {
    const session = store.sessions.get(id)
    if (!session) throw missingResource({ noun: 'checkout.session', id })
    if (session.status === 'open' && session.expires_at <= unixSeconds()) close(session)
    return session
  }

  const intentOf = (id: string): Stripe.PaymentIntent => {
    const intent = store.intents.get(id)
    if (!intent) throw missingResource({ noun: 'payment_intent', id })
    return intent
  }

  const refundOf = (id: string): Stripe.Refund => {
    const refund = store.refunds.get(id)
    if (!refund) throw missingResource({ noun: 'refund', id })
    return refund
  }

  const close = (session: Stripe.Checkout.Session) => {
    session.status = 'expired'
    session.url = null
    announce([{ type: 'checkout.session.expired', object: session }])
  }

  const openIntent = (session: Stripe.Checkout.Session): Stripe.PaymentIntent => {
    if (typeof session.payment_intent === 'string') return intentOf(session.payment_intent)
    const plan = store.plans.get(session.id)
    const intent = makeIntent({
      session,
      metadata: { ...plan?.metadata },
      description: plan?.description ?? null,
    })
    store.intents.set(intent.id, intent)
    session.payment_intent = intent.id
    return intent
  }

  const payable = (id: string): Stripe.Checkout.Session => {
    const session = sessionOf(id)
    if (session.status !== 'open') {
      throw invalidRequest({ message: `This Checkout Session is ${session.status ?? 'closed'}.` })
    }
    return session
  }

  const capture = (intent: Stripe.PaymentIntent) => {
    intent.status = 'succeeded'
    intent.amount_received = intent.amount
    intent.latest_charge = idOf('ch')
    intent.payment_method = idOf('pm')
    intent.processing = null
    intent.last_payment_error = null
  }

  const complete = (session: Stripe.Checkout.Session) => {
    session.status = 'complete'
    session.url = null
    session.customer_details = {
      address: null,
      business_name: null,
      email: session.customer_email,
      individual_name: null,
      name: null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    }
  }

  return {
    sessionOf,
    intentOf,
    refundOf,
    title: (session: Stripe.Checkout.Session) => store.plans.get(session.id)?.title ?? '',
    sessions: () => [...store.sessions.keys()].map(sessionOf).reverse(),

    createSession: (params: SessionCreate): Stripe.Checkout.Session => {
      refuseUnpayable(params)
      const session = makeSession({ params, pageUrl })
      store.sessions.set(session.id, session)
      store.plans.set(session.id, {
        metadata: { ...params.payment_intent_data?.metadata },
        description: params.payment_intent_data?.description ?? null,
        title: params.line_items.map((line) => line.price_data.product_data.name).join(', '),
      })
      store.save()
      return session
    },

    expire: (id: string): Stripe.Checkout.Session => {
      const session = sessionOf(id)
      if (session.status !== 'open') {
        throw invalidRequest({
          message:
            `Only Checkout Sessions with a status in ["open"] can be expired. ` +
            `This Checkout Session has a status of ${session.status ?? 'unknown'}.`,
        })
      }
      close(session)
      return session
    },

    /** The customer pays and the money is there at once. */
    pay: (id: string): Stripe.Checkout.Session => {
      const session = payable(id)
      const intent = openIntent(session)
      capture(intent)
      complete(session)
      session.payment_status = 'paid'
      announce([
        { type: 'payment_intent.succeeded', object: intent },
        { type: 'checkout.session.completed', object: session },
      ])
      return session
    },

    /** The card is declined; the session stays open for another try. */
    decline: (id: string): Stripe.Checkout.Session => {
      const session = payable(id)
      const intent = openIntent(session)
      intent.last_payment_error = {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'generic_decline',
        message: 'Your card was declined.',
      }
      announce([{ type: 'payment_intent.payment_failed', object: intent }])
      return session
    },

    /** The customer uses a method that takes days: the session completes unpaid. */
    payLater: (id: string): Stripe.Checkout.Session => {
      const session = payable(id)
      const intent = openIntent(session)
      intent.status = 'processing'
      complete(session)
      announce([
        { type: 'payment_intent.processing', object: intent },
        { type: 'checkout.session.completed', object: session },
      ])
      return session
    },

    /** The end of a payment that took days. */
    settle: ({ id, outcome }: { id: string; outcome: 'succeeded' | 'failed' }) => {
      const session = sessionOf(id)
      const intent = openIntent(session)
      if (intent.status !== 'processing') {
        throw invalidRequest({ message: 'Only a processing payment can be settled.' })
      }
      if (outcome === 'succeeded') {
        capture(intent)
        session.payment_status = 'paid'
        announce([
          { type: 'payment_intent.succeeded', object: intent },
          { type: 'checkout.session.async_payment_succeeded', object: session },
        ])
        return session
      }
      intent.status = 'requires_payment_method'
      announce([
        { type: 'payment_intent.payment_failed', object: intent },
        { type: 'checkout.session.async_payment_failed', object: session },
      ])
      return session
    },

    setRefundOutcome: (outcome: RefundOutcome) => {
      refundOutcome = outcome
    },

    createRefund: (params: RefundCreate): Stripe.Refund => {
      const intent = intentOf(params.payment_intent)
      if (intent.status !== 'succeeded') {
        throw invalidRequest({
          code: 'payment_intent_unexpected_state',
          param: 'payment_intent',
          message: `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
        })
      }
      const left = intent.amount_received - refundedOf({ store, intentId: intent.id })
      const amount = params.amount ?? left
      if (left <= 0) {
        throw invalidRequest({
          code: 'charge_already_refunded',
          message: `Charge ${String(intent.latest_charge)} has already been refunded.`,
        })
      }
      if (amount < 1 || amount > left) {
        throw invalidRequest({
          param: 'amount',
          message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
        })
      }
      const refund = makeRefund({ params, intent, amount, status: refundOutcome })
      store.refunds.set(refund.id, refund)
      announce([
        { type: 'refund.created', object: refund },
        ...(refundOutcome === 'failed' ? [{ type: 'refund.failed', object: refund }] : []),
      ])
      return refund
    },

    settleRefund: ({ id, outcome }: { id: string; outcome: 'succeeded' | 'failed' }) => {
      const refund = refundOf(id)
      if (refund.status !== 'pending') {
        throw invalidRequest({ message: 'Only a pending refund can be settled.' })
      }
      refund.status = outcome
      announce([
        { type: 'refund.updated', object: refund },
        ...(outcome === 'failed' ? [{ type: 'refund.failed', object: refund }] : []),
      ])
      return refund
    },
  }
}

const refundedOf = ({ store, intentId }: { store: PeerStore; intentId: string }): number =>
  [...store.refunds.values()]
    .filter((refund) => refund.payment_intent === intentId && refund.status !== 'failed')
    .reduce((sum, refund) => sum + refund.amount, 0)

/** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const MINIMUM: Record<string, number> = {
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  usd: 50,
}
const MAXIMUM = 99_999_999
const TWO_DECIMALS_WITHOUT_CENTS = ['isk', 'ugx']
const THREE_DECIMALS = ['bhd', 'jod', 'kwd', 'omr', 'tnd']

const MIN_LIFE_SECONDS = 30 * 60
const MAX_LIFE_SECONDS = 24 * 60 * 60
/** Stripe measures on its own clock and is not strict to the second. */
const CLOCK_SLACK_SECONDS = 5

const refuseUnpayable = (params: SessionCreate) => {
  const currencies = new Set(params.line_items.map((line) => line.price_data.currency))
  const [currency] = currencies
  if (currency === undefined || currencies.size > 1) {
    throw invalidRequest({ message: 'All line items must have the same currency.' })
  }
  refuseAmount({ amount: amountOf(params), currency })
  if (params.expires_at === undefined) return
  const life = params.expires_at - unixSeconds()
  if (life < MIN_LIFE_SECONDS - CLOCK_SLACK_SECONDS) {
    throw invalidRequest({
      param: 'expires_at',
      message:
        'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
    })
  }
  if (life > MAX_LIFE_SECONDS + CLOCK_SLACK_SECONDS) {
    throw invalidRequest({
      param: 'expires_at',
      message:
        'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    })
  }
}

const refuseAmount = ({ amount, currency }: { amount: number; currency: string }) => {
  const param = 'line_items[0][price_data][unit_amount]'
  if (amount < (MINIMUM[currency] ?? 1)) {
    throw invalidRequest({
      code: 'amount_too_small',
      message: `The Checkout Session's total amount due must add up to at least ${MINIMUM[currency] ?? 1} ${currency}`,
    })
  }
  if (amount > MAXIMUM) {
    throw invalidRequest({
      code: 'amount_too_large',
      message: `The Checkout Session's total amount must be no more than ${MAXIMUM} ${currency}`,
    })
  }
  const needsWholeUnits = TWO_DECIMALS_WITHOUT_CENTS.includes(currency) && amount % 100 !== 0
  const needsLastZero = THREE_DECIMALS.includes(currency) && amount % 10 !== 0
  if (needsWholeUnits || needsLastZero) {
    throw new ApiError({
      status: 400,
      type: 'invalid_request_error',
      code: 'invalid_charge_amount_no_decimal_compatible',
      param,
      message: `Amounts in ${currency} must not have decimals that cannot be charged.`,
    })
  }
}
