export type {
  Checkout,
  CheckoutRequest,
  PaymentFacts,
  PaymentProvider,
  PaymentStatus,
  ProviderEvent,
  ProviderFailure,
  ProviderName,
  WebhookRefusal,
} from './provider'
export {
  afterSettlement,
  type AttemptState,
  type IgnoreReason,
  isPayable,
  type PaymentAttempt,
  type ReviewReason,
  settle,
  type Settlement,
} from './settlement'
export { paymentWorkflow, type PaymentState } from './payment-workflow'
export {
  attemptStateFrom,
  paymentAttemptWorkflow,
  type StoredAttemptState,
} from './payment-attempt-workflow'
