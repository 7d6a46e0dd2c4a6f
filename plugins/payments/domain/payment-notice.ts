import { formatMoney } from '#plugins/kernel/domain'
import type { ProviderEvent } from './provider'

/** What a payment service tells about money that is already in the books. */
export type PaymentNotice = {
  event: 'payment.refund-received' | 'payment.dispute-opened' | 'payment.dispute-changed'
  paymentRef: string
  /** For a person, in one line. */
  text: string
}

/** A refund or dispute as a notice for a person; null for any other event, or one without a payment. */
export const noticeOf = (event: ProviderEvent): PaymentNotice | null => {
  if (event.kind !== 'refund' && event.kind !== 'dispute') return null
  if (event.paymentRef === null) return null
  const { paymentRef } = event
  if (event.kind === 'dispute')
    return {
      event: event.type.endsWith('.created') ? 'payment.dispute-opened' : 'payment.dispute-changed',
      paymentRef,
      text: `Dispute ${event.disputeRef}: ${wordsOf(event.status)}`,
    }
  const amount = event.amount ? ` of ${formatMoney({ amount: event.amount, locale: 'en-GB' })}` : ''
  return {
    event: 'payment.refund-received',
    paymentRef,
    text: `Refund ${event.refundRef}${amount}: ${wordsOf(event.status)}`,
  }
}

/** The notices of a payment, the newest last; the same line is not told twice. */
export const withNotice = ({ known, text }: { known: string | null; text: string }): string => {
  const lines = known ? known.split('\n') : []
  return [...lines.filter((line) => line !== text), text].join('\n')
}

const wordsOf = (status: string): string => status.replaceAll('_', ' ')
