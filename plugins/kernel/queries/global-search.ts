import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { sqlOf, type Sql } from '../database/sql'
import { ok, refuseRight, type Result } from '../domain/result'
import { isUuid } from '../domain/uuid'
import { registryOf, type SearchKind } from '../registry/registry'
import { searchPlaces, type FoundPlace } from './search-places'

export type FoundRecord = { kind: string; id: string; title: string; detail: string; path: string }

export type Found = {
  groups: readonly { kind: string; label: string; records: readonly FoundRecord[] }[]
  places: readonly FoundPlace[]
}

/** Of each kind; whoever needs more uses the list of that kind. */
const mostPerKind = 6
/** A single letter fits thousands: the best of so many are shown. */
const mostLookedAt = 300
/** From here on it is worth asking whether it was mistyped. */
const leastForTypos = 4
const mostText = 100

/**
 * Records of every kind that the seeker may read, by the beginnings of their words, by the people and
 * clients they belong to, and where nothing fits, by words alike. Each record is read as the seeker
 * may read it, so what is shown is never more than its own list would show.
 */
export const globalSearch = async ({
  req,
  text,
}: {
  req: PayloadRequest
  text: string
}): Promise<Result<Found>> => {
  if (actorOf(req).kind !== 'staff') return refuseRight()
  const given = text.trim().slice(0, mostText)
  const kinds = await readableKinds(req)
  if (!/[\p{L}\p{N}]/u.test(given) || kinds.length === 0)
    return ok({ groups: [], places: await searchPlaces({ req, text: given }) })
  const hits = await hitsFor({
    sql: sqlOf(req),
    text: given,
    kinds: kinds.map(({ search }) => search),
  })
  const groups = []
  for (const { search, collection } of kinds) {
    const ids = hits.get(search.kind) ?? []
    const records = await recordsOf({ req, search, collection, ids })
    if (records.length === 0) continue
    await search.announce?.({ req, text: given, found: records.length })
    groups.push({ kind: search.kind, label: search.plural, records })
  }
  return ok({ groups, places: await searchPlaces({ req, text: given }) })
}

/** Records somebody had before, as far as they are there and may still be read, in the order given. */
export const recentRecords = async ({
  req,
  wanted,
}: {
  req: PayloadRequest
  wanted: readonly { kind: string; id: string }[]
}): Promise<Result<readonly FoundRecord[]>> => {
  if (actorOf(req).kind !== 'staff') return refuseRight()
  const found = new Map<string, FoundRecord>()
  for (const { search, collection } of await readableKinds(req)) {
    const ids = wanted.flatMap(({ kind, id }) => (kind === search.kind && isUuid(id) ? [id] : []))
    for (const record of await recordsOf({ req, search, collection, ids }))
      found.set(`${record.kind}:${record.id}`, record)
  }
  return ok(
    wanted.flatMap(({ kind, id }) => {
      const record = found.get(`${kind}:${id}`)
      return record ? [record] : []
    }),
  )
}

type Kind = { search: SearchKind; collection: SanitizedCollectionConfig }

const readableKinds = async (req: PayloadRequest): Promise<Kind[]> => {
  const { searches, subjects } = registryOf(req.payload)
  const kinds: Kind[] = []
  for (const search of searches) {
    const slug = subjects.get(search.kind)?.collection
    const collection = req.payload.config.collections.find((each) => each.slug === slug)
    if (collection && (await collection.access.read({ req }))) kinds.push({ search, collection })
  }
  return kinds
}

const hitRow = z.object({ kind: z.string(), record_id: z.string() })

type Hits = Map<string, string[]>

const hitsFor = async ({
  sql,
  text,
  kinds,
}: {
  sql: Sql
  text: string
  kinds: readonly SearchKind[]
}): Promise<Hits> => {
  const hits: Hits = new Map()
  const add = (rows: readonly z.output<typeof hitRow>[]) => {
    for (const { kind, record_id: id } of rows) {
      const known = hits.get(kind) ?? []
      if (!known.includes(id) && known.length < mostPerKind) hits.set(kind, [...known, id])
    }
  }
  const names = kinds.map(({ kind }) => kind)
  add(await sql.rows({ schema: hitRow, ...byWords({ text, kinds: names }) }))
  if (hits.size === 0 && text.length >= leastForTypos)
    add(
      await sql.rows({
        schema: hitRow,
        text: 'select kind, record_id from search_alike($1, $2, $3)',
        values: [names, text, mostPerKind],
      }),
    )
  const whom = kinds.flatMap(({ kind, isWhom }) => (isWhom ? (hits.get(kind) ?? []) : []))
  if (whom.length > 0)
    add(await sql.rows({ schema: hitRow, ...byRelation({ whom, kinds: names }) }))
  return hits
}

/** The beginnings of all words given, the most alike first. */
export const byWords = ({ text, kinds }: { text: string; kinds: readonly string[] }) => ({
  text: `select wanted.kind, hit.record_id
    from (select search_prefixes($1) as query, search_fold($1) as folded) asked,
      unnest($2::text[]) wanted(kind) cross join lateral (
        select near.record_id, word_similarity(asked.folded, near.folded) as likeness
        from (select record_id, folded from search_entries entry
          where entry.kind = wanted.kind and entry.words @@ asked.query limit ${mostLookedAt}) near
        order by likeness desc, near.folded limit ${mostPerKind}) hit
    order by wanted.kind, hit.likeness desc`,
  values: [text, kinds],
})

/** What belongs to the people and clients found; the newest first. */
export const byRelation = ({
  whom,
  kinds,
}: {
  whom: readonly string[]
  kinds: readonly string[]
}) => ({
  text: `select wanted.kind, hit.record_id
    from unnest($2::text[]) wanted(kind) cross join lateral (
      select near.record_id from (select record_id from search_entries entry
          where entry.kind = wanted.kind and entry.related && $1::uuid[] limit ${mostLookedAt}) near
        order by near.record_id desc limit ${mostPerKind}) hit`,
  values: [whom, kinds],
})

const recordsOf = async ({
  req,
  search,
  collection,
  ids,
}: {
  req: PayloadRequest
  search: SearchKind
  collection: SanitizedCollectionConfig
  ids: readonly string[]
}): Promise<FoundRecord[]> => {
  if (ids.length === 0) return []
  const shown = [...search.title, ...search.detail]
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
    depth: 1,
    select: Object.fromEntries(shown.map((name) => [name, true])),
    req,
    overrideAccess: false,
  })
  const byId = new Map(docs.map((doc) => [String(doc.id), doc]))
  return ids.flatMap((id) => {
    const doc = byId.get(id)
    if (!doc) return []
    return [
      {
        kind: search.kind,
        id,
        title: wordsOf({ doc, fields: search.title }) || search.plural,
        detail: wordsOf({ doc, fields: search.detail }),
        path: `/admin/collections/${collection.slug}/${id}`,
      },
    ]
  })
}

const wordsOf = ({ doc, fields }: { doc: object; fields: readonly string[] }): string =>
  fields
    .map((name) => wordOf(Reflect.get(doc, name)))
    .filter((word) => word !== '')
    .join(' · ')

const wordOf = (value: unknown): string => {
  if (typeof value === 'string') return isUuid(value) ? '' : value
  if (typeof value !== 'object' || value === null) return ''
  const name: unknown = Reflect.get(value, 'name')
  return typeof name === 'string' ? name : ''
}
