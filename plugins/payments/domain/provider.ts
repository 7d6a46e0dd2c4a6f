import type { Instant, Money, Result, SubjectRef } from '#plugins/kernel/domain'

/** What a payment service does for us. Adapters implement it; commands and jobs know only this. */
export type PaymentProvider = {
  name: ProviderName
  /** True when real money moves. */
  livemode: boolean
  /**
   * Opens a hosted payment page for exactly this amount. The same key with the same request gives
   * the same page, so a caller whose answer was lost asks again; store the key before asking.
   */
  createCheckout: (request: CheckoutRequest) => Promise<Result<Checkout, ProviderFailure>>
  /** What the provider knows about a page now: the only ground, beside webhooks, to book money. */
  retrieveCheckout: (page: {
    checkoutRef: string
  }) => Promise<Result<PaymentFacts, ProviderFailure>>
  /** Closes a page. Returns the facts after it: a page that was paid meanwhile stays paid. */
  expireCheckout: (page: { checkoutRef: string }) => Promise<Result<PaymentFacts, ProviderFailure>>
  /** Reads a webhook from the bytes that came, and refuses what the provider did not sign just now. */
  parseWebhook: (webhook: {
    body: Uint8Array
    signature: string | null
  }) => Result<ProviderEvent, WebhookRefusal>
}

export type ProviderName = 'stripe'

export type CheckoutRequest = {
  attemptId: string
  /** What is paid for, such as an invoice, without knowing which plugin owns it. */
  subject: SubjectRef
  amount: Money
  /** What the payer reads on the page, such as 'Invoice INV-2026-000123'. */
  title: string
  payerEmail?: string
  /** Absolute. May contain `{CHECKOUT_SESSION_ID}`. */
  successUrl: string
  /** Absolute. */
  cancelUrl: string
  /** Stripe takes 30 minutes to 24 hours from now. The same on every retry. */
  expiresAt: Instant
  idempotencyKey: string
}

export type Checkout = {
  checkoutRef: string
  /** Where the payer goes; null once the page is closed. */
  url: string | null
  expiresAt: Instant
}

export type PaymentStatus = 'open' | 'processing' | 'expired' | 'failed' | 'paid'

/** One payment as the provider tells it, whichever way we heard. */
export type PaymentFacts = {
  provider: ProviderName
  checkoutRef: string
  /** The provider's name for the payment itself; null until somebody tried to pay. */
  paymentRef: string | null
  status: PaymentStatus
  /** What was asked or, once paid, received; null in a currency we cannot read. */
  amount: Money | null
  livemode: boolean
  /** What we wrote on it; null when it is not one of ours. */
  attemptId: string | null
  subject: SubjectRef | null
}

type EventBase = { eventId: string; type: string; livemode: boolean; occurredAt: Instant }

/**
 * A verified event. It says what to look at, not what is true: events come twice, late and in any
 * order, so a job retrieves the object again before it decides.
 */
export type ProviderEvent =
  | (EventBase & { kind: 'checkout'; facts: PaymentFacts })
  | (EventBase & { kind: 'payment'; paymentRef: string; attemptId: string | null })
  | (EventBase & {
      kind: 'refund'
      refundRef: string
      paymentRef: string | null
      status: string
      amount: Money | null
    })
  | (EventBase & { kind: 'dispute'; disputeRef: string; paymentRef: string | null; status: string })
  | (EventBase & { kind: 'other' })

/**
 * - `provider-unavailable`: no answer, too busy, or broken; try again later
 * - `amount-not-payable`: too little, too much or too fine for the provider
 * - `currency-not-payable`: the provider does not take this currency
 * - `checkout-missing`: the provider has no such page
 */
export type ProviderFailure = {
  code: 'provider-unavailable' | 'amount-not-payable' | 'currency-not-payable' | 'checkout-missing'
  message: string
}

/** All of these answer 400: the sender is not the provider, or not now. */
export type WebhookRefusal = {
  code: 'signature-missing' | 'signature-invalid' | 'signature-expired' | 'body-unreadable'
  message: string
}
