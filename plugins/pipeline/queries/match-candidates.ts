import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { isPoolInReach } from '#plugins/crm'
import { actorOf, sqlOf, type Sql } from '#plugins/kernel'
import {
  can,
  formatDay,
  isUuid,
  ok,
  refuseInput,
  refuseMissing,
  refuseRight,
  type Result,
} from '#plugins/kernel/domain'
import type { MatchPart } from '../domain/match-score'
import { broughtRow, scoreOf, wishedRow } from './match-row'

/**
 * Scored are the newest of those who fit, and beside them, however old, those who have all that would
 * be nice, some of it, or live near. The best of them are shown.
 */
const mostNewest = 1_500
const mostOfGroup = 500
const mostShown = 50
/** With fewer who have all that is needed, those who have a part of it are looked at too. */
const enough = 50

export type Match = {
  candidateId: string
  name: string
  headline: string | null
  city: string | null
  km: number | null
  score: number
  parts: readonly MatchPart[]
  /** Where they stand on this order already. */
  submissionState: string | null
  /** This client wants them no more, or they want to work there no more. */
  isBlocked: boolean
}

export type Matches = {
  matches: readonly Match[]
  /** How many of those who fit were scored; `isMore` when there are more. */
  scored: number
  isMore: boolean
  /** What was demanded of all of them, in words. */
  demands: readonly string[]
}

/**
 * Who fits an order. Credentials, the kind of work, the days around the start and how far somebody
 * travels are demanded; all else is scored, with its reasons.
 */
export const matchCandidates = async ({
  req,
  jobOrderId,
  poolId = null,
}: {
  req: PayloadRequest
  jobOrderId: string
  /** Only of this talent pool. */
  poolId?: string | null
}): Promise<Result<Matches>> => {
  const actor = actorOf(req)
  for (const permission of ['candidates.read', 'orders.read', 'pipeline.read'])
    if (!can({ actor, permission })) return refuseRight()
  const sql = sqlOf(req)
  const order = isUuid(jobOrderId) ? await orderOf({ sql, jobOrderId }) : null
  if (!order) return refuseMissing('job order')
  if (poolId !== null && !(isUuid(poolId) && (await isPoolInReach({ req, id: poolId }))))
    return refuseInput({ pool: 'This pool is gone, or not shared with you. Choose another.' })
  const wishes = await wishesOf({ sql, order })
  const full = await candidatesFor({ sql, order, wishes, poolId, needsAll: true })
  const rows =
    full.length >= enough || order.must_haves.length === 0
      ? full
      : await candidatesFor({ sql, order, wishes, poolId, needsAll: false })
  const seesPay = can({ actor, permission: 'pay.read' })
  const matches = rows
    .map((row): Match => {
      const { score, parts } = scoreOf({ wished: order, brought: row, seesPay })
      return {
        candidateId: row.id,
        name: row.name,
        headline: row.headline,
        city: row.city,
        km: row.km === null ? null : Math.round(row.km),
        score,
        parts,
        submissionState: row.submission_state,
        isBlocked: row.is_blocked,
      }
    })
    .sort(
      (one, other) => other.score - one.score || one.candidateId.localeCompare(other.candidateId),
    )
  return ok({
    matches: matches.slice(0, mostShown),
    scored: matches.length,
    isMore: rows.length > mostNewest,
    demands: demandsOf(order),
  })
}

const orderRow = wishedRow.extend({
  id: z.string(),
  credential_ids: z.array(z.string()),
  credential_names: z.array(z.string()),
})

type Order = z.output<typeof orderRow>

const orderOf = async ({
  sql,
  jobOrderId,
}: {
  sql: Sql
  jobOrderId: string
}): Promise<Order | null> =>
  await sql.first({
    schema: orderRow,
    // A start that has passed is now: whoever fits is needed at once.
    text: `select o.id, o.employment_type::text as employment_type, o.currency,
        case when o.starts_on >= current_date::text then o.starts_on end as starts_on,
        o.pay_rate_e4, spot[1] as latitude, spot[0] as longitude,
        array(select distinct t.text from job_orders_texts t where t.parent_id = o.id
          and t.path = 'mustHaves' and trim(t.text) <> '' order by t.text limit 20) as must_haves,
        array(select distinct t.text from job_orders_texts t where t.parent_id = o.id
          and t.path = 'niceToHaves' and trim(t.text) <> '' order by t.text limit 20) as nice_to_haves,
        array(select r.credential_types_id::text from job_orders_rels r where r.parent_id = o.id
          and r.path = 'credentialTypes' and r.credential_types_id is not null
          order by r."order") as credential_ids,
        array(select type.name from job_orders_rels r
          join credential_types type on type.id = r.credential_types_id
          where r.parent_id = o.id and r.path = 'credentialTypes' order by r."order") as credential_names
      from job_orders o left join work_locations place on place.id = o.work_location_id
        cross join lateral (
          select case when place.latitude is not null and place.longitude is not null
            then point(place.longitude::float8, place.latitude::float8)
            else place_spot(place.country, place.postal_code, place.city, place.region) end as spot
        ) lies
      where o.id = $1 and o.deleted_at is null`,
    values: [jobOrderId],
  })

const candidateRow = broughtRow.extend({
  id: z.string(),
  name: z.string(),
  headline: z.string().nullable(),
  city: z.string().nullable(),
  submission_state: z.string().nullable(),
  is_blocked: z.boolean(),
})

/** A word of an order is one of the text, or the skill that the agency's list knows by it. */
const wishesOf = async ({ sql, order }: { sql: Sql; order: Order }): Promise<Wish[]> =>
  await sql.rows({
    schema: wishRow,
    text: `select w.word, w.is_must, known.number, (candidate_term(w.word, '', false)
        || coalesce(candidate_term(known.name, 'B', false), ''))::text as term
      from (
        select word, true as is_must from unnest($1::text[]) word
        union all select word, false from unnest($2::text[]) word
      ) w
      left join lateral (
        select k.number::integer as number, k.name from skills k
        where lower(k.name) = lower(w.word) or exists (select from skills_texts alias
          where alias.parent_id = k.id and alias.path = 'aliases' and lower(alias.text) = lower(w.word))
        order by k.number limit 1
      ) known on true`,
    values: [order.must_haves, order.nice_to_haves],
  })

const wishRow = z.object({
  word: z.string(),
  is_must: z.boolean(),
  number: z.number().nullable(),
  /** A tsquery as text; empty where a wish holds no word. */
  term: z.string(),
})

type Wish = z.output<typeof wishRow>

const joined = ({ terms, by }: { terms: readonly string[]; by: '&' | '|' }): string | null =>
  terms.length === 0 ? null : `(${terms.map((term) => `(${term})`).join(` ${by} `)})`

/** Conditions of words, of which those that are not asked for are left out. */
const together = (parts: readonly (string | null)[]): string | null =>
  joined({ terms: parts.flatMap((part) => (part === null ? [] : [part])), by: '&' })

const candidatesFor = async ({
  sql,
  order,
  wishes,
  poolId,
  needsAll,
}: {
  sql: Sql
  order: Order
  wishes: readonly Wish[]
  poolId: string | null
  /** Everybody has all that is needed; else at least a part of it. */
  needsAll: boolean
}): Promise<z.output<typeof candidateRow>[]> => {
  const terms = (isMust: boolean) =>
    wishes.flatMap(({ is_must, term }) => (is_must === isMust && term !== '' ? [term] : []))
  const needed = joined({ terms: terms(true), by: needsAll ? '&' : '|' })
  const values: unknown[] = [
    wishes.map(({ word }) => word),
    wishes.map(({ number }) => number),
    wishes.map(({ term }) => term),
    order.credential_ids,
    order.employment_type,
    order.starts_on,
    order.latitude,
    order.longitude,
    order.id,
    poolId,
  ]
  // As a value of its own: the planner knows then how many have these words, and reads by the index
  // of the words or of the days accordingly.
  const having = (words: string | null): string =>
    words === null ? 'true' : `s.words @@ $${values.push(words)}::tsquery`
  const hasWishes = terms(false).length > 0
  const groups = [
    ...(hasWishes
      ? (['&', '|'] as const).map((by) =>
          group({
            having: having(together([needed, joined({ terms: terms(false), by })])),
            most: mostOfGroup,
          }),
        )
      : []),
    ...(order.latitude === null || order.longitude === null
      ? []
      : [group({ having: `${having(needed)} and ${nearby}`, most: mostOfGroup })]),
    group({ having: having(needed), most: mostNewest + 1 }),
  ]
  return await sql.rows({ schema: candidateRow, text: candidatesSql(groups), values })
}

/** Those who fit and have something more, the newest of them. */
const group = ({ having, most }: { having: string; most: number }): string => `(
  select s.candidate_id from candidate_search s
  where ${having}
    and s.state not in ('do_not_use', 'anonymised')
    and s.credentials @> $4::uuid[]
    and not exists (select from unnest(s.credentials, s.credentials_until) held(type, until)
      where held.type = any($4::uuid[]) and held.until < coalesce(candidate_day($6::text), current_date))
    and (s.employment = '{}' or s.employment @> array[$5::text])
    and not s.away @> coalesce(candidate_day($6::text), current_date)
    and ($10::uuid is null or s.candidate_id in (
      select member.candidate_id from pool_members member where member.pool_id = $10::uuid))
  order by s.created_at desc, s.candidate_id desc limit ${most})`

/** So near that the score counts it in full: about 10 km in each direction. */
const nearby = `s.spot <@ box(
  point($8::float8 - 0.09 / greatest(0.02, cos(radians($7::float8))), $7::float8 - 0.09),
  point($8::float8 + 0.09 / greatest(0.02, cos(radians($7::float8))), $7::float8 + 0.09))`

const candidatesSql = (groups: readonly string[]): string => `
with wishes as materialized (
  select word, number, term::tsquery as term
  from unnest($1::text[], $2::integer[], $3::text[]) wish(word, number, term)
), fitting as materialized (
  ${groups.join(' union ')}
), placed as (
  select s.*, case when $7::float8 is null or $8::float8 is null then null
    else kilometres(s.spot, point($8::float8, $7::float8)) end as km
  from fitting join candidate_search s using (candidate_id)
)
select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.headline, c.city,
  array(select w.word from wishes w where p.words @@ w.term or p.skills @> array[w.number]) as has,
  (select jsonb_object_agg(w.word, p.skill_years[array_position(p.skills, w.number)])
    from wishes w where p.skill_years[array_position(p.skills, w.number)] >= 0) as years,
  p.available_from::text as available_on,
  case when p.free = '{}' then null
    else p.free @> coalesce(candidate_day($6::text), current_date) end as is_free_at_start,
  p.pay_rate_e4, p.currency, p.km,
  (select s.state from submissions s where s.job_order_id = $9::uuid and s.candidate_id = c.id
    order by s.created_at desc, s.id limit 1) as submission_state,
  exists (select from client_blocks b join job_orders o on o.client_id = b.client_id
    where o.id = $9::uuid and b.candidate_id = c.id and b.ended_at is null
      and (b.until is null or b.until >= current_date::text)) as is_blocked
from placed p join candidates c on c.id = p.candidate_id
where p.km is null or c.max_distance_km is null or c.will_relocate or p.km <= c.max_distance_km`

const demandsOf = (order: Order): string[] => [
  ...order.credential_names.map((name) => `${name}, valid at the start`),
  {
    permanent: 'looks for permanent work',
    contract: 'looks for contracts',
    temp: 'looks for temporary work',
  }[order.employment_type] + ', or has not said',
  order.starts_on
    ? `not away on ${formatDay({ day: order.starts_on, locale: 'en-GB' })}`
    : 'not away today',
  ...(order.latitude === null ? [] : ['within the distance they travel']),
]
