import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '../database/sql'
import type { PersonRef } from '../domain/actor'
import type { PersonalTable } from '../domain/personal-data'
import { registryOf } from '../registry/registry'
import { touch } from './erase-personal-data'
import { knownValuesOf, quoted } from './known-values'
import { proveErasure } from './prove-erasure'

type Expiry = {
  req: PayloadRequest
  /** Class of data, as the plugins' lists name it. */
  dataClass: string
  /** How old, in months. */
  months: number
  /** Whose rows stay, whatever their age. */
  held: readonly PersonRef[]
}

/** How many rows of each table are older than the rule of their class says. */
export const countExpired = async ({
  req,
  dataClass,
  months,
  held,
}: Expiry): Promise<{ table: string; rows: number }[]> => {
  const counts: { table: string; rows: number }[] = []
  const heldJson = await heldAsJson({ req, held })
  for (const entry of expiring({ req, dataClass })) {
    const row = await sqlOf(req).first({
      schema: z.object({ rows: wholeNumber }),
      text: `select count(*) as rows from ${quoted(entry.table)} t where ${isExpired(entry)}`,
      values: [months, heldJson],
    })
    if (row && row.rows > 0) counts.push({ table: entry.table, rows: row.rows })
  }
  return counts
}

/** Deletes or empties at most so many of them, in the caller's transaction. Returns how many. */
export const expirePersonalData = async ({
  limit,
  ...expiry
}: Expiry & { limit: number }): Promise<number> => {
  const { req, dataClass, months, held } = expiry
  const heldJson = await heldAsJson({ req, held })
  const sql = sqlOf(req)
  const eventIds: string[] = []
  let touched = 0
  for (const entry of expiring({ req, dataClass })) {
    const table = quoted(entry.table)
    const due = `t.ctid in (select t.ctid from ${table} t where ${isExpired(entry)} limit $3 for update)`
    const emptied = Object.entries(entry.mentions ?? {})
    const done = await touch({
      sql,
      entry,
      text:
        entry.expires === 'deleted'
          ? `delete from ${table} t where ${due}`
          : `update ${table} t set ${emptied
              .map(([column], index) => `${quoted(column)} = $${index + 4}`)
              .join(', ')} where ${due}`,
      values: [
        months,
        heldJson,
        limit,
        ...(entry.expires === 'deleted' ? [] : emptied.map(([, value]) => value)),
      ],
    })
    touched += done.rows
    eventIds.push(...done.eventIds)
  }
  await proveErasure({ req, subject: { kind: 'retention', id: dataClass }, eventIds })
  return touched
}

const expiring = ({
  req,
  dataClass,
}: {
  req: PayloadRequest
  dataClass: string
}): PersonalTable[] =>
  registryOf(req.payload).personalData.filter(
    (entry) => entry.dataClass === dataClass && entry.expires !== undefined,
  )

/** Older than $1 months, about nobody of $2, and not empty already. */
const isExpired = (entry: PersonalTable): string => {
  const old = `${entry.agedBy ?? 't.created_at'} < now() - make_interval(months => $1)`
  const heldRows = Object.entries(entry.of ?? {}).map(
    ([kind, condition]) => `exists (
      select 1 from (
        select (h ->> 'id')::uuid as person,
          array(select jsonb_array_elements_text(h -> 'known')) as known
        from jsonb_array_elements($2::jsonb) h where h ->> 'kind' = '${kind}') given
      where ${condition})`,
  )
  // The parameter is named even where nobody can be held, so that its type is known.
  const isHeld = heldRows.length > 0 ? heldRows.join(' or ') : '$2::jsonb is null'
  const isFull =
    entry.expires === 'emptied'
      ? ` and (${Object.entries(entry.mentions ?? {})
          .map(
            ([column, empty]) =>
              `t.${quoted(column)} is distinct from ${empty === null ? 'null' : `'${empty.replaceAll("'", "''")}'`}`,
          )
          .join(' or ')})`
      : ''
  return `${old} and not (${isHeld})${isFull}`
}

const heldAsJson = async ({
  req,
  held,
}: {
  req: PayloadRequest
  held: readonly PersonRef[]
}): Promise<string> => {
  const people = []
  for (const person of held)
    people.push({
      ...person,
      known: (await knownValuesOf({ req, person })).map((value) => value.toLowerCase()),
    })
  return JSON.stringify(people)
}
