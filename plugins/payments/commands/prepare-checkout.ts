import type { PayloadRequest } from 'payload'

import { takeTurn } from '#plugins/kernel'
import {
  type Money,
  ok,
  refuseInput,
  refuseState,
  type Result,
  type SubjectRef,
  type Zone,
} from '#plugins/kernel/domain'
import { paymentPortOf } from '../adapters/payment-port'
import { attemptsFor, type StoredAttempt } from '../queries/stored-attempt'

export type CheckoutWish = {
  /** What is paid for, without knowing which plugin owns it. */
  subject: SubjectRef
  clientId: string | null
  amount: Money
  /** What the payer reads on the page: 'Invoice INV-2026-000123'. */
  title: string
  payerEmail: string | null
  /** Where the money is received: decides the day in the books. */
  zone: Zone
  /** Path on the site that the payer comes back to, beginning with a slash. */
  returnPath: string
}

const lifetimeHours = 12

/**
 * Writes down that something is about to be paid online, in the caller's transaction: the provider is
 * asked after the commit, by `openCheckout`. A second start for the same amount finds the same
 * attempt. The caller has checked that the actor may pay.
 */
export const prepareCheckout = async ({
  req,
  wish,
}: {
  req: PayloadRequest
  wish: CheckoutWish
}): Promise<Result<{ attemptId: string }>> => {
  const { provider, siteUrl } = paymentPortOf(req.payload)
  if (!provider)
    return refuseState({
      code: 'online-payment-off',
      message: 'Online payment is not available. Please pay by bank transfer.',
    })
  const { amount, subject } = wish
  if (amount.amountMinor <= 0) return refuseInput({ amount: 'There is nothing to pay.' })

  await lockSubject({ req, subject })
  const attempts = await attemptsFor({ req, subject })
  if (attempts.some(({ state }) => state === 'processing'))
    return refuseState({
      code: 'payment-under-way',
      message: 'A payment for this is already on its way; bank payments take a few days.',
    })
  const same = attempts.find(
    (attempt) =>
      attempt.livemode === provider.livemode &&
      isSameAmount({ attempt, amount }) &&
      (attempt.isAskable || attempt.isPayable),
  )
  if (same) return ok({ attemptId: same.id })

  const created = await req.payload.create({
    collection: 'payment-attempts',
    data: {
      state: 'creating',
      subjectKind: subject.kind,
      subjectId: subject.id,
      client: wish.clientId,
      amountMinor: amount.amountMinor,
      currency: amount.currency,
      isLive: provider.livemode,
      provider: provider.name,
      idempotencyKey: `${subject.kind}:${subject.id}:${amount.currency}:${amount.amountMinor}:try:${attempts.length + 1}`,
      request: {
        title: wish.title,
        payerEmail: wish.payerEmail,
        zone: wish.zone,
        successUrl: returnUrl({ siteUrl, path: wish.returnPath, outcome: 'done' }),
        cancelUrl: returnUrl({ siteUrl, path: wish.returnPath, outcome: 'cancelled' }),
      },
      expiresAt: new Date(Date.now() + lifetimeHours * 3_600_000).toISOString(),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return ok({ attemptId: created.id })
}

/** Two starts at the same moment prepare one after the other. */
const lockSubject = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<void> => {
  await takeTurn({ req, name: `checkout:${subject.kind}:${subject.id}` })
}

const isSameAmount = ({ attempt, amount }: { attempt: StoredAttempt; amount: Money }): boolean =>
  attempt.amount.amountMinor === amount.amountMinor && attempt.amount.currency === amount.currency

/** The page that waits for the confirmation; what it is told here is never believed. */
const returnUrl = ({
  siteUrl,
  path,
  outcome,
}: {
  siteUrl: string
  path: string
  outcome: 'done' | 'cancelled'
}): string => {
  const url = new URL(path, siteUrl)
  url.searchParams.set('payment', outcome)
  return url.href
}
