import { z } from 'zod'

import { defineJob, moveRecord } from '#plugins/kernel'
import { currencyCode } from '#plugins/kernel/domain'
import { paymentPortOf } from '../adapters/payment-port'
import { applyFacts } from '../commands/apply-facts'
import { attemptsFor, findAttempt } from '../queries/stored-attempt'

export const closeCheckoutsQueue = 'close-checkouts'

/**
 * Closes the open payment pages of a record that is settled otherwise or over another amount now, so
 * that nobody pays twice. A page that was paid meanwhile stays paid and is booked.
 */
export const closeCheckoutsJob = defineJob({
  name: closeCheckoutsQueue,
  input: z.object({
    subject: z.object({ kind: z.string(), id: z.string() }),
    keep: z.object({ amountMinor: z.number(), currency: currencyCode }).nullable(),
  }),
  leaseSeconds: 120,
  retryLimit: 10,
  retryDelaySeconds: 2,
  run: async ({ input: { keep, subject }, attempt: { payload, transaction } }) => {
    const { provider } = paymentPortOf(payload)
    const attempts = await transaction(async ({ req }) => await attemptsFor({ req, subject }))
    for (const { amount, id, state, sessionId } of attempts) {
      if (keep && amount.amountMinor === keep.amountMinor && amount.currency === keep.currency)
        continue
      // Not asked for yet, or its answer on the way: whoever asks finds it over and shows no page.
      if (state === 'creating')
        await transaction(async ({ req }) => {
          const now = await findAttempt({ req, id, lock: true })
          if (now?.state !== 'creating') return
          await moveRecord({
            req,
            collection: 'payment-attempts',
            id,
            to: 'expired',
            data: { problem: 'Settled otherwise before its page was opened.' },
            what: 'payment',
          })
        })
      if (state !== 'open' || sessionId === null || !provider) continue
      const after = await provider.expireCheckout({ checkoutRef: sessionId })
      if (after.ok)
        await transaction(async ({ req }) => {
          await applyFacts({ req, facts: after.value })
        })
      else if (after.failure.code !== 'checkout-missing') throw new Error(after.failure.message)
    }
  },
})
