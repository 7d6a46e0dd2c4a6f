import type { PayloadRequest } from 'payload'

import { moveRecord, takeTurn, todayAt } from '#plugins/kernel'
import {
  attemptStateFrom,
  settle,
  type PaymentFacts,
  type PaymentStatus,
  type Settlement,
} from '../domain'
import { findAttempt, type StoredAttempt } from '../queries/stored-attempt'
import { bookPayment } from './book-payment'

/**
 * Applies what the provider knows about a payment page, in the caller's transaction: the one way
 * online money enters the books, whether a webhook or a look-up brought the facts. Facts that come
 * twice, late or in any order change nothing more.
 */
export const applyFacts = async ({
  req,
  facts,
}: {
  req: PayloadRequest
  facts: PaymentFacts
}): Promise<Settlement> => {
  await lockPage({ req, facts })
  const attempt = await findAttempt({ req, id: facts.attemptId, lock: true })
  const settlement = settle({
    attempt: attempt && {
      id: attempt.id,
      provider: attempt.provider,
      livemode: attempt.livemode,
      subject: attempt.subject,
      amount: attempt.amount,
      state: attemptStateFrom(attempt.state),
      checkoutRef: attempt.sessionId,
      bookedPaymentRef: attempt.bookedPaymentRef,
    },
    facts,
  })
  switch (settlement.kind) {
    case 'ignore':
      return settlement
    case 'advance':
      if (attempt) await advance({ req, attempt, to: settlement.to, facts })
      return settlement
    case 'book':
      if (attempt) await book({ req, attempt, settlement, facts })
      return settlement
    case 'review':
      await bookPayment({
        req,
        payment: {
          provider: facts.provider,
          providerRef: settlement.paymentRef,
          amount: settlement.amount,
          subject: attempt?.subject ?? facts.subject,
          clientId: attempt?.clientId ?? null,
          attemptId: attempt?.id ?? null,
          isLive: facts.livemode,
          receivedOn: await todayAt({ req, zone: attempt?.request.zone ?? 'UTC' }),
        },
        to: 'needs_review',
        reviewReason: settlement.reason,
      })
      return settlement
  }
}

/** Facts about one page are applied one after the other, also those of an attempt we do not know. */
const lockPage = async ({
  req,
  facts,
}: {
  req: PayloadRequest
  facts: PaymentFacts
}): Promise<void> => {
  await takeTurn({ req, name: `page:${facts.provider}:${facts.checkoutRef}` })
}

const book = async ({
  req,
  attempt,
  settlement,
  facts,
}: {
  req: PayloadRequest
  attempt: StoredAttempt
  settlement: Extract<Settlement, { kind: 'book' }>
  facts: PaymentFacts
}): Promise<void> => {
  await moveAttempt({
    req,
    attempt,
    to: 'paid',
    data: { bookedPaymentRef: settlement.paymentRef, sessionId: facts.checkoutRef },
  })
  await bookPayment({
    req,
    payment: {
      provider: facts.provider,
      providerRef: settlement.paymentRef,
      amount: settlement.amount,
      subject: attempt.subject,
      clientId: attempt.clientId,
      attemptId: attempt.id,
      isLive: facts.livemode,
      receivedOn: await todayAt({ req, zone: attempt.request.zone }),
    },
    to: 'succeeded',
  })
}

/** The attempt moved on without money; what is on its way or did not come shows in the ledger. */
const advance = async ({
  req,
  attempt,
  to,
  facts,
}: {
  req: PayloadRequest
  attempt: StoredAttempt
  to: PaymentStatus
  facts: PaymentFacts
}): Promise<void> => {
  await moveAttempt({ req, attempt, to, data: { sessionId: facts.checkoutRef } })
  if (facts.paymentRef === null || (to !== 'processing' && to !== 'failed')) return
  await bookPayment({
    req,
    payment: {
      provider: facts.provider,
      providerRef: facts.paymentRef,
      amount: attempt.amount,
      subject: attempt.subject,
      clientId: attempt.clientId,
      attemptId: attempt.id,
      isLive: facts.livemode,
      receivedOn: await todayAt({ req, zone: attempt.request.zone }),
    },
    to,
  })
}

const moveAttempt = async ({
  req,
  attempt,
  to,
  data,
}: {
  req: PayloadRequest
  attempt: StoredAttempt
  to: PaymentStatus
  data: { bookedPaymentRef?: string; sessionId: string }
}): Promise<void> => {
  const moved = await moveRecord({
    req,
    collection: 'payment-attempts',
    id: attempt.id,
    to,
    data,
    what: 'payment',
  })
  // The settlement only decides moves that the table has; anything else is a bug.
  if (!moved.ok) throw new Error(moved.failure.message)
}
