import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { withPaymentPort } from './adapters/payment-port'
import { PaymentAttempts } from './collections/payment-attempts'
import { Payments } from './collections/payments'
import { WebhookEvents } from './collections/webhook-events'
import { closePaymentNotice } from './commands/close-payment-notice'
import { reviewPayment } from './commands/review-payment'
import { personalData } from './database/personal-data'
import { paymentAttemptWorkflow, paymentWorkflow } from './domain'
import { stripeWebhookEndpoint } from './endpoints/stripe-webhook'
import { closeCheckoutsJob } from './jobs/close-checkouts'
import { processWebhookJob } from './jobs/process-webhook'
import { reconcilePaymentsJob } from './jobs/reconcile-payments'
import type { PaymentsOptions } from './options'

export { bookPayment, type NewPayment } from './commands/book-payment'
export { closeCheckouts } from './commands/close-checkouts'
export { closePaymentNotice } from './commands/close-payment-notice'
export { openCheckout } from './commands/open-checkout'
export { type CheckoutWish, prepareCheckout } from './commands/prepare-checkout'
export { reviewPayment } from './commands/review-payment'
export type { PaymentsOptions } from './options'
export { checkoutProgress } from './queries/checkout-progress'
export { lockReceivedPayment, type ReceivedPayment } from './queries/received-payment'

/** How money comes in: online pages of a payment service, bank transfers, and one ledger for all. */
export const paymentsPlugin =
  (options: PaymentsOptions): Plugin =>
  (config) =>
    contribute({
      config: withPaymentPort({
        config: {
          ...config,
          collections: [...(config.collections ?? []), Payments, PaymentAttempts, WebhookEvents],
          endpoints: [...(config.endpoints ?? []), stripeWebhookEndpoint],
        },
        options,
      }),
      contribution: {
        plugin: 'payments',
        personalData,
        workflows: [paymentWorkflow, paymentAttemptWorkflow],
        events: [
          { name: 'payment.created', summary: 'A payment was entered in the ledger' },
          { name: 'payment.succeeded', summary: 'Money was received' },
          { name: 'payment.processing', summary: 'A bank payment is on its way' },
          { name: 'payment.failed', summary: 'A payment did not come, or was given back' },
          { name: 'payment.parked', summary: 'Money came, but not as asked: a person must look' },
          { name: 'payment.refund-received', summary: 'The payment service told of a refund' },
          { name: 'payment.dispute-opened', summary: 'A payer disputes a payment' },
          { name: 'payment.dispute-changed', summary: 'A dispute of a payment went on' },
          { name: 'payment.notice-closed', summary: 'A refund or dispute was dealt with' },
          { name: 'payment-attempt.opened', summary: 'A payment page was opened' },
          { name: 'payment-attempt.paid', summary: 'A payment page was paid' },
        ],
        commands: [reviewPayment, closePaymentNotice],
        jobs: [processWebhookJob, closeCheckoutsJob, reconcilePaymentsJob],
        subjects: {
          payment: { collection: 'payments', label: 'Payment' },
          'payment-attempt': { collection: 'payment-attempts', label: 'Payment attempt' },
        },
      },
    })
