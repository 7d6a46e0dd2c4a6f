import { randomBytes } from 'node:crypto'
import Stripe from 'stripe'
import type { RefundCreate, SessionCreate } from './params'

export const idOf = (prefix: string, length = 24): string =>
  `${prefix}_${randomBytes(length).toString('base64url').replaceAll(/[-_]/g, 'x').slice(0, length)}`

export const unixSeconds = (): number => Math.floor(Date.now() / 1000)

/** A day, which is what Stripe gives a session whose expiry was not named. */
const DEFAULT_LIFE_SECONDS = 24 * 60 * 60

export const amountOf = (params: SessionCreate): number =>
  params.line_items.reduce((sum, line) => sum + line.quantity * line.price_data.unit_amount, 0)

export const makeSession = ({
  params,
  pageUrl,
}: {
  params: SessionCreate
  pageUrl: string
}): Stripe.Checkout.Session => {
  const id = idOf('cs_test', 58)
  const created = unixSeconds()
  const amount = amountOf(params)
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: amount,
    amount_total: amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created,
    currency: params.line_items[0]?.price_data.currency ?? null,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: params.expires_at ?? created + DEFAULT_LIFE_SECONDS,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: { ...params.metadata },
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card', 'sepa_debit'],
    payment_status: 'unpaid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: params.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${pageUrl}/${id}`,
    wallet_options: null,
  }
}

export const makeIntent = ({
  session,
  metadata,
  description,
}: {
  session: Stripe.Checkout.Session
  metadata: Stripe.Metadata
  description: string | null
}): Stripe.PaymentIntent => {
  const id = idOf('pi')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${idOf('x', 25).slice(2)}`,
    confirmation_method: 'automatic',
    created: unixSeconds(),
    currency: session.currency ?? '',
    customer: null,
    customer_account: null,
    description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: session.livemode,
    managed_payments: null,
    metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: session.customer_email,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_group: null,
  }
}

export const makeRefund = ({
  params,
  intent,
  amount,
  status,
}: {
  params: RefundCreate
  intent: Stripe.PaymentIntent
  amount: number
  status: string
}): Stripe.Refund => ({
  id: idOf('re'),
  object: 'refund',
  amount,
  balance_transaction: status === 'succeeded' ? idOf('txn') : null,
  charge: intent.latest_charge,
  created: unixSeconds(),
  currency: intent.currency,
  customer: null,
  customer_account: null,
  metadata: { ...params.metadata },
  payment_intent: intent.id,
  payment_method: null,
  reason: params.reason ?? null,
  receipt_number: null,
  source_transfer_reversal: null,
  status,
  transfer_reversal: null,
})

/** What the product reads of a dispute. */
type DisputeObject = Pick<Stripe.Dispute, 'id' | 'object' | 'payment_intent' | 'status' | 'amount'>

export type EventObject =
  | Stripe.Checkout.Session
  | Stripe.PaymentIntent
  | Stripe.Refund
  | DisputeObject

/** An event as it goes over the wire: the snapshot of one object at the moment of its change. */
export type WireEvent = {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: EventObject }
  livemode: boolean
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}

export const makeEvent = ({ type, object }: { type: string; object: EventObject }): WireEvent => ({
  id: idOf('evt'),
  object: 'event',
  api_version: Stripe.API_VERSION,
  created: unixSeconds(),
  data: { object: structuredClone(object) },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
})
