import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { sqlOf, wholeNumber } from '../database/sql'
import { can } from '../domain/actor'
import { refuseRight, ok, type Failure, type Result } from '../domain/result'
import { batchHash, firstHash, personalHash, sealedText, sha256 } from '../events/seal-text'

export type SealProblem =
  /** The event no longer says what it said when it was sealed. */
  | { kind: 'event-changed'; seal: number; eventId: string }
  /** Its personal values are others than when it was sealed, and nobody had them erased. */
  | { kind: 'personal-changed'; seal: number; eventId: string }
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
    schema: z.object({ no: wholeNumber, event_id: z.string() }),
    text: `select s.no, row.event_id
      from event_seals s
      cross join unnest(s.event_ids, s.personal_hashes) as row(event_id, personal_hash)
      join domain_event_personal p on p.event_id = row.event_id
      where s.personal_hashes is not null and p.salt is not null
        and row.personal_hash <> ${personalHash('p')}
      order by s.no, row.event_id limit ${mostProblems}`,
  })
  const erased = await sql.first({
    schema: z.object({ count: wholeNumber }),
    text: `select count(*) as count
      from event_seals s
      cross join unnest(s.event_ids, s.personal_hashes) as row(event_id, personal_hash)
      left join domain_event_personal p on p.event_id = row.event_id
      where row.personal_hash <> '' and p.salt is null`,
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
      ...personal.map(({ no, event_id }) => ({
        kind: 'personal-changed' as const,
        seal: no,
        eventId: event_id,
      })),
      ...unsealed.map(({ id }) => ({ kind: 'event-unsealed' as const, eventId: id })),
    ],
  })
}
