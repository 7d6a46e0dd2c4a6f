import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber, type Sql } from '../database/sql'
import type { PersonRef } from '../domain/actor'
import type { PersonalTable } from '../domain/personal-data'
import { bossSchema } from '../jobs/boss'
import { registryOf } from '../registry/registry'
import { knownValuesOf, patternOf, quoted } from './known-values'
import { proveErasure } from './prove-erasure'

/** What stands where somebody was named. */
const struck = 'Erased'

export type ErasedTable = { table: string; rows: number }

/**
 * Takes a person out of every table that a plugin lists: their rows go or are emptied, and free text
 * elsewhere no longer names them. In the caller's transaction, so that all of it happens or nothing.
 *
 * @param isNameKept wage law asks who was paid: the name stays in its own columns, nowhere else
 */
export const erasePersonalData = async ({
  req,
  person,
  isNameKept,
}: {
  req: PayloadRequest
  person: PersonRef
  isNameKept: boolean
}): Promise<ErasedTable[]> => {
  const known = await knownValuesOf({ req, person })
  const sql = sqlOf(req)
  const counts = new Map<string, number>()
  const sealed: string[] = []
  const count = (table: string, { rows, eventIds }: Touched) => {
    if (rows > 0) counts.set(table, (counts.get(table) ?? 0) + rows)
    sealed.push(...eventIds)
  }
  // Upper plugins first: their rows lead to the lower ones.
  const entries = registryOf(req.payload).personalData.toReversed()
  for (const entry of entries) {
    const condition = entry.of?.[person.kind]
    if (condition)
      count(entry.table, await eraseRows({ sql, entry, condition, person, known, isNameKept }))
  }
  const pattern = patternOf(known)
  if (pattern) {
    for (const entry of entries) count(entry.table, await strikeOut({ sql, entry, pattern }))
    count('jobs', { rows: await strikeOutOfJobs({ sql, pattern }), eventIds: [] })
  }
  await proveErasure({ req, subject: person, eventIds: sealed })
  return [...counts].map(([table, rows]) => ({ table, rows }))
}

/** How many rows were touched, and of those that the audit seals, which. */
type Touched = { rows: number; eventIds: readonly string[] }

const nothing: Touched = { rows: 0, eventIds: [] }

/** Runs the statement; the events are named where the table is sealed. */
export const touch = async ({
  sql,
  entry,
  text,
  values,
}: {
  sql: Sql
  entry: PersonalTable
  text: string
  values: readonly unknown[]
}): Promise<Touched> => {
  if (!entry.isSealed) return { rows: await sql.run({ text, values }), eventIds: [] }
  const rows = await sql.rows({
    schema: z.object({ event_id: z.string() }),
    text: `${text} returning event_id`,
    values,
  })
  return { rows: rows.length, eventIds: rows.map(({ event_id }) => event_id) }
}

const given = '(select $1::uuid as person, $2::text[] as known) given'

const eraseRows = async ({
  sql,
  entry,
  condition,
  person,
  known,
  isNameKept,
}: {
  sql: Sql
  entry: PersonalTable
  condition: string
  person: PersonRef
  known: readonly string[]
  isNameKept: boolean
}): Promise<Touched> => {
  const values = [person.id, known.map((value) => value.toLowerCase())]
  const table = quoted(entry.table)
  const where = `(${condition})${entry.keptRows ? ` and not (${entry.keptRows})` : ''}`
  if (entry.isDeleted)
    return await touch({
      sql,
      entry,
      text: `delete from ${table} t using ${given} where ${where}`,
      values,
    })
  const emptied = Object.entries({
    ...entry.erased,
    ...(isNameKept ? {} : entry.name),
    ...entry.mentions,
  })
  if (emptied.length === 0) return nothing
  const sets = emptied.map(([column], index) => `${quoted(column)} = $${index + 3}`)
  return await touch({
    sql,
    entry,
    text: `update ${table} t set ${sets.join(', ')} from ${given} where ${where}`,
    values: [...values, ...emptied.map(([, value]) => value)],
  })
}

/** What is known of the person goes out of the free text of everybody else's rows. */
const strikeOut = async ({
  sql,
  entry,
  pattern,
}: {
  sql: Sql
  entry: PersonalTable
  pattern: string
}): Promise<Touched> => {
  const columns = Object.keys(entry.mentions ?? {})
  if (columns.length === 0) return nothing
  const types = await typesOf({ sql, table: entry.table })
  const sets = columns.map(
    (column) =>
      `${quoted(column)} = regexp_replace(${quoted(column)}::text, $1, '${struck}', 'gi')::${types.get(column) ?? 'text'}`,
  )
  // With the old salt, what was struck out could be found by trying.
  if (entry.isSealed) sets.push('salt = default')
  const names = columns.map((column) => `${quoted(column)}::text ~* $1`)
  return await touch({
    sql,
    entry,
    text: `update ${quoted(entry.table)} set ${sets.join(', ')} where ${names.join(' or ')}`,
    values: [pattern],
  })
}

const typesOf = async ({
  sql,
  table,
}: {
  sql: Sql
  table: string
}): Promise<ReadonlyMap<string, string>> => {
  const rows = await sql.rows({
    schema: z.object({ column_name: z.string(), data_type: z.string() }),
    text: `select column_name, data_type from information_schema.columns
      where table_schema = current_schema() and table_name = $1`,
    values: [table],
  })
  return new Map(rows.map(({ column_name, data_type }) => [column_name, data_type]))
}

const strikeOutOfJobs = async ({
  sql,
  pattern,
}: {
  sql: Sql
  pattern: string
}): Promise<number> => {
  let rows = 0
  for (const table of ['job', 'archive'])
    rows += await sql.run({
      text: `update ${bossSchema}.${table} set
          data = regexp_replace(data::text, $1, '${struck}', 'gi')::jsonb,
          output = regexp_replace(output::text, $1, '${struck}', 'gi')::jsonb
        where data::text ~* $1 or output::text ~* $1`,
      values: [pattern],
    })
  return rows
}

/** How many rows of each table are about a person, and how many of them the law keeps. */
export type FoundRows = { table: string; dataClass: string; rows: number; kept: number }

export const countPersonalData = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<FoundRows[]> => {
  const known = await knownValuesOf({ req, person })
  const found: FoundRows[] = []
  for (const entry of registryOf(req.payload).personalData) {
    const condition = entry.of?.[person.kind]
    if (!condition) continue
    const isLegal = (entry.kept?.length ?? 0) > 0
    const row = await sqlOf(req).first({
      schema: z.object({ rows: wholeNumber, kept: wholeNumber }),
      text: `select count(*) as rows,
          count(*) filter (where ${isLegal ? 'true' : (entry.keptRows ?? entry.demandsName ?? 'false')}) as kept
        from ${quoted(entry.table)} t, ${given} where ${condition}`,
      values: [person.id, known.map((value) => value.toLowerCase())],
    })
    if (row && row.rows > 0) found.push({ table: entry.table, dataClass: entry.dataClass, ...row })
  }
  return found
}

/** The youngest row for which the law asks who was paid; null when there is none. */
export const nameDemandedSince = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<string | null> => {
  let youngest: string | null = null
  for (const entry of registryOf(req.payload).personalData) {
    const condition = entry.of?.[person.kind]
    if (!condition || !entry.demandsName) continue
    const row = await sqlOf(req).first({
      schema: z.object({ at: z.date().nullable() }),
      text: `select max(t.created_at) as at from ${quoted(entry.table)} t, ${given}
        where (${condition}) and (${entry.demandsName})`,
      values: [person.id, []],
    })
    const at = row?.at?.toISOString() ?? null
    if (at && (!youngest || at > youngest)) youngest = at
  }
  return youngest
}
