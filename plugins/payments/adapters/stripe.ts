import Stripe from 'stripe'
import {
  fromStripeAmount,
  instantAt,
  isCurrencyCode,
  type Money,
  ok,
  type Result,
  refuse,
  type SubjectRef,
  toStripeAmount,
} from '#plugins/kernel/domain'
import type {
  CheckoutRequest,
  PaymentFacts,
  PaymentProvider,
  PaymentStatus,
  ProviderEvent,
  ProviderFailure,
  WebhookRefusal,
} from '../domain'

export type StripeProviderOptions = {
  secretKey: string
  webhookSecret: string
  /** Only to talk to a stand-in instead of Stripe. */
  host?: string
  port?: number
  protocol?: 'http' | 'https'
}

const TIMEOUT_MS = 10_000
const RETRIES = 2

/**
 * Stripe behind the payment port: hosted Checkout Sessions with one line, the API version of the
 * installed package. Throws only for a broken set-up (wrong key) and for a bug (one idempotency
 * key for two requests); what can happen on any day comes back as a failure.
 */
export const createStripeProvider = ({
  secretKey,
  webhookSecret,
  host,
  port,
  protocol,
}: StripeProviderOptions): PaymentProvider => {
  const stripe = new Stripe(secretKey, {
    apiVersion: Stripe.API_VERSION,
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(protocol === undefined ? {} : { protocol }),
  })

  const retrieve = async (checkoutRef: string): Promise<PaymentFacts> =>
    factsOf(await stripe.checkout.sessions.retrieve(checkoutRef, { expand: ['payment_intent'] }))

  return {
    name: 'stripe',
    livemode: isLiveKey(secretKey),

    createCheckout: async (request) => {
      const unitAmount = toStripeAmount(request.amount)
      if (!unitAmount.ok) return refuseAmount(unitAmount.failure)
      return answered(async () => {
        const session = await stripe.checkout.sessions.create(
          sessionParams({ request, unitAmount: unitAmount.value }),
          { idempotencyKey: request.idempotencyKey },
        )
        return {
          checkoutRef: session.id,
          url: session.url,
          expiresAt: instantAt(session.expires_at * 1000),
        }
      })
    },

    retrieveCheckout: ({ checkoutRef }) => answered(() => retrieve(checkoutRef)),

    expireCheckout: ({ checkoutRef }) =>
      answered(async () => {
        const facts = await retrieve(checkoutRef)
        if (facts.status !== 'open') return facts
        try {
          return factsOf(await stripe.checkout.sessions.expire(checkoutRef))
        } catch (error) {
          // Paid or expired between the two calls: what it is now is the answer.
          if (error instanceof Stripe.errors.StripeInvalidRequestError) return retrieve(checkoutRef)
          throw error
        }
      }),

    parseWebhook: ({ body, signature }) => {
      if (signature === null || signature === '') {
        return refuse<WebhookRefusal>({
          code: 'signature-missing',
          message: 'The webhook carries no stripe-signature header.',
        })
      }
      try {
        return ok(eventOf(stripe.webhooks.constructEvent(body, signature, webhookSecret)))
      } catch (error) {
        return refuse(refusalOf(error))
      }
    },
  }
}

const isLiveKey = (secretKey: string): boolean => /^(sk|rk)_live_/.test(secretKey)

const sessionParams = ({
  request,
  unitAmount,
}: {
  request: CheckoutRequest
  unitAmount: number
}): Stripe.Checkout.SessionCreateParams => {
  const metadata = metadataOf(request)
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.amount.currency.toLowerCase(),
          unit_amount: unitAmount,
          product_data: { name: request.title },
        },
      },
    ],
    client_reference_id: request.subject.id,
    metadata,
    payment_intent_data: { metadata, description: request.title },
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.floor(Date.parse(request.expiresAt) / 1000),
    ...(request.payerEmail === undefined ? {} : { customer_email: request.payerEmail }),
  }
}

const metadataOf = ({ attemptId, subject }: CheckoutRequest): Record<string, string> => ({
  attempt: attemptId,
  subject_kind: subject.kind,
  subject_id: subject.id,
})

const attemptOf = (metadata: Stripe.Metadata | null): string | null => metadata?.attempt ?? null

const subjectOf = (metadata: Stripe.Metadata | null): SubjectRef | null => {
  const kind = metadata?.subject_kind
  const id = metadata?.subject_id
  return kind === undefined || id === undefined ? null : { kind, id }
}

const factsOf = (session: Stripe.Checkout.Session): PaymentFacts => {
  const intent = session.payment_intent
  const known = typeof intent === 'object' ? intent : null
  const status = statusOf({ session, intent: known })
  const received = status === 'paid' ? known?.amount_received : undefined
  return {
    provider: 'stripe',
    checkoutRef: session.id,
    paymentRef: refOf(intent),
    status,
    amount: moneyOf({ amount: received ?? session.amount_total, currency: session.currency }),
    livemode: session.livemode,
    attemptId: attemptOf(session.metadata),
    subject: subjectOf(session.metadata),
  }
}

/** A completed session is only paid when it says so: bank debits complete days before the money. */
const statusOf = ({
  session,
  intent,
}: {
  session: Stripe.Checkout.Session
  intent: Stripe.PaymentIntent | null
}): PaymentStatus => {
  if (session.payment_status === 'paid') return 'paid'
  if (session.status === 'expired') return 'expired'
  if (session.status !== 'complete') return 'open'
  const hasFailed = intent?.status === 'requires_payment_method' || intent?.status === 'canceled'
  return hasFailed ? 'failed' : 'processing'
}

const refOf = (reference: string | { id: string } | null): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null)

const moneyOf = ({
  amount,
  currency,
}: {
  amount: number | null
  currency: string | null
}): Money | null => {
  const code = currency?.toUpperCase() ?? ''
  if (amount === null || !isCurrencyCode(code)) return null
  const money = fromStripeAmount({ stripeAmount: amount, currency: code })
  return money.ok ? money.value : null
}

const eventOf = (event: Stripe.Event): ProviderEvent => {
  const base = {
    eventId: event.id,
    type: event.type,
    livemode: event.livemode,
    occurredAt: instantAt(event.created * 1000),
  }
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired':
      return { ...base, kind: 'checkout', facts: factsOf(event.data.object) }
    case 'checkout.session.async_payment_failed':
      // The snapshot names its payment without the state of it, which this event tells.
      return {
        ...base,
        kind: 'checkout',
        facts: { ...factsOf(event.data.object), status: 'failed' },
      }
    case 'payment_intent.succeeded':
    case 'payment_intent.processing':
    case 'payment_intent.partially_funded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled': {
      const { id, metadata } = event.data.object
      return { ...base, kind: 'payment', paymentRef: id, attemptId: attemptOf(metadata) }
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed': {
      const { id, payment_intent, status, amount, currency } = event.data.object
      return {
        ...base,
        kind: 'refund',
        refundRef: id,
        paymentRef: refOf(payment_intent),
        status: status ?? 'unknown',
        amount: moneyOf({ amount, currency }),
      }
    }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated': {
      const { id, payment_intent, status } = event.data.object
      return {
        ...base,
        kind: 'dispute',
        disputeRef: id,
        paymentRef: refOf(payment_intent),
        status,
      }
    }
    default:
      return { ...base, kind: 'other' }
  }
}

const refusalOf = (error: unknown): WebhookRefusal => {
  if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
    return error.message.includes('outside the tolerance zone')
      ? { code: 'signature-expired', message: 'The signature is older than five minutes.' }
      : { code: 'signature-invalid', message: 'The signature does not fit this endpoint and body.' }
  }
  if (error instanceof SyntaxError) {
    return { code: 'body-unreadable', message: 'The body is not JSON.' }
  }
  throw error
}

const answered = async <Value>(
  work: () => Promise<Value>,
): Promise<Result<Value, ProviderFailure>> => {
  try {
    return ok(await work())
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    return refuse(failure)
  }
}

/** What can happen on any day; null for what somebody must repair. */
const failureOf = (error: unknown): ProviderFailure | null => {
  const { errors } = Stripe
  if (
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeRateLimitError ||
    error instanceof errors.StripeAPIError
  ) {
    return {
      code: 'provider-unavailable',
      message: 'The payment service does not answer at the moment. Please try again in a minute.',
    }
  }
  if (!(error instanceof errors.StripeInvalidRequestError)) return null
  switch (error.code) {
    case 'resource_missing':
      return { code: 'checkout-missing', message: 'The payment service has no such payment page.' }
    case 'amount_too_small':
      return { code: 'amount-not-payable', message: 'This amount is too small to be paid online.' }
    case 'amount_too_large':
      return {
        code: 'amount-not-payable',
        message: 'This amount is too large to be paid online at once. Pay by bank transfer.',
      }
    case 'invalid_charge_amount_no_decimal_compatible':
      return {
        code: 'amount-not-payable',
        message: 'This amount cannot be charged exactly online. Pay by bank transfer.',
      }
    default:
      return null
  }
}

const refuseAmount = ({ code, message }: { code: string; message: string }) =>
  refuse<ProviderFailure>({
    code: code === 'currency-not-payable-online' ? 'currency-not-payable' : 'amount-not-payable',
    message,
  })
