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
  isAcceptable,
  isPayable,
  type PaymentAttempt,
  type ReviewReason,
  settle,
  type Settlement,
} from './settlement'
export { noticeOf, type PaymentNotice, withNotice } from './payment-notice'
export { isReceived, paymentWorkflow, type PaymentState } from './payment-workflow'
export {
  attemptStateFrom,
  paymentAttemptWorkflow,
  type StoredAttemptState,
} from './payment-attempt-workflow'
