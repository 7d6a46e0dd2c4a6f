import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { sqlOf, wholeNumber } from '../database/sql'
import { can } from '../domain/actor'
import { refuseRight, ok, type Failure, type Result } from '../domain/result'
import { batchHash, firstHash, personalHash, sealedText, sha256 } from '../events/seal-text'
import { valuesErased } from '../privacy/prove-erasure'

export type SealProblem =
  /** The event no longer says what it said when it was sealed. */
  | { kind: 'event-changed'; seal: number; eventId: string }
  /** Its personal values are others than when it was sealed, and no erasure tells of it. */
  | { kind: 'personal-changed'; seal: number; eventId: string }
  /** They are gone, and no erasure tells of it. */
  | { kind: 'personal-missing'; seal: number; eventId: string }
  | { kind: 'event-missing'; seal: number; eventId: string }
  /** The seal itself was changed, or one before it was taken out. */
  | { kind: 'seal-broken'; seal: number }
  /** An event older than an hour that no seal covers: added behind the back of the product. */
  | { kind: 'event-unsealed'; eventId: string }

export type SealReport = {
  seals: number
  events: number
  /** Kept elsewhere, it proves later that no seal was taken off the end. */
  lastHash: string
  /** Of so many events the personal values were erased since; their seals still hold. */
  erased: number
  problems: SealProblem[]
}

const mostProblems = 100

/**
 * Personal values that are not as they were sealed, and whether an event of the product tells of their
 * erasure and of what it left. That event is sealed like all others: it can be neither changed nor
 * slipped in among older ones.
 */
const otherValues = `with proven as materialized (
    select told.key::uuid as event_id, told.value as hash
    from domain_events e cross join jsonb_each_text(e.changes -> 'hashes') told where e.name = $1
  ), other as (
    select s.no, row.event_id, p.event_id is null as is_missing,
      exists (select from proven where proven.event_id = row.event_id
        and proven.hash = ${personalHash('p')}) as is_proven
    from event_seals s
    cross join unnest(s.event_ids, s.personal_hashes) as row(event_id, personal_hash)
    left join domain_event_personal p on p.event_id = row.event_id
    where s.personal_hashes is not null and row.personal_hash <> ${personalHash('p')}
  )`

/** Recomputes every seal from the events as they are now and names what does not fit. */
export const verifySeals = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<SealReport, Failure>> => {
  if (!can({ actor: actorOf(req), permission: 'settings.write' })) return refuseRight()
  const sql = sqlOf(req)
  const totals = await sql.first({
    schema: z.object({ seals: wholeNumber, events: wholeNumber, last_hash: z.string() }),
    text: `select count(*) as seals, coalesce(sum(cardinality(event_ids)), 0) as events,
        coalesce((select hash from event_seals order by no desc limit 1), $1) as last_hash
      from event_seals`,
    values: [firstHash],
  })
  const broken = await sql.rows({
    schema: z.object({ no: wholeNumber }),
    text: `select no from (
        select no, hash, previous_hash, row_hashes, personal_hashes, event_ids,
          coalesce(lag(hash) over (order by no), $1) as expected from event_seals
      ) s
      where previous_hash <> expected or cardinality(row_hashes) <> cardinality(event_ids)
        or cardinality(personal_hashes) <> cardinality(event_ids)
        or hash <> ${batchHash({ previous: 'previous_hash', rows: 'row_hashes', personal: 'personal_hashes' })}
      order by no limit ${mostProblems}`,
    values: [firstHash],
  })
  const events = await sql.rows({
    schema: z.object({ no: wholeNumber, event_id: z.string(), is_missing: z.boolean() }),
    text: `select s.no, row.event_id, e.id is null as is_missing
      from event_seals s
      cross join unnest(s.event_ids, s.row_hashes) as row(event_id, row_hash)
      left join domain_events e on e.id = row.event_id
      where e.id is null or row.row_hash <> ${sha256(sealedText('e'))}
      order by s.no, row.event_id limit ${mostProblems}`,
  })
  const personal = await sql.rows({
    schema: z.object({ no: wholeNumber, event_id: z.string(), is_missing: z.boolean() }),
    text: `${otherValues}
      select no, event_id, is_missing from other where not is_proven
      order by no, event_id limit ${mostProblems}`,
    values: [valuesErased],
  })
  const erased = await sql.first({
    schema: z.object({ count: wholeNumber }),
    text: `${otherValues} select count(*) as count from other where is_proven`,
    values: [valuesErased],
  })
  const unsealed = await sql.rows({
    schema: z.object({ id: z.string() }),
    text: `select e.id from domain_events e
      where e.at < (select coalesce(max(sealed_at), now()) from event_seals) - interval '1 hour'
        and not exists (
          select from (select unnest(event_ids) as id from event_seals) known where known.id = e.id)
      order by e.at limit ${mostProblems}`,
  })
  return ok({
    seals: totals?.seals ?? 0,
    events: totals?.events ?? 0,
    erased: erased?.count ?? 0,
    lastHash: totals?.last_hash ?? firstHash,
    problems: [
      ...broken.map(({ no }) => ({ kind: 'seal-broken' as const, seal: no })),
      ...events.map(({ no, event_id, is_missing }) => ({
        kind: is_missing ? ('event-missing' as const) : ('event-changed' as const),
        seal: no,
        eventId: event_id,
      })),
      ...personal.map(({ no, event_id, is_missing }) => ({
        kind: is_missing ? ('personal-missing' as const) : ('personal-changed' as const),
        seal: no,
        eventId: event_id,
      })),
      ...unsealed.map(({ id }) => ({ kind: 'event-unsealed' as const, eventId: id })),
    ],
  })
}
