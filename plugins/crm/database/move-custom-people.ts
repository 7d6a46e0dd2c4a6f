import type { PayloadRequest } from 'payload'

import { customFieldsOf, sqlOf, tableOf } from '#plugins/kernel'

type Place = { table: string; key: string }

/** Under this name a move of `candidate_merge_moves` is about a field of the agency’s own. */
const columnOf = ({ key }: Place): string => `${ownColumn}${key}`
const ownColumn = 'custom.'

/** Fields of the agency’s own that name a candidate, removed ones too: their values may come back. */
const placesOf = async (req: PayloadRequest): Promise<Place[]> => {
  const places: Place[] = []
  for (const { slug } of req.payload.config.collections)
    for (const { type, personKind, key } of await customFieldsOf({ req, collection: slug }))
      if (type === 'person' && personKind === 'candidate')
        places.push({ table: tableOf(slug), key })
  return places
}

/** Lets nobody else change the records that name the candidate, before the candidates are locked. */
export const lockCustomPeople = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<void> => {
  for (const { table, key } of await placesOf(req))
    await sqlOf(req).run({
      text: `select from "${table}" where custom @> $1::jsonb order by id for update`,
      values: [namedIn(key, candidateId)],
    })
}

/**
 * Lets fields of the agency’s own that name the merged candidate name the kept one, and writes down which,
 * so that an undo takes exactly these back.
 */
export const moveCustomPeople = async ({
  req,
  mergeId,
  keptId,
  mergedId,
}: {
  req: PayloadRequest
  mergeId: string
  keptId: string
  mergedId: string
}): Promise<number> => {
  let moved = 0
  for (const place of await placesOf(req))
    moved += await sqlOf(req).run({
      text: `with moved as (
          update "${place.table}" set custom = jsonb_set(custom, array[$4, 'id'], to_jsonb($2::text))
          where custom @> $5::jsonb returning id::text as id
        )
        insert into candidate_merge_moves (merge_id, table_name, column_name, row_id, before, after)
        select $3::uuid, $6, $7, moved.id, to_jsonb($1::text), to_jsonb($2::text) from moved`,
      values: [
        mergedId,
        keptId,
        mergeId,
        place.key,
        namedIn(place.key, mergedId),
        place.table,
        columnOf(place),
      ],
    })
  return moved
}

/** Names the merged candidate again, where nobody has named anybody else since. */
export const putCustomPeopleBack = async ({
  req,
  mergeId,
}: {
  req: PayloadRequest
  mergeId: string
}): Promise<void> => {
  for (const place of await placesOf(req))
    await sqlOf(req).run({
      text: `update "${place.table}" t set custom = jsonb_set(t.custom, array[$3, 'id'], m.before)
        from candidate_merge_moves m
        where m.merge_id = $1 and m.table_name = $2 and m.column_name = $4
          and t.id = m.row_id::uuid and t.custom #> array[$3, 'id'] = m.after`,
      values: [mergeId, place.table, place.key, columnOf(place)],
    })
}

/** What is moved by a name of its own and not by a column. */
export const isNoColumn = `column_name not like '${ownColumn}%'`

const namedIn = (key: string, id: string): string =>
  JSON.stringify({ [key]: { kind: 'candidate', id } })
