import { z } from 'zod'

import { wholeNumber, type Sql } from '../database/sql'
import { batchHash, firstHash, personalHash, sealedText, sha256 } from '../events/seal-text'
import { defineJob } from './define-job'

const batchSize = 1_000
const mostBatches = 200

/** One sealer at a time, in whatever process. */
const sealerLock = 7_421_002

/**
 * Seals the events committed since the last run. It takes no lock that a change of the world waits
 * for: an event whose transaction is still open is not seen yet and goes into a later batch.
 */
export const sealEventsJob = defineJob({
  name: 'seal-events',
  input: z.object({}),
  leaseSeconds: 300,
  retryLimit: 2,
  retryDelaySeconds: 10,
  cron: '* * * * *',
  run: async ({ attempt }) => {
    for (let batch = 0; batch < mostBatches; batch += 1) {
      const sealed = await attempt.transaction(async ({ sql }) => await sealBatch({ sql }))
      if (sealed < batchSize) return
    }
  },
})

/** Seals up to a batch of events and returns how many. Part of the caller's transaction. */
const sealBatch = async ({ sql }: { sql: Sql }): Promise<number> => {
  await sql.run({ text: 'select pg_advisory_xact_lock($1)', values: [sealerLock] })
  const sealed = await sql.first({
    schema: z.object({ events: wholeNumber }),
    // Events of the last day are looked through, because a long transaction commits behind others;
    // the hour more is for a sealer that had to wait and bears the time of its beginning. A full batch
    // may have left events behind that are older than a day: the next one goes on where it ended.
    text: `with newest as (
        select sealed_at, event_ids from event_seals order by no desc limit 1
      ), reached as (
        select case when cardinality(event_ids) < $1 then sealed_at
          else (select max(e.at) from domain_events e where e.id = any(event_ids)) end as at
        from newest
      ), last as (
        select coalesce((select at from reached), '-infinity') - interval '1 day' as day_before
      ), known as (
        select unnest(event_ids) as id from event_seals, last
        where sealed_at >= day_before - interval '1 hour'
      ), fresh as materialized (
        select e.id, ${sha256(sealedText('e'))} as hash, ${personalHash('p')} as personal
        from last, domain_events e left join domain_event_personal p on p.event_id = e.id
        where e.at >= last.day_before and not exists (select from known where known.id = e.id)
        order by e.at, e.id limit $1
      ), batch as (
        select array_agg(id order by id) as ids, array_agg(hash order by id) as hashes,
          array_agg(personal order by id) as personal from fresh
      ), before as (
        select coalesce((select hash from event_seals order by no desc limit 1), $2) as hash
      )
      insert into event_seals (event_ids, row_hashes, personal_hashes, previous_hash, hash)
      select ids, hashes, personal, before.hash,
        ${batchHash({ previous: 'before.hash', rows: 'hashes', personal: 'personal' })}
      from batch, before where ids is not null
      returning cardinality(event_ids) as events`,
    values: [batchSize, firstHash],
  })
  return sealed?.events ?? 0
}
