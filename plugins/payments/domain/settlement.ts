import type { Money, SubjectRef } from '#plugins/kernel/domain'
import type { PaymentFacts, PaymentStatus, ProviderName } from './provider'

/** `pending`: stored, and the provider not yet asked. */
export type AttemptState = 'pending' | PaymentStatus

/** What is stored about one try to have something paid. */
export type PaymentAttempt = {
  id: string
  provider: ProviderName
  livemode: boolean
  subject: SubjectRef
  amount: Money
  state: AttemptState
  /** Null until the provider's answer was stored. */
  checkoutRef: string | null
  /** The payment that was booked for it; null until then. */
  bookedPaymentRef: string | null
}

export type ReviewReason =
  | 'unknown-attempt'
  | 'attempt-mismatch'
  | 'checkout-mismatch'
  | 'subject-mismatch'
  | 'livemode-mismatch'
  | 'currency-mismatch'
  | 'amount-mismatch'
  | 'no-payment-ref'
  | 'second-payment'

export type IgnoreReason = 'not-ours' | 'already-booked' | 'nothing-new' | ReviewReason

export type Settlement =
  /** Money came, exactly as asked: book it, unique by provider and payment. */
  | { kind: 'book'; paymentRef: string; amount: Money }
  /** No money, but the attempt moved on. */
  | { kind: 'advance'; to: PaymentStatus }
  | { kind: 'ignore'; reason: IgnoreReason }
  /** Money came, but not as asked: park it for a person, unique by provider and payment. */
  | { kind: 'review'; reason: ReviewReason; paymentRef: string; amount: Money | null }

/**
 * Decides what the provider's facts mean for a stored attempt (null when there is none). Money is
 * never dropped: what was paid is booked once or parked for review. States only move forward, so
 * facts that come twice or in any order end in the same state.
 */
export const settle = ({
  attempt,
  facts,
}: {
  attempt: PaymentAttempt | null
  facts: PaymentFacts
}): Settlement => {
  if (facts.attemptId === null) return { kind: 'ignore', reason: 'not-ours' }
  const mismatch = attempt === null ? 'unknown-attempt' : mismatchOf({ attempt, facts })
  if (facts.status !== 'paid') {
    if (attempt === null || mismatch !== null) {
      return { kind: 'ignore', reason: mismatch ?? 'unknown-attempt' }
    }
    return rankOf[facts.status] > rankOf[attempt.state]
      ? { kind: 'advance', to: facts.status }
      : { kind: 'ignore', reason: 'nothing-new' }
  }

  // Without a payment there is only the page to name the money by.
  const paymentRef = facts.paymentRef ?? facts.checkoutRef
  const review = (reason: ReviewReason): Settlement => ({
    kind: 'review',
    reason,
    paymentRef,
    amount: facts.amount,
  })
  if (attempt === null || mismatch !== null) return review(mismatch ?? 'unknown-attempt')
  if (facts.paymentRef === null) return review('no-payment-ref')
  if (attempt.bookedPaymentRef === facts.paymentRef) {
    return { kind: 'ignore', reason: 'already-booked' }
  }
  if (attempt.bookedPaymentRef !== null) return review('second-payment')
  return { kind: 'book', paymentRef, amount: attempt.amount }
}

/** The attempt after a decision; the caller books, parks and stores in one transaction. */
export const afterSettlement = ({
  attempt,
  settlement,
}: {
  attempt: PaymentAttempt
  settlement: Settlement
}): PaymentAttempt => {
  switch (settlement.kind) {
    case 'book':
      return { ...attempt, state: 'paid', bookedPaymentRef: settlement.paymentRef }
    case 'advance':
      return { ...attempt, state: settlement.to }
    case 'ignore':
    case 'review':
      return attempt
  }
}

/** Whether a person may take parked money into the books: never money of another mode, test or live. */
export const isAcceptable = ({ reviewReason }: { reviewReason: string | null }): boolean =>
  reviewReason !== ('livemode-mismatch' satisfies ReviewReason)

/** May a payer still be sent to the page of this attempt? */
export const isPayable = ({ state }: Pick<PaymentAttempt, 'state'>): boolean => state === 'open'

/** How far along a payment is; a later fact never takes an attempt back to an earlier rank. */
const rankOf: Record<AttemptState, number> = {
  pending: 0,
  open: 1,
  processing: 2,
  expired: 3,
  failed: 4,
  paid: 5,
}

const mismatchOf = ({
  attempt,
  facts,
}: {
  attempt: PaymentAttempt
  facts: PaymentFacts
}): ReviewReason | null => {
  if (facts.attemptId !== attempt.id || facts.provider !== attempt.provider) {
    return 'attempt-mismatch'
  }
  if (facts.livemode !== attempt.livemode) return 'livemode-mismatch'
  if (attempt.checkoutRef !== null && facts.checkoutRef !== attempt.checkoutRef) {
    return 'checkout-mismatch'
  }
  if (facts.subject?.kind !== attempt.subject.kind || facts.subject.id !== attempt.subject.id) {
    return 'subject-mismatch'
  }
  if (facts.amount?.currency !== attempt.amount.currency) return 'currency-mismatch'
  if (facts.amount.amountMinor !== attempt.amount.amountMinor) return 'amount-mismatch'
  return null
}
