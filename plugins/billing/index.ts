import type { CollectionConfig, Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { Allocations } from './collections/allocations'
import { InvoiceLines } from './collections/invoice-lines'
import { Invoices } from './collections/invoices'
import { allocatePayment } from './commands/allocate-payment'
import { creditInvoice } from './commands/credit-invoice'
import { draftFeeInvoice } from './commands/draft-fee-invoice'
import { draftInvoice } from './commands/draft-invoice'
import { draftInvoiceFromTime } from './commands/draft-invoice-from-time'
import { issueInvoice } from './commands/issue-invoice'
import { invoicePayPurpose, payInvoice } from './commands/pay-invoice'
import { recordPayment } from './commands/record-payment'
import { sendInvoice } from './commands/send-invoice'
import { voidDraftInvoice } from './commands/void-draft-invoice'
import { personalData } from './database/personal-data'
import { invoiceWorkflow } from './domain'
import { checkoutStatusEndpoint, startCheckoutEndpoint } from './endpoints/invoice-checkout'
import { renderInvoicePdfJob } from './jobs/render-invoice-pdf'
import type { BillingOptions } from './options'
import { allocateReceivedPayment } from './reactions/allocate-received-payment'
import { closePaymentPages } from './reactions/close-payment-pages'
import { watchPaymentHabits } from './reactions/watch-payment-habits'

export { allocatePayment } from './commands/allocate-payment'
export { creditInvoice } from './commands/credit-invoice'
export { draftFeeInvoice } from './commands/draft-fee-invoice'
export { draftInvoice } from './commands/draft-invoice'
export { draftInvoiceFromTime } from './commands/draft-invoice-from-time'
export { issueInvoice } from './commands/issue-invoice'
export { payInvoice, startInvoiceCheckout } from './commands/pay-invoice'
export { recordPayment } from './commands/record-payment'
export { sendInvoice } from './commands/send-invoice'
export { voidDraftInvoice } from './commands/void-draft-invoice'
export type { BillingOptions } from './options'
export { agedReceivables, type ClientReceivables } from './queries/aged-receivables'
export { invoiceForClient, type InvoiceForClient } from './queries/invoice-for-client'
export { invoiceList, invoicesOfClient, type InvoiceSummary } from './queries/invoice-list'
export { paymentsLeft, type PaymentLeft } from './queries/payments-left'
export { unbilledTime, type UnbilledClient } from './queries/unbilled-time'

/** What clients owe: invoices from approved time and placement fees, their payments and balances. */
export const billingPlugin =
  (options: BillingOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        collections: [
          ...(config.collections ?? []).map(withSettleActions),
          Invoices,
          InvoiceLines,
          Allocations,
        ],
        endpoints: [
          ...(config.endpoints ?? []),
          startCheckoutEndpoint(options),
          checkoutStatusEndpoint,
        ],
      },
      contribution: {
        plugin: 'billing',
        personalData,
        workflows: [invoiceWorkflow],
        events: [
          { name: 'invoice.created', summary: 'An invoice was drafted' },
          { name: 'invoice.issued', summary: 'An invoice or credit note got its number' },
          {
            name: 'invoice.without-recipient',
            summary: 'Nobody to send it to: add a billing e-mail',
          },
          { name: 'invoice.sent-again', summary: 'An invoice is sent once more' },
          { name: 'invoice.printed', summary: 'The PDF of an issued invoice is stored' },
          { name: 'invoice.part-paid', summary: 'A part of an invoice was paid' },
          { name: 'invoice.paid', summary: 'An invoice is settled' },
          { name: 'invoice.credited', summary: 'An invoice was undone by a credit note' },
          { name: 'invoice.voided', summary: 'A draft was dropped' },
          { name: 'allocation.created', summary: 'A payment settles (or frees) an invoice' },
        ],
        commands: [
          draftInvoiceFromTime,
          draftFeeInvoice,
          draftInvoice,
          issueInvoice,
          sendInvoice,
          voidDraftInvoice,
          creditInvoice,
          recordPayment,
          allocatePayment,
          payInvoice,
        ],
        reactions: [allocateReceivedPayment, closePaymentPages, watchPaymentHabits],
        jobs: [renderInvoicePdfJob(options)],
        links: [
          {
            purpose: invoicePayPurpose,
            label: 'See and pay an invoice',
            path: ({ id }) => `/portal/invoices/${id}`,
            lifetimeDays: 120,
            spentByAct: false,
          },
        ],
        searches: [
          {
            kind: 'invoice',
            plural: 'Invoices',
            title: ['number', 'client'],
            detail: ['issueOn', 'purchaseOrder'],
          },
        ],
        subjects: {
          invoice: { collection: 'invoices', label: 'Invoice' },
          allocation: { collection: 'allocations', label: 'Allocation' },
        },
      },
    })

/** Payments know nothing of invoices: what settles one stands beside their own actions. */
const withSettleActions = (collection: CollectionConfig): CollectionConfig =>
  collection.slug === 'payments'
    ? {
        ...collection,
        admin: {
          ...collection.admin,
          components: {
            ...collection.admin?.components,
            edit: {
              ...collection.admin?.components?.edit,
              beforeDocumentControls: [
                ...(collection.admin?.components?.edit?.beforeDocumentControls ?? []),
                '/plugins/billing/admin/SettleActions#SettleActions',
              ],
            },
          },
        },
      }
    : collection
