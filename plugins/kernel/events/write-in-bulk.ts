import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { tableOf } from '../commands/lock-record'
import { sqlOf, transactionClientOf } from '../database/sql'
import { toldValues } from '../hooks/announce-change'
import { enqueue } from '../jobs/enqueue'
import { registryOf } from '../registry/registry'

/** Whose records they are and how their events name them. */
export type BulkKind = {
  collection: string
  subject: string
  /** Columns that hold the person, client and order an event belongs to; `id` is the record itself. */
  about: { person?: { kind: string; column: string }; client?: string; order?: string }
  /** For what has no story of its own: events of these names about the record that the columns name. */
  story?: { created: string; deleted: string; kind: string; id: string; as: string }
}

/** Who did it, as each event says, and by which one thing all of them belong together. */
export type BulkTeller = { actorKind: string; actorId: string | null; requestId: string }

export type BulkRow = {
  no: number
  ref: string | null
  row: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, readonly string[]>>
}

/**
 * Writes new records past Payload's hooks, many in one statement, each with its event as the hooks would
 * tell it. Rows that break a unique index are left out. Callers have judged the rows.
 *
 * @returns the rows that were written, with their ids
 */
export const insertInBulk = async ({
  req,
  kind,
  teller,
  rows,
}: {
  req: PayloadRequest
  kind: BulkKind
  teller: BulkTeller
  rows: readonly BulkRow[]
}): Promise<ReadonlyMap<number, string>> => {
  if (rows.length === 0) return new Map()
  await refuseOutside(req)
  const table = tableOf(kind.collection)
  const columns = columnsOf(rows.map(({ row }) => row))
  const given = rows.map(({ no, ref, row, texts }) => ({
    no,
    ref,
    row,
    texts,
    ...toldOf({ req, kind, before: {}, row, texts }),
  }))
  const created = kind.story?.created ?? `${kind.subject}.created`
  const hasOwnDate = columns.includes('created_at')
  const hasRef = rows.some(({ ref }) => ref !== null)
  const hasTexts = rows.some(({ texts }) => Object.keys(texts).length > 0)
  const made = await sqlOf(req).rows({
    schema: z.object({ no: z.number(), id: z.string(), event_id: z.string() }),
    text: `with given as materialized (
        select g.*, uuid_v7() as id, uuid_v7() as event_id from jsonb_to_recordset($1::jsonb)
          as g (no integer, ref text, "row" jsonb, texts jsonb, changes jsonb, personal jsonb)
        order by g.no
      ),
      made as (
        insert into ${table} (id, updated_at${hasOwnDate ? '' : ', created_at'}${hasRef ? ', ref' : ''},
          ${columns.join(', ')})
        select given.id, now()${hasOwnDate ? '' : ', now()'}${hasRef ? ', given.ref' : ''},
          ${columns.map((column) => (column === 'created_at' ? 'coalesce(r.created_at, now())' : `r.${column}`)).join(', ')}
        from given cross join lateral jsonb_populate_record(null::${table}, given."row") r
        on conflict do nothing
        returning *
      ),
      ${
        hasTexts
          ? `words as (
        insert into ${table}_texts (parent_id, path, "order", text)
        select given.id, field.key, word.at, word.text
        from given join made using (id)
          cross join lateral jsonb_each(given.texts) field
          cross join lateral jsonb_array_elements_text(field.value) with ordinality word (text, at)
      ),`
          : ''
      }
      told as (
        insert into domain_events (id, name, subject_type, subject_id, person_type, person_id,
          client_id, order_id, actor_kind, actor_id, changes, request_id)
        select given.event_id, $2, ${subjectColumns({ kind, row: 'made', subject: '$3' })},
          $4, $5, ${changesOf({ kind, row: 'made', given: 'given.changes' })}, $6
        from given join made using (id) order by ${hasOwnDate ? 'made.created_at' : 'given.no'}
      ),
      apart as (
        insert into domain_event_personal (event_id, values)
        select given.event_id, given.personal from given join made using (id)
        where given.personal <> '{}'::jsonb
      )
      select given.no, given.id::text, given.event_id::text from given join made using (id)`,
    values: [
      JSON.stringify(given),
      created,
      kind.subject,
      teller.actorKind,
      teller.actorId,
      teller.requestId,
    ],
  })
  await followUp({
    req,
    eventName: created,
    eventIds: made.map(({ event_id }) => event_id),
  })
  return new Map(made.map(({ no, id }) => [no, id]))
}

export type BulkPatch = {
  id: string
  patch: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, readonly string[]>>
  /** What stood there, by column, for the event. */
  before: Readonly<Record<string, unknown>>
}

/** Changes columns of records past Payload's hooks, many in one statement, each with its event. */
export const updateInBulk = async ({
  req,
  kind,
  teller,
  patches,
}: {
  req: PayloadRequest
  kind: BulkKind
  teller: BulkTeller
  patches: readonly BulkPatch[]
}): Promise<void> => {
  if (patches.length === 0) return
  await refuseOutside(req)
  const table = tableOf(kind.collection)
  const columns = columnsOf(patches.map(({ patch }) => patch))
  const given = patches.map(({ id, patch, texts, before }) => ({
    id,
    patch,
    texts,
    ...toldOf({ req, kind, before, row: patch, texts }),
  }))
  const sets = ['updated_at = now()', ...columns.map((column) => `${column} = p.${column}`)]
  const hasTexts = patches.some(({ texts }) => Object.keys(texts).length > 0)
  const told = await sqlOf(req).rows({
    schema: z.object({ event_id: z.string() }),
    text: `with given as materialized (
        select g.*, uuid_v7() as event_id from jsonb_to_recordset($1::jsonb)
          as g (id uuid, patch jsonb, texts jsonb, changes jsonb, personal jsonb)
      ),
      made as (
        update ${table} c set ${sets.join(', ')}
        from given join ${table} old on old.id = given.id
          cross join lateral jsonb_populate_record(old, given.patch) p
        where c.id = given.id
        returning c.*
      ),
      ${
        hasTexts
          ? `words as (
        insert into ${table}_texts (parent_id, path, "order", text)
        select given.id, field.key, word.at, word.text
        from given cross join lateral jsonb_each(given.texts) field
          cross join lateral jsonb_array_elements_text(field.value) with ordinality word (text, at)
      ),`
          : ''
      }
      told as (
        insert into domain_events (id, name, subject_type, subject_id, person_type, person_id,
          client_id, order_id, actor_kind, actor_id, changes, request_id)
        select given.event_id, $2, ${subjectColumns({ kind, row: 'made', subject: '$3' })},
          $4, $5, given.changes, $6
        from given join made using (id)
      ),
      apart as (
        insert into domain_event_personal (event_id, values)
        select given.event_id, given.personal from given join made using (id)
        where given.personal <> '{}'::jsonb
      )
      select given.event_id::text from given join made using (id)`,
    values: [
      JSON.stringify(given),
      `${kind.subject}.updated`,
      kind.subject,
      teller.actorKind,
      teller.actorId,
      teller.requestId,
    ],
  })
  await followUp({
    req,
    eventName: `${kind.subject}.updated`,
    eventIds: told.map(({ event_id }) => event_id),
  })
}

/** Deletes records past Payload's hooks, many in one statement, each with its event. */
export const deleteInBulk = async ({
  req,
  kind,
  teller,
  ids,
}: {
  req: PayloadRequest
  kind: BulkKind
  teller: BulkTeller
  ids: readonly string[]
}): Promise<void> => {
  if (ids.length === 0) return
  await refuseOutside(req)
  const deleted = kind.story?.deleted ?? `${kind.subject}.deleted`
  const told = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `with gone as (delete from ${tableOf(kind.collection)} where id = any($1::uuid[]) returning *)
      insert into domain_events (name, subject_type, subject_id, person_type, person_id, client_id,
        order_id, actor_kind, actor_id, request_id, changes)
      select $2, ${subjectColumns({ kind, row: 'gone', subject: '$3' })}, $4, $5, $6,
        ${changesOf({ kind, row: 'gone', given: 'null::jsonb' })} from gone
      returning id::text`,
    values: [ids, deleted, kind.subject, teller.actorKind, teller.actorId, teller.requestId],
  })
  await followUp({
    req,
    eventName: deleted,
    eventIds: told.map(({ id }) => id),
  })
}

/** A job per event for each reaction that listens; nobody listening costs one look. */
const followUp = async ({
  req,
  eventName,
  eventIds,
}: {
  req: PayloadRequest
  eventName: string
  eventIds: readonly string[]
}): Promise<void> => {
  if (eventIds.length === 0) return
  const sql = sqlOf(req)
  for (const { name, on, isOnEvery, isWanted } of registryOf(req.payload).reactions) {
    if (!isOnEvery && !on.includes(eventName)) continue
    if (isWanted && !(await isWanted({ sql, eventName }))) continue
    for (const eventId of eventIds) await enqueue({ req, queue: name, data: { eventId } })
  }
}

const refuseOutside = async (req: PayloadRequest): Promise<void> => {
  if (!(await transactionClientOf(req)))
    throw new Error('Records were written in bulk outside a transaction.')
}

/** Columns that the code of a plugin names; a name from outside would end up in the statement. */
const columnsOf = (rows: readonly Readonly<Record<string, unknown>>[]): string[] => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const odd = columns.find((column) => !/^[a-z][a-z0-9_]*$/.test(column))
  if (odd !== undefined) throw new Error(`${odd} is no column.`)
  return columns
}

/** What an event is about and whose it is: subject, person, client and order. */
const subjectColumns = ({
  kind: { about, story },
  row,
  subject,
}: {
  kind: BulkKind
  row: string
  subject: string
}): string => {
  if (story) {
    const [kind, id] = [`${row}.${story.kind}`, `${row}.${story.id}`]
    const when = (condition: string, value: string) => `case when ${condition} then ${value} end`
    const isPerson = `${kind} in ('candidate', 'client-contact')`
    return [
      // The parameter is named so that the statement has one type for it in every case.
      `coalesce(${kind}, ${subject}::text)`,
      id,
      when(isPerson, kind),
      when(isPerson, id),
      when(`${kind} = 'client'`, id),
      when(`${kind} = 'job-order'`, id),
    ].join(', ')
  }
  const { person, client, order } = about
  return [
    `${subject}::text`,
    `${row}.id::text`,
    person ? `'${person.kind}'` : 'null',
    person ? `${row}.${person.column}::text` : 'null',
    client ? `${row}.${client}::text` : 'null',
    order ? `${row}.${order}::text` : 'null',
  ].join(', ')
}

const changesOf = ({
  kind: { story },
  row,
  given,
}: {
  kind: BulkKind
  row: string
  given: string
}): string =>
  story ? `coalesce(${given}, '{}') || jsonb_build_object('${story.as}', ${row}.id)` : given

const toldOf = ({
  req,
  kind,
  before,
  row,
  texts,
}: {
  req: PayloadRequest
  kind: BulkKind
  before: Readonly<Record<string, unknown>>
  row: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, readonly string[]>>
}): { changes: Record<string, unknown>; personal: Record<string, unknown> } =>
  kind.story
    ? // What has no story of its own is somebody's words: told by name, kept apart.
      { changes: { text: null }, personal: { text: [before.text ?? null, row.text ?? null] } }
    : toldValues({
        req,
        collection: kind.collection,
        before: fieldsOf({ row: before, texts: {} }),
        after: fieldsOf({ row, texts }),
      })

/** Columns as the fields they hold: `first_name` → `firstName`, `owner_id` → `owner`. */
const fieldsOf = ({
  row,
  texts,
}: {
  row: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, readonly string[]>>
}): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column
        .replace(/_id$/, '')
        .replaceAll(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase()),
      value,
    ]),
  ),
  ...texts,
})
