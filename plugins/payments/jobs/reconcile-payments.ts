import { z } from 'zod'

import { defineJob, moveRecord, type Sql } from '#plugins/kernel'
import { paymentPortOf } from '../adapters/payment-port'
import { applyFacts } from '../commands/apply-facts'
import { findAttempt } from '../queries/stored-attempt'

const batchSize = 25

/**
 * Asks the provider about payment pages that have been silent, so that a webhook that never came is
 * made up for. The older a page, the rarer it is asked about.
 */
export const reconcilePaymentsJob = defineJob({
  name: 'reconcile-payments',
  input: z.object({}),
  leaseSeconds: 300,
  retryLimit: 1,
  retryDelaySeconds: 10,
  cron: '* * * * *',
  run: async ({ attempt: { payload, transaction } }) => {
    const { provider } = paymentPortOf(payload)
    if (!provider) return
    for (const attemptId of await transaction(async ({ sql }) => await unanswered(sql)))
      await transaction(async ({ req }) => {
        const attempt = await findAttempt({ req, id: attemptId, lock: true })
        if (!attempt || attempt.state !== 'creating') return
        await moveRecord({
          req,
          collection: 'payment-attempts',
          id: attemptId,
          to: 'expired',
          data: { problem: 'The payment service was never reached.' },
          what: 'payment',
        })
      })
    const due = await transaction(async ({ sql }) => await silentPages(sql))
    for (const { id, session_id: checkoutRef } of due) {
      // First, so that a page that breaks goes to the end of the queue instead of staying its head.
      await transaction(async ({ sql }) => {
        await sql.run({
          text: 'update payment_attempts set checked_at = now() where id = $1',
          values: [id],
        })
      })
      try {
        const looked = await provider.retrieveCheckout({ checkoutRef })
        if (looked.ok)
          await transaction(async ({ req }) => {
            await applyFacts({ req, facts: looked.value })
          })
        else
          payload.logger.warn({
            msg: 'A payment page could not be looked up',
            code: looked.failure.code,
            attempt: id,
          })
      } catch (err) {
        // One broken page must not keep the others from being looked up.
        payload.logger.error({ msg: 'A payment page broke its look-up', err, attempt: id })
      }
    }
  },
})

/** Pages still open or paid for with money on its way, unasked for a fifth of their age. */
const silentPages = async (sql: Sql) =>
  await sql.rows({
    schema: z.object({ id: z.string(), session_id: z.string() }),
    text: `select id, session_id from payment_attempts
      where state in ('open', 'processing') and session_id is not null
        and created_at < now() - interval '2 minutes'
        and (checked_at is null
          or checked_at < now() - greatest(interval '1 minute', (now() - created_at) / 5))
      order by checked_at nulls first, created_at limit $1`,
    values: [batchSize],
  })

/** Attempts whose question was never answered and whose time is over. */
const unanswered = async (sql: Sql): Promise<string[]> =>
  (
    await sql.rows({
      schema: z.object({ id: z.string() }),
      text: `select id from payment_attempts where state = 'creating' and expires_at < now() limit $1`,
      values: [batchSize],
    })
  ).map(({ id }) => id)
