import type { Payload, PayloadRequest } from 'payload'

import { inOwnTransaction, moveRecord, requestFor } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Failure, type Result } from '#plugins/kernel/domain'
import { paymentPortOf } from '../adapters/payment-port'
import type { Checkout, PaymentProvider, ProviderFailure } from '../domain'
import { attemptsFor, findAttempt, type StoredAttempt } from '../queries/stored-attempt'
import { applyFacts } from './apply-facts'

/**
 * Opens the payment page of a prepared attempt and returns its address. Runs outside every
 * transaction: the attempt is committed before the provider is asked, and asking again, after a lost
 * answer or a second click, gives the same page.
 */
export const openCheckout = async ({
  payload,
  attemptId,
}: {
  payload: Payload
  attemptId: string
}): Promise<Result<{ attemptId: string; url: string }>> => {
  const { provider } = paymentPortOf(payload)
  const outside = await systemRequest(payload)
  const attempt = await findAttempt({ req: outside, id: attemptId })
  if (!attempt || !provider) return refuseMissing('payment')
  if (attempt.isPayable && attempt.url) return ok({ attemptId, url: attempt.url })
  if (!attempt.isAskable) return refuseOver()

  const closed = await closeOthers({ payload, provider, attempt })
  if (!closed.ok) return closed

  const { request } = attempt
  const checkout = await provider.createCheckout({
    attemptId,
    subject: attempt.subject,
    amount: attempt.amount,
    title: request.title,
    ...(request.payerEmail ? { payerEmail: request.payerEmail } : {}),
    successUrl: request.successUrl,
    cancelUrl: request.cancelUrl,
    expiresAt: attempt.expiresAt,
    idempotencyKey: attempt.idempotencyKey,
  })
  if (!checkout.ok) {
    // Nobody knows whether an unanswered question was heard: the attempt stays and is asked again.
    if (checkout.failure.code !== 'provider-unavailable')
      await giveUp({ payload, attemptId, failure: checkout.failure })
    return refused(checkout.failure)
  }
  return await storePage({ payload, attemptId, checkout: checkout.value })
}

/** Pages of the same record over another amount would take money twice: they are closed first. */
const closeOthers = async ({
  payload,
  provider,
  attempt,
}: {
  payload: Payload
  provider: PaymentProvider
  attempt: StoredAttempt
}): Promise<Result<null>> => {
  const all = await attemptsFor({ req: await systemRequest(payload), subject: attempt.subject })
  for (const { id, sessionId, state } of all) {
    if (id === attempt.id || state !== 'open' || sessionId === null) continue
    const after = await provider.expireCheckout({ checkoutRef: sessionId })
    if (!after.ok && after.failure.code !== 'checkout-missing') return refused(after.failure)
    if (!after.ok) continue
    const facts = after.value
    await inTransaction({ payload, run: async (req) => await applyFacts({ req, facts }) })
    if (facts.status === 'paid' || facts.status === 'processing')
      return refuseState({
        code: 'payment-under-way',
        message: 'A payment for this has just been made. Please look again in a minute.',
      })
  }
  return ok(null)
}

const storePage = async ({
  payload,
  attemptId,
  checkout,
}: {
  payload: Payload
  attemptId: string
  checkout: Checkout
}): Promise<Result<{ attemptId: string; url: string }>> =>
  await inTransaction({
    payload,
    run: async (req) => {
      const now = await findAttempt({ req, id: attemptId, lock: true })
      if (now?.isAskable) {
        const moved = await moveRecord({
          req,
          collection: 'payment-attempts',
          id: attemptId,
          to: 'open',
          data: {
            sessionId: checkout.checkoutRef,
            url: checkout.url,
            expiresAt: checkout.expiresAt,
          },
          what: 'payment',
        })
        if (!moved.ok) return moved
      }
      // The page was closed or paid before its address was stored.
      if (checkout.url === null || (now && !now.isAskable && !now.isPayable)) return refuseOver()
      return ok({ attemptId, url: checkout.url })
    },
  })

const giveUp = async ({
  payload,
  attemptId,
  failure,
}: {
  payload: Payload
  attemptId: string
  failure: ProviderFailure
}): Promise<void> => {
  await inTransaction({
    payload,
    run: async (req) => {
      const now = await findAttempt({ req, id: attemptId, lock: true })
      if (now?.state !== 'creating') return
      await moveRecord({
        req,
        collection: 'payment-attempts',
        id: attemptId,
        to: 'failed',
        data: { problem: failure.message },
        what: 'payment',
      })
    },
  })
}

const inTransaction = async <Value>({
  payload,
  run,
}: {
  payload: Payload
  run: (req: PayloadRequest) => Promise<Value>
}): Promise<Value> => {
  const req = await systemRequest(payload)
  return await inOwnTransaction({ req, run: async () => await run(req) })
}

const systemRequest = async (payload: Payload): Promise<PayloadRequest> =>
  await requestFor({ payload, actor: { kind: 'system', id: 'checkout' } })

const refuseOver = () =>
  refuseState({
    code: 'payment-page-closed',
    message: 'This payment page is closed. Please start the payment again.',
  })

const refused = ({ code, message }: ProviderFailure): { ok: false; failure: Failure } =>
  refuseState({ code, message })
