import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { isCurrencyCode, isUuid, type Money, type SubjectRef } from '#plugins/kernel/domain'
import { paymentAttemptWorkflow, type StoredAttemptState } from '../domain'

/** What the provider was asked, kept so that asking again is the same question. */
const storedRequest = z.object({
  title: z.string(),
  payerEmail: z.string().nullable(),
  successUrl: z.string(),
  cancelUrl: z.string(),
  zone: z.string().default('UTC'),
})

const isState = (value: string): value is StoredAttemptState =>
  Object.hasOwn(paymentAttemptWorkflow.states, value)

const attemptRow = z
  .object({
    id: z.string(),
    state: z.string().refine(isState),
    provider: z.literal('stripe'),
    is_live: z.boolean(),
    subject_kind: z.string(),
    subject_id: z.string(),
    client_id: z.string().nullable(),
    amount_minor: wholeNumber,
    currency: z.string().refine(isCurrencyCode),
    idempotency_key: z.string(),
    request: storedRequest,
    session_id: z.string().nullable(),
    url: z.string().nullable(),
    booked_payment_ref: z.string().nullable(),
    expires_at: instant,
    is_askable: z.boolean(),
    is_payable: z.boolean(),
  })
  .transform((row) => ({
    id: row.id,
    state: row.state,
    provider: row.provider,
    livemode: row.is_live,
    subject: { kind: row.subject_kind, id: row.subject_id } satisfies SubjectRef,
    clientId: row.client_id,
    amount: { amountMinor: row.amount_minor, currency: row.currency } satisfies Money,
    idempotencyKey: row.idempotency_key,
    request: row.request,
    sessionId: row.session_id,
    url: row.url,
    bookedPaymentRef: row.booked_payment_ref,
    expiresAt: row.expires_at,
    /** Not yet answered, and late enough before its end to ask the provider (again). */
    isAskable: row.is_askable,
    /** Its page takes money, and for long enough to send a payer there. */
    isPayable: row.is_payable,
  }))

export type StoredAttempt = z.output<typeof attemptRow>

// A page must live for 30 minutes from the moment Stripe is asked.
const columns = `id, state, provider, coalesce(is_live, false) as is_live, subject_kind, subject_id,
  client_id, amount_minor, currency, idempotency_key, request, session_id, url, booked_payment_ref,
  expires_at,
  state = 'creating' and expires_at > now() + interval '31 minutes' as is_askable,
  state = 'open' and url is not null and expires_at > now() + interval '2 minutes' as is_payable`

/** An attempt by id, locked until the end of the transaction when `lock` is set. */
export const findAttempt = async ({
  req,
  id,
  lock = false,
}: {
  req: PayloadRequest
  id: string | null
  lock?: boolean
}): Promise<StoredAttempt | null> =>
  isUuid(id)
    ? await sqlOf(req).first({
        schema: attemptRow,
        text: `select ${columns} from payment_attempts where id = $1 ${lock ? 'for update' : ''}`,
        values: [id],
      })
    : null

/** All attempts for a record, the newest first. */
export const attemptsFor = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<StoredAttempt[]> =>
  await sqlOf(req).rows({
    schema: attemptRow,
    text: `select ${columns} from payment_attempts
      where subject_kind = $1 and subject_id = $2 order by created_at desc, id desc`,
    values: [subject.kind, subject.id],
  })
