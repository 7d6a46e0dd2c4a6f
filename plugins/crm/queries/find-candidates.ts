import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf, wholeNumber, type Sql } from '#plugins/kernel'
import { can, ok, refuseInput, refuseRight, type Actor, type Result } from '#plugins/kernel/domain'
import {
  cursorText,
  kmOf,
  mostCounted,
  type CandidateFilter,
  type Cursor,
  type Sort,
} from '../domain/search/filter'
import { plainWords, wantedTerms, type Query } from '../domain/search/query'
import { highlighted, snippetOf, type SnippetPart } from '../domain/search/snippet'
import { announceSearch } from './announce-search'
import { conditionOf } from './query-condition'

const pageSize = 25
const mostAlike = 25
const mostFacets = 12

export type FoundCandidate = {
  id: string
  name: readonly SnippetPart[]
  ref: string | null
  headline: readonly SnippetPart[]
  city: string | null
  country: string | null
  state: string
  availableOn: string | null
  owner: string | null
  skills: readonly { name: string; isWanted: boolean }[]
  /** The place of the CV where the words stand. */
  snippet: readonly SnippetPart[] | null
  km: number | null
  /** When somebody of the agency last spoke with them or wrote to them. */
  lastContactAt: string | null
  doNotContact: boolean
  /** Hourly, in 1/10,000; null without the right to see pay. */
  payRateE4: number | null
  currency: string | null
}

export type Facet = { value: string; label: string; count: number }

export type FoundCandidates = {
  hits: readonly FoundCandidate[]
  /** Counted up to a thousand; `isMore` when there are more. Null on later pages. */
  total: { count: number; isMore: boolean } | null
  /** For the page after this one. */
  next: string | null
  sort: Sort
  /** Nothing was found word by word: these are names alike. */
  isAlike: boolean
  facets: { states: readonly Facet[]; skills: readonly Facet[]; labels: readonly Facet[] } | null
}

/**
 * Candidates by words and filters, a page at a time. What the reader may not see neither filters nor
 * is shown. Relevance orders the newest thousand hits; the other orders go on to the last.
 */
export const findCandidates = async ({
  req,
  text,
  query,
  filter,
  after,
}: {
  req: PayloadRequest
  /** As it was typed, for the audit. */
  text: string
  query: Query | null
  filter: CandidateFilter
  after: Cursor | null
}): Promise<Result<FoundCandidates>> => {
  const actor = actorOf(req)
  if (!can({ actor, permission: 'candidates.read' })) return refuseRight()
  const mayPay = mayReadPay(actor)
  if (filter.pay !== undefined && !mayPay)
    return refuseInput({ pay: 'Your role may not see pay: leave this filter out.' })
  const sort = sortOf({ query, filter })
  if (after && after.sort !== sort)
    return refuseInput({ after: 'This page belongs to another order. Begin again.' })
  const sql = sqlOf(req)
  const window = await windowOf({ sql, query, filter, sort, after })
  const isAlike = window.hits.length === 0 && !after && query !== null
  const alike = isAlike ? await alikeHits({ sql, query, filter }) : []
  const hits = alike.length > 0 ? alike : window.hits
  const page = hits.slice(0, pageSize)
  const last = page.at(-1)
  const shown = await shownHits({ sql, page, query, filter, mayPay })
  const found = after ? null : Math.min(hits.length, mostCounted)
  await announceSearch({
    req,
    criteria: criteriaOf({ text, filter }),
    found,
    page: null,
  })
  return ok({
    hits: shown,
    total: found === null ? null : { count: found, isMore: hits.length > mostCounted },
    next:
      last && hits.length > pageSize && alike.length === 0
        ? cursorText({ sort, key: last.key, id: last.id })
        : null,
    sort,
    isAlike: alike.length > 0,
    facets: after || alike.length > 0 ? null : await facetsOf({ sql, hits }),
  })
}

/** Without words nobody fits better than another. */
const sortOf = ({ query, filter }: { query: Query | null; filter: CandidateFilter }): Sort =>
  query || filter.sort === 'distance' || filter.sort === 'contact'
    ? (filter.sort ?? 'relevance')
    : 'newest'

export const mayReadPay = (actor: Actor): boolean => can({ actor, permission: 'pay.read' })

/** In words that the audit shows, by the rights of whoever reads it. */
const criteriaOf = ({ text, filter }: { text: string; filter: CandidateFilter }): string => {
  const said = Object.entries(filter).filter(
    ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
  )
  if (said.length === 0) return text
  const compared: Record<string, unknown> = {}
  if (text !== '') compared.name = { like: text }
  for (const [name, value] of said) {
    const field = auditedFields[name]
    if (field) compared[field] = { in: value }
  }
  return JSON.stringify(compared)
}

/** The field of a candidate that a filter compares, by which the audit decides who sees it. */
const auditedFields: Readonly<Record<string, string>> = {
  state: 'state',
  owner: 'owner',
  label: 'labels',
  skill: 'expertise',
  place: 'city',
  from: 'availableOn',
  contact: 'lastContactAt',
  employment: 'employmentTypes',
  pay: 'desiredPayRateE4',
}

const hitRow = z.object({
  id: z.string(),
  key: z.string(),
  km: z.number().nullable(),
})

type Hit = z.output<typeof hitRow>

type Window = { hits: readonly Hit[] }

/** What is compared, with its values apart. */
const conditionsFor = ({
  query,
  filter,
  bind,
}: {
  query: Query | null
  filter: CandidateFilter
  bind: (value: unknown) => string
}): string[] => {
  const conditions: string[] = []
  if (query) conditions.push(`s.words @@ ${conditionOf({ query, bind })}`)
  // Whoever is blocked is found only by whoever asks for that state.
  if (filter.state.length > 0) conditions.push(`s.state = any(${bind(filter.state)}::text[])`)
  else conditions.push(`s.state <> 'do_not_use'`)
  if (filter.owner) conditions.push(`s.owner_id = ${bind(filter.owner)}::uuid`)
  if (filter.label.length > 0) conditions.push(`s.labels @> ${bind(filter.label)}::uuid[]`)
  for (const id of filter.pool)
    conditions.push(
      `s.candidate_id in (select m.candidate_id from pool_members m where m.pool_id = ${bind(id)}::uuid)`,
    )
  for (const { id, years } of filter.skill) {
    const number = `(select k.number::integer from skills k where k.id = ${bind(id)}::uuid)`
    conditions.push(`s.skills @> array[${number}]`)
    if (years > 0)
      conditions.push(
        `s.skill_years[array_position(s.skills, ${number})] >= ${bind(years)}::integer`,
      )
  }
  // A place that nobody could find on the map is not everywhere.
  if (filter.place && !filter.near) conditions.push('false')
  if (filter.near) {
    conditions.push(
      `s.spot <@ ${boxAround({ filter, bind })}`,
      `kilometres(s.spot, ${spotOf({ filter, bind })}) <= ${bind(kmOf(filter))}::float8`,
    )
  }
  if (filter.contact) {
    const { kind, days } = filter.contact
    conditions.push(
      kind === 'never'
        ? `s.last_contact_at = '-infinity'`
        : `s.last_contact_at ${kind === 'within' ? '>=' : '<'}
            now() - make_interval(days => ${bind(days)}::integer)`,
    )
  }
  if (filter.from) {
    const from = bind(filter.from)
    const span = `daterange(${from}::date, ${bind(filter.to ?? filter.from)}::date, '[]')`
    conditions.push(
      `not s.away && ${span}`,
      `(s.free @> ${span} or s.available_from <= ${from}::date)`,
    )
  }
  if (filter.employment)
    conditions.push(
      `(s.employment = '{}' or s.employment @> array[${bind(filter.employment)}::text])`,
    )
  if (filter.pay !== undefined) {
    conditions.push(`s.pay_rate_e4 <= ${bind(Math.round(filter.pay * 10_000))}::bigint`)
    if (filter.currency) conditions.push(`s.currency = ${bind(filter.currency)}::text`)
  }
  for (const id of filter.credential) {
    const type = bind(id)
    conditions.push(
      `s.credentials @> array[${type}::uuid]`,
      `s.credentials_until[array_position(s.credentials, ${type}::uuid)]
        >= coalesce(${bind(filter.valid ?? null)}::date, current_date)`,
    )
  }
  return conditions
}

type Bound = { filter: CandidateFilter; bind: (value: unknown) => string }

const placeOf = ({ near }: CandidateFilter) => near ?? { latitude: 0, longitude: 0 }

const spotOf = ({ filter, bind }: Bound): string => {
  const { latitude, longitude } = placeOf(filter)
  return `point(${bind(longitude)}::float8, ${bind(latitude)}::float8)`
}

/** A box around the place that the index answers; the circle is looked at afterwards. */
const boxAround = ({ filter, bind }: Bound): string => {
  const { latitude, longitude } = placeOf(filter)
  const high = kmOf(filter) / 110.5
  const narrowest = Math.cos((Math.min(89, Math.abs(latitude) + high) * Math.PI) / 180)
  const wide = Math.min(180, kmOf(filter) / (111.3 * narrowest))
  const corner = (east: number, north: number) =>
    `point(${bind(east)}::float8, ${bind(north)}::float8)`
  return `box(${corner(longitude - wide, latitude - high)}, ${corner(longitude + wide, latitude + high)})`
}

const binder = () => {
  const values: unknown[] = []
  return {
    values,
    bind: (value: unknown): string => {
      values.push(value)
      return `$${values.length}`
    },
  }
}

/** The hits in order: on the first page as many as are counted, later a page. */
const windowOf = async ({
  sql,
  query,
  filter,
  sort,
  after,
}: {
  sql: Sql
  query: Query | null
  filter: CandidateFilter
  sort: Sort
  after: Cursor | null
}): Promise<Window> => {
  const { values, bind } = binder()
  const conditions = conditionsFor({ query, filter, bind })
  const km = filter.near ? `kilometres(s.spot, ${spotOf({ filter, bind })})` : 'null::float8'
  const most = after ? pageSize + 1 : mostCounted + 1
  if (sort === 'newest') {
    if (after)
      conditions.push(
        `(s.created_at, s.candidate_id) < (${bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)`,
      )
    return {
      hits: await sql.rows({
        schema: newestRow,
        text: `select s.candidate_id as id, s.created_at, ${km} as km
          from candidate_search s where ${conditions.join(' and ')}
          order by s.created_at desc, s.candidate_id desc limit ${most}`,
        values,
      }),
    }
  }
  if (sort === 'contact') {
    if (after)
      conditions.push(
        `(s.last_contact_at, s.candidate_id) > (${after.key === '0' ? `'-infinity'` : bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)`,
      )
    return {
      hits: await sql.rows({
        schema: contactRow,
        text: `select s.candidate_id as id, nullif(s.last_contact_at, '-infinity') as at, ${km} as km
          from candidate_search s where ${conditions.join(' and ')}
          order by s.last_contact_at, s.candidate_id limit ${most}`,
        values,
      }),
    }
  }
  if (sort === 'distance') {
    const beyond = after
      ? `where (km, id) > (${bind(after.key)}::float8, ${bind(after.id)}::uuid)`
      : ''
    return {
      hits: await sql.rows({
        schema: hitRow,
        text: `select id, km::text as key, km from (
            select s.candidate_id as id, ${km} as km
            from candidate_search s where ${conditions.join(' and ')}) near
          ${beyond} order by km, id limit ${most}`,
        values,
      }),
    }
  }
  const rank = query
    ? `ts_rank('{0.1, 0.8, 0.6, 1}', words, ${conditionOf({ query, bind })})::float8`
    : '0::float8'
  const beyond = after
    ? `where (-rank, id) > (-(${bind(after.key)}::float8), ${bind(after.id)}::uuid)`
    : ''
  return {
    hits: await sql.rows({
      schema: hitRow,
      text: `with newest as materialized (
          select s.candidate_id as id, s.words, s.created_at, ${km} as km
          from candidate_search s where ${conditions.join(' and ')}
          order by s.created_at desc, s.candidate_id desc limit ${mostCounted + 1}
        ), ranked as (select id, km, ${rank} as rank from newest)
        select id, rank::text as key, km from ranked ${beyond}
        order by -rank, id limit ${most}`,
      values,
    }),
  }
}

const newestRow = z
  .object({ id: z.string(), created_at: instant, km: z.number().nullable() })
  .transform(({ id, created_at: key, km }) => ({ id, key, km }))

/** Whoever nobody ever spoke with comes first, under the key 0. */
const contactRow = z
  .object({ id: z.string(), at: instant.nullable(), km: z.number().nullable() })
  .transform(({ id, at, km }) => ({ id, key: at ?? '0', km }))

/** Names alike, for words that nobody has: they were mistyped. */
const alikeHits = async ({
  sql,
  query,
  filter,
}: {
  sql: Sql
  query: Query
  filter: CandidateFilter
}): Promise<readonly Hit[]> => {
  const words = plainWords(query)
  if (words === null || words.length < 4) return []
  const { values, bind } = binder()
  const conditions = conditionsFor({ query: null, filter, bind })
  return await sql.rows({
    schema: hitRow,
    text: `select s.candidate_id as id, '0' as key, null::float8 as km
      from candidate_search_alike(${bind(words)}, ${mostAlike}) with ordinality alike(id, place)
      join candidate_search s on s.candidate_id = alike.id
      where ${conditions.join(' and ')} order by alike.place`,
    values,
  })
}

const shownRow = z.object({
  id: z.string(),
  name: z.string(),
  ref: z.string().nullable(),
  headline: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  state: z.string(),
  available_on: z.string().nullable(),
  owner: z.string().nullable(),
  skills: z.array(z.string()),
  wanted: z.array(z.string()),
  last_contact_at: instant.nullable(),
  do_not_contact: z.boolean(),
  pay_rate_e4: wholeNumber.nullable(),
  currency: z.string().nullable(),
  paper: z.string().nullable(),
})

const shownHits = async ({
  sql,
  page,
  query,
  filter,
  mayPay,
}: {
  sql: Sql
  page: readonly Hit[]
  query: Query | null
  filter: CandidateFilter
  mayPay: boolean
}): Promise<FoundCandidate[]> => {
  if (page.length === 0) return []
  const rows = await sql.rows({
    schema: shownRow,
    text: `select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.ref, c.headline, c.city,
        c.country, c.state, c.available_on, owner.name as owner,
        array(select t.text from candidates_texts t
          where t.parent_id = c.id and t.path = 'skills' and t.text is not null
          order by t."order" limit 40) as skills,
        array(select k.name from skills k where k.id = any($2::uuid[])) as wanted,
        c.last_contact_at, coalesce(c.do_not_contact, false) as do_not_contact,
        case when $3::boolean then c.desired_pay_rate_e4 end as pay_rate_e4, c.currency,
        case when $4::boolean then (select left(d.text, 50000) from documents d
          where d.candidate_id = c.id and d.kind::text = 'cv' and d.text is not null
            and d.scan_status::text in ('clean', 'not-scanned')
          order by d.created_at desc, d.id limit 1) end as paper
      from candidates c left join users owner on owner.id = c.owner_id
      where c.id = any($1::uuid[])`,
    values: [page.map(({ id }) => id), filter.skill.map(({ id }) => id), mayPay, query !== null],
  })
  const terms = query ? wantedTerms(query) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return page.flatMap(({ id, km }) => {
    const row = byId.get(id)
    if (!row) return []
    return [
      {
        id,
        name: highlighted({ text: row.name, terms }),
        ref: row.ref,
        headline: highlighted({ text: row.headline ?? '', terms }),
        city: row.city,
        country: row.country,
        state: row.state,
        availableOn: row.available_on,
        owner: row.owner,
        skills: row.skills.map((name) => ({
          name,
          isWanted:
            row.wanted.includes(name) ||
            highlighted({ text: name, terms }).some(({ isHit }) => isHit),
        })),
        snippet: row.paper === null ? null : snippetOf({ text: row.paper, terms }),
        km: km === null ? null : Math.round(km),
        lastContactAt: row.last_contact_at,
        doNotContact: row.do_not_contact,
        payRateE4: row.pay_rate_e4,
        currency: row.currency,
      },
    ]
  })
}

/** How the counted hits divide. */
const facetsOf = async ({
  sql,
  hits,
}: {
  sql: Sql
  hits: readonly Hit[]
}): Promise<FoundCandidates['facets']> => {
  const rows = await sql.rows({
    schema: z.object({
      kind: z.enum(['state', 'skill', 'label']),
      value: z.string(),
      label: z.string(),
      count: wholeNumber,
    }),
    text: `with hits as materialized (
        select state, skills, labels from candidate_search where candidate_id = any($1::uuid[])
      )
      select 'state' as kind, state as value, state as label, count(*) as count from hits group by state
      union all
      (select 'skill', k.id::text, k.name, count(*) from hits, unnest(hits.skills) had
        join skills k on k.number = had
        group by k.id order by count(*) desc, k.name limit ${mostFacets})
      union all
      (select 'label', l.id::text, l.name, count(*) from hits, unnest(hits.labels) worn
        join labels l on l.id = worn
        group by l.id order by count(*) desc, l.name limit ${mostFacets})`,
    values: [hits.slice(0, mostCounted).map(({ id }) => id)],
  })
  const of = (kind: 'state' | 'skill' | 'label') =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ value, label, count }) => ({ value, label, count }))
      .sort((one, other) => other.count - one.count)
  return { states: of('state'), skills: of('skill'), labels: of('label') }
}

/** Ids of those a search finds, newest first, but for whom a condition over `s` leaves out. */
export const matchingCandidates = async ({
  sql,
  query,
  filter,
  but,
  most,
}: {
  sql: Sql
  query: Query | null
  filter: CandidateFilter
  /** Made with the numbers of its values. */
  but: (bind: (value: unknown) => string) => string
  most: number
}): Promise<string[]> => {
  const { values, bind } = binder()
  const conditions = [...conditionsFor({ query, filter, bind }), but(bind)]
  const rows = await sql.rows({
    schema: z.object({ id: z.string() }),
    text: `select s.candidate_id::text as id from candidate_search s
      where ${conditions.join(' and ')}
      order by s.created_at desc, s.candidate_id desc limit ${most}`,
    values,
  })
  return rows.map(({ id }) => id)
}
