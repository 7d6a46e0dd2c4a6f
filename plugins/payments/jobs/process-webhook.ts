import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineJob, sqlOf, type Sql } from '#plugins/kernel'
import { paymentPortOf } from '../adapters/payment-port'
import { applyFacts } from '../commands/apply-facts'
import { noteOnPayment } from '../commands/note-on-payment'
import type { PaymentNotice, Settlement } from '../domain'
import { findAttempt } from '../queries/stored-attempt'

export const processWebhookQueue = 'process-webhook'

const paymentNotice: z.ZodType<PaymentNotice> = z.object({
  event: z.enum(['payment.refund-received', 'payment.dispute-opened', 'payment.dispute-changed']),
  paymentRef: z.string(),
  text: z.string(),
})

/** A refund may be told before its payment is booked: so often it is looked for again. */
const triesForPayment = 3

/**
 * Looks into one event of a payment service. What the event says is only where to look: the page is
 * retrieved again, since events come late, twice and in any order.
 */
export const processWebhookJob = defineJob({
  name: processWebhookQueue,
  input: z.object({
    provider: z.string(),
    eventId: z.string(),
    kind: z.string(),
    attemptId: z.string().nullable(),
    notice: paymentNotice.nullish(),
  }),
  leaseSeconds: 60,
  retryLimit: 10,
  retryDelaySeconds: 2,
  run: async ({ input, attempt: { isLast, payload, retryCount, transaction } }) => {
    const end = async ({ state, problem }: { state: EventState; problem: string | null }) => {
      await transaction(async ({ sql }) => await endEvent({ sql, input, state, problem }), {
        completing: true,
      })
    }
    const { notice } = input
    if (notice) {
      const isKnown = await transaction(
        async ({ req, sql }) => {
          const paymentId = await noteOnPayment({ req, provider: input.provider, notice })
          if (paymentId === null) return false
          await endEvent({ sql, input, state: 'needs_person', problem: notice.text, paymentId })
          return true
        },
        { completing: true },
      )
      if (isKnown) return
      if (retryCount < triesForPayment)
        throw new Error(`The payment of the event ${input.eventId} is not in the books yet.`)
      await end({ state: 'ignored', problem: 'No payment of ours has this number.' })
      return
    }
    const checkoutRef = await transaction(async ({ req }) => await pageOf({ req, input }))
    if (checkoutRef === null) {
      await end({ state: 'ignored', problem: 'Nothing here belongs to a payment page of ours.' })
      return
    }
    const { provider } = paymentPortOf(payload)
    if (!provider) throw new Error('Online payment was switched off.')
    const looked = await provider.retrieveCheckout({ checkoutRef })
    if (!looked.ok && looked.failure.code === 'checkout-missing') {
      await end({ state: 'ignored', problem: looked.failure.message })
      return
    }
    if (!looked.ok) {
      if (!isLast) throw new Error(looked.failure.message)
      await end({ state: 'failed', problem: looked.failure.message })
      return
    }
    const facts = looked.value
    await transaction(
      async ({ req, sql }) => {
        const settlement = await applyFacts({ req, facts })
        await endEvent({ sql, input, ...outcomeOf(settlement) })
      },
      { completing: true },
    )
  },
})

type EventState = 'processed' | 'ignored' | 'failed' | 'needs_person'
type EventKey = { provider: string; eventId: string }

/** The payment page an event is about, or null when it is about something else or was done before. */
const pageOf = async ({
  req,
  input: { attemptId, eventId, provider },
}: {
  req: PayloadRequest
  input: EventKey & { attemptId: string | null }
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ checkout_ref: z.string().nullable() }),
    text: `select checkout_ref from webhook_events where provider = $1 and event_id = $2`,
    values: [provider, eventId],
  })
  if (!row) throw new Error(`The event ${eventId} was not kept.`)
  if (row.checkout_ref) return row.checkout_ref
  const attempt = await findAttempt({ req, id: attemptId })
  return attempt?.sessionId ?? null
}

const endEvent = async ({
  sql,
  input,
  state,
  problem,
  paymentId = null,
}: {
  sql: Sql
  input: EventKey
  state: EventState
  problem: string | null
  paymentId?: string | null
}): Promise<void> => {
  await sql.run({
    text: `update webhook_events set state = $3, problem = $4, payment_id = $5,
        processed_at = now(), updated_at = now()
      where provider = $1 and event_id = $2`,
    values: [input.provider, input.eventId, state, problem, paymentId],
  })
}

const outcomeOf = (settlement: Settlement): { state: EventState; problem: string | null } => {
  switch (settlement.kind) {
    case 'book':
    case 'advance':
      return { state: 'processed', problem: null }
    case 'review':
      return { state: 'processed', problem: settlement.reason }
    case 'ignore':
      return { state: 'ignored', problem: settlement.reason }
  }
}
