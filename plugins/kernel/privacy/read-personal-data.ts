import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '../database/sql'
import type { PersonRef } from '../domain/actor'
import { registryOf } from '../registry/registry'
import { knownValuesOf, quoted } from './known-values'

export type PersonalRows = { table: string; dataClass: string; rows: Record<string, unknown>[] }

/**
 * Every row that is about a person, as they may have it: without hashes and tokens, and without what
 * others said in confidence or agreed among themselves.
 */
export const readPersonalData = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<PersonalRows[]> => {
  const known = await knownValuesOf({ req, person })
  const found: PersonalRows[] = []
  for (const entry of registryOf(req.payload).personalData) {
    const condition = entry.of?.[person.kind]
    if (!condition) continue
    const rows = await sqlOf(req).rows({
      schema: z.object({ row: z.record(z.string(), z.unknown()) }),
      text: `select to_jsonb(t) - $3::text[] as row
        from ${quoted(entry.table)} t,
          (select $1::uuid as person, $2::text[] as known) given
        where ${condition}`,
      values: [person.id, known.map((value) => value.toLowerCase()), [...(entry.withheld ?? [])]],
    })
    if (rows.length > 0)
      found.push({
        table: entry.table,
        dataClass: entry.dataClass,
        rows: rows.map(({ row }) => row),
      })
  }
  return found
}
