import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, isUuid, ok, refuseMissing, refuseRight, type Result } from '#plugins/kernel/domain'
import type { MatchPart } from '../domain/match-score'
import { broughtRow, scoreOf, wishedRow } from './match-row'

/** The newest active orders are looked at; the best of those that fit are shown. */
const mostLookedAt = 5_000
const mostShown = 50

export type OrderMatch = {
  jobOrderId: string
  ref: string | null
  title: string
  clientId: string
  clientName: string
  city: string | null
  startsOn: string | null
  /** Seats that nobody has. */
  openSeats: number
  km: number | null
  score: number
  parts: readonly MatchPart[]
  /** Where the candidate stands on this order already. */
  submissionState: string | null
  /** This client wants them no more, or they want to work there no more. */
  isBlocked: boolean
}

export type OrderMatches = {
  matches: readonly OrderMatch[]
  /** How many orders fit. */
  fitting: number
  /** Nobody is to be put forward who is in no search: blocked, erased, or without consent. */
  isOut: boolean
}

/**
 * Which active orders fit a candidate: the same demands and the same score as when candidates are
 * looked for an order. Of an order with must-haves at least one has to be seen.
 */
export const matchOrders = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<Result<OrderMatches>> => {
  const actor = actorOf(req)
  for (const permission of ['candidates.read', 'orders.read', 'pipeline.read'])
    if (!can({ actor, permission })) return refuseRight()
  const sql = sqlOf(req)
  const person = isUuid(candidateId)
    ? await sql.first({
        schema: z.object({ is_out: z.boolean() }),
        text: `select not exists (select from candidate_search s where s.candidate_id = c.id
              and s.state not in ('do_not_use', 'anonymised')) as is_out
          from candidates c where c.id = $1::uuid and c.deleted_at is null`,
        values: [candidateId],
      })
    : null
  if (!person) return refuseMissing('candidate')
  if (person.is_out) return ok({ matches: [], fitting: 0, isOut: true })
  const rows = await sql.rows({
    schema: orderRow,
    text: ordersSql,
    values: [candidateId, mostLookedAt],
  })
  const seesPay = can({ actor, permission: 'pay.read' })
  const matches = rows
    .map((row): OrderMatch => {
      const { score, parts } = scoreOf({ wished: row, brought: row.brought, seesPay })
      return {
        jobOrderId: row.id,
        ref: row.ref,
        title: row.title,
        clientId: row.client_id,
        clientName: row.client_name,
        city: row.city,
        startsOn: row.starts_on,
        openSeats: row.open_seats,
        km: row.brought.km === null ? null : Math.round(row.brought.km),
        score,
        parts,
        submissionState: row.submission_state,
        isBlocked: row.is_blocked,
      }
    })
    .sort((one, other) => other.score - one.score || one.jobOrderId.localeCompare(other.jobOrderId))
  return ok({ matches: matches.slice(0, mostShown), fitting: matches.length, isOut: false })
}

const orderRow = wishedRow.extend({
  id: z.string(),
  ref: z.string().nullable(),
  title: z.string(),
  client_id: z.string(),
  client_name: z.string(),
  city: z.string().nullable(),
  open_seats: wholeNumber,
  brought: broughtRow,
  submission_state: z.string().nullable(),
  is_blocked: z.boolean(),
})

/**
 * Each word that orders ask for is looked up at the candidate once, however many orders ask for it: as
 * one of the text, or the skill that the agency's list knows by it.
 */
const ordersSql = `
with person as materialized (
  select s.*, c.max_distance_km, coalesce(c.will_relocate, false) as will_relocate
  from candidate_search s join candidates c on c.id = s.candidate_id where s.candidate_id = $1::uuid
), looked_at as materialized (
  select o.id, o.ref, o.title, o.client_id, o.employment_type::text as employment_type, o.currency,
    o.pay_rate_e4, o.created_at, place.city,
    case when o.starts_on >= current_date::text then o.starts_on end as starts_on,
    case when place.latitude is not null and place.longitude is not null
      then point(place.longitude::float8, place.latitude::float8)
      else place_spot(place.country, place.postal_code, place.city, place.region) end as spot
  from job_orders o left join work_locations place on place.id = o.work_location_id
  where o.state = 'active' and o.deleted_at is null
  order by o.created_at desc, o.id limit $2
), asked as materialized (
  select t.parent_id, t.path = 'mustHaves' as is_must, t.text as word,
    row_number() over (partition by t.parent_id, t.path order by t.text) as place
  from (select distinct t.parent_id, t.path, t.text from looked_at o
    join job_orders_texts t on t.parent_id = o.id
    where t.path in ('mustHaves', 'niceToHaves') and trim(t.text) <> '') t
), words as materialized (
  select distinct word from asked where place <= 20
), had as materialized (
  select w.word, person.skill_years[array_position(person.skills, known.number)] as years
  from words w cross join person
  left join lateral (
    select k.number::integer as number, k.name from skills k
    where lower(k.name) = lower(w.word) or exists (select from skills_texts alias
      where alias.parent_id = k.id and alias.path = 'aliases' and lower(alias.text) = lower(w.word))
    order by k.number limit 1
  ) known on true
  where person.words @@ (candidate_term(w.word, '', false)
      || coalesce(candidate_term(known.name, 'B', false), ''))
    or person.skills @> array[known.number]
), wishes as materialized (
  select a.parent_id,
    coalesce(array_agg(a.word order by a.word) filter (where a.is_must), '{}') as must_haves,
    coalesce(array_agg(a.word order by a.word) filter (where not a.is_must), '{}') as nice_to_haves,
    coalesce(array_agg(distinct had.word) filter (where had.word is not null), '{}') as has,
    coalesce(bool_or(a.is_must), false) as has_musts,
    coalesce(bool_or(a.is_must and had.word is not null), false) as has_a_must,
    jsonb_object_agg(had.word, had.years) filter (where had.years >= 0) as years
  from asked a left join had on had.word = a.word where a.place <= 20 group by a.parent_id
), needed as materialized (
  select r.parent_id, array_agg(r.credential_types_id) as types
  from looked_at o join job_orders_rels r on r.parent_id = o.id
  where r.path = 'credentialTypes' and r.credential_types_id is not null group by r.parent_id
)
select o.id, o.ref, o.title, o.client_id, client.name as client_name, o.city, o.employment_type,
  o.starts_on, o.pay_rate_e4, o.currency, o.spot[1] as latitude, o.spot[0] as longitude,
  coalesce(w.must_haves, '{}') as must_haves, coalesce(w.nice_to_haves, '{}') as nice_to_haves,
  (select count(*) from openings seat where seat.job_order_id = o.id and seat.state = 'open')
    as open_seats,
  jsonb_build_object('has', coalesce(to_jsonb(w.has), '[]'), 'years', w.years,
    'available_on', person.available_from::text,
    'is_free_at_start', case when person.free = '{}' then null else person.free @> begins.day end,
    'pay_rate_e4', person.pay_rate_e4, 'currency', person.currency, 'km', lies.km) as brought,
  (select s.state from submissions s where s.job_order_id = o.id and s.candidate_id = $1::uuid
    order by s.created_at desc, s.id limit 1) as submission_state,
  exists (select from client_blocks b where b.client_id = o.client_id and b.candidate_id = $1::uuid
    and b.ended_at is null and (b.until is null or b.until >= current_date::text)) as is_blocked
from looked_at o cross join person
join client_corporations client on client.id = o.client_id
left join wishes w on w.parent_id = o.id
left join needed on needed.parent_id = o.id
cross join lateral (select coalesce(candidate_day(o.starts_on), current_date) as day) begins
cross join lateral (
  select case when person.spot is null or o.spot is null then null
    else kilometres(person.spot, o.spot) end as km
) lies
where (not coalesce(w.has_musts, false) or w.has_a_must)
  and person.credentials @> coalesce(needed.types, '{}')
  and not exists (select from unnest(person.credentials, person.credentials_until) held(type, until)
    where held.type = any(coalesce(needed.types, '{}')) and held.until < begins.day)
  and (person.employment = '{}' or person.employment @> array[o.employment_type])
  and not person.away @> begins.day
  and (lies.km is null or person.max_distance_km is null or person.will_relocate
    or lies.km <= person.max_distance_km)`
