import type { CollectionSlug } from 'payload'
import { z } from 'zod'

import { defineJob, lockRecord, moveRecord, type WorkContext, databaseNow } from '#plugins/kernel'

/** Marks offers and rights to represent whose time is over, and shortlists whose day has passed. */
export const expireAnswersJob = defineJob({
  name: 'expire-answers',
  input: z.object({}).loose(),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 30,
  cron: '10 * * * *',
  run: async ({ attempt }) => {
    await attempt.transaction(async (work) => {
      await expireAnswers(work)
    })
  },
})

const expireAnswers = async ({ req, sql }: Pick<WorkContext, 'req' | 'sql'>) => {
  const idRow = z.object({ id: z.string(), job_order_id: z.string() })
  const offers = await sql.rows({
    schema: idRow,
    text: `select id, job_order_id from offers where state = 'extended' and expires_at < now()
      order by job_order_id, id limit 200`,
  })
  const shortlists = await sql.rows({
    schema: idRow,
    // The day ends where the work is done, else where the client's employer of record sits.
    text: `select shortlist.id, shortlist.job_order_id from shortlists shortlist
      join job_orders job_order on job_order.id = shortlist.job_order_id
      join client_corporations client on client.id = shortlist.client_id
      left join work_locations location on location.id = job_order.work_location_id
      left join legal_entities entity on entity.id = client.legal_entity_id
      where shortlist.state in ('sent', 'partly_answered') and shortlist.due_on < to_char(
        now() at time zone coalesce(location.zone, entity.zone,
          (select zone from legal_entities order by created_at limit 1), 'UTC'), 'YYYY-MM-DD')
      order by shortlist.job_order_id, shortlist.id limit 200`,
  })
  const representations = await sql.rows({
    schema: idRow,
    text: `select id, job_order_id from representations
      where (state = 'asked' and expires_at < now())
        or (state = 'given' and valid_on::date < (now() at time zone 'UTC')::date)
      order by job_order_id, id limit 200`,
  })
  const now = await databaseNow(req)
  const expire = async ({
    collection,
    what,
    row,
    data,
  }: {
    collection: Extract<CollectionSlug, 'offers' | 'shortlists' | 'representations'>
    what: string
    row: z.output<typeof idRow>
    data: { resolvedAt?: string }
  }) => {
    await lockRecord({ req, collection: 'job-orders', id: row.job_order_id })
    const moved = await moveRecord({ req, collection, id: row.id, to: 'expired', data, what })
    // Somebody answered between the look and the lock: then nothing expires.
    return moved.ok
  }
  let expired = 0
  for (const row of offers)
    if (await expire({ collection: 'offers', what: 'offer', row, data: { resolvedAt: now } }))
      expired += 1
  for (const row of shortlists)
    if (await expire({ collection: 'shortlists', what: 'shortlist', row, data: {} })) expired += 1
  for (const row of representations)
    if (await expire({ collection: 'representations', what: 'right to represent', row, data: {} }))
      expired += 1
  return expired
}
