import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { moveRecord, sqlOf, todayAt } from '#plugins/kernel'
import type { Money, SubjectRef } from '#plugins/kernel/domain'
import type { PaymentState, ReviewReason } from '../domain'

export type NewPayment = {
  provider: 'stripe' | 'bank' | 'cash' | 'other'
  /** The provider's own number; a payment is booked once per provider and number. */
  providerRef?: string | null
  /** Null when it came in a currency we cannot read: entered as zero of ISO 4217's “no currency”. */
  amount: Money | null
  subject: SubjectRef | null
  clientId: string | null
  attemptId?: string | null
  isLive: boolean
  reference?: string | null
  note?: string | null
  /** Absent: today, in UTC. */
  receivedOn?: string
}

/**
 * Enters a payment in the ledger, or moves the one already there. Returns its id; a payment that
 * has already ended is left alone. The event of the state follows (`payment.succeeded`). For
 * providers with numbers of their own the caller holds the lock of the page.
 */
export const bookPayment = async ({
  req,
  payment,
  to,
  reviewReason,
}: {
  req: PayloadRequest
  payment: NewPayment
  to: Exclude<PaymentState, 'pending'>
  reviewReason?: ReviewReason
}): Promise<string> => {
  const known = await findBooked({ req, payment })
  if (known && (known.state === to || isSettled(known.state))) return known.id
  const id = known?.id ?? (await enter({ req, payment }))
  const moved = await moveRecord({
    req,
    collection: 'payments',
    id,
    to,
    data: reviewReason ? { reviewReason } : {},
    what: 'payment',
  })
  if (!moved.ok) throw new Error(moved.failure.message)
  return id
}

/** Received, or in the hands of a person: the provider's word no longer moves it. */
const isSettled = (state: string): boolean => state === 'succeeded' || state === 'needs_review'

const findBooked = async ({ req, payment }: { req: PayloadRequest; payment: NewPayment }) =>
  payment.providerRef
    ? await sqlOf(req).first({
        schema: z.object({ id: z.string(), state: z.string() }),
        text: `select id, state from payments where provider = $1 and provider_ref = $2 for update`,
        values: [payment.provider, payment.providerRef],
      })
    : null

const enter = async ({
  req,
  payment,
}: {
  req: PayloadRequest
  payment: NewPayment
}): Promise<string> => {
  const created = await req.payload.create({
    collection: 'payments',
    data: {
      state: 'pending',
      provider: payment.provider,
      providerRef: payment.providerRef ?? null,
      amountMinor: payment.amount?.amountMinor ?? 0,
      currency: payment.amount?.currency ?? 'XXX',
      receivedOn: payment.receivedOn ?? (await todayAt({ req, zone: 'UTC' })),
      subjectKind: payment.subject?.kind ?? null,
      subjectId: payment.subject?.id ?? null,
      client: payment.clientId,
      attempt: payment.attemptId ?? null,
      isLive: payment.isLive,
      reference: payment.reference ?? null,
      note: payment.note ?? null,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return created.id
}
