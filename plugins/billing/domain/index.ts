export {
  type ComputedInvoice,
  type ComputedLine,
  computeInvoice,
  creditNoteOf,
  type DocumentType,
  type InvoiceTotals,
  invoiceDueOn,
  type TaxRounding,
  type TaxSubtotal,
} from './invoice'
export {
  type DraftGroup,
  type DraftGrouping,
  type DraftLine,
  type InvoiceDraft,
  invoiceDraftFrom,
  type StoredBillLine,
} from './invoice-draft'
export {
  type InvoiceLine,
  type LineQuantity,
  type LineTax,
  isLineReckonable,
  lineNet,
  lumpSum,
  type TaxCategory,
  taxCategories,
} from './invoice-line'
export {
  feeDueAfter,
  type GuaranteeTerms,
  type LeavingFacts,
  type RebateCondition,
  type RebateRules,
  rebateConditions,
  rebateFor,
  splitFee,
} from './placement-fee'
export {
  type AgedInvoice,
  type AgingBucket,
  type AgingRow,
  agingBuckets,
  agingOf,
  allocatePayment,
  balanceOf,
  bucketOf,
  type InvoiceBalance,
  type ReceivedPayment,
  receiptProblems,
  type Settlement,
} from './receivables'
export {
  invoiceWorkflow,
  type InvoiceState,
  isCreditable,
  isCreditedInvoice,
  isOpenInvoice,
  isOverdue,
  isPublishedInvoice,
  openInvoiceStates,
  publishedInvoiceStates,
} from './invoice-workflow'
export {
  bankSnapshot,
  paperStyleFor,
  partyOf,
  partySnapshot,
  type PartySnapshot,
  type PostalAddress,
  sellerSnapshot,
  type SellerSnapshot,
} from './party'
export { lineTaxFor, type DatedTaxRate, taxRateOn } from './line-tax'
export { describeGroup, detailOfGroup } from './line-words'
export { taxSubtotals } from './tax-subtotals'
