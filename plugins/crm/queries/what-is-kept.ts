import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, countPersonalData, sqlOf, type FoundRows } from '#plugins/kernel'
import {
  can,
  refuseMissing,
  refuseRight,
  ok,
  type PersonRef,
  type Result,
} from '#plugins/kernel/domain'
import { nameNeededUntil } from './name-needed'
import { holdsOn } from './holds-on'

export type WhatIsKept = {
  name: string
  tables: FoundRows[]
  holds: { id: string; reason: string }[]
  /** Until when the name would stay after an erasure today. */
  nameKeptUntilOn: string | null
  erased: { at: string; nameKeptUntilOn: string | null } | null
}

/** What the agency knows of a person, counted per table, and what an erasure would leave. */
export const whatIsKept = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<Result<WhatIsKept>> => {
  if (!can({ actor: actorOf(req), permission: 'privacy.manage' })) return refuseRight()
  const sql = sqlOf(req)
  const row = await sql.first({
    schema: z.object({ name: z.string().nullable() }),
    text: `select name from ${person.kind === 'candidate' ? 'candidates' : 'client_contacts'} where id = $1`,
    values: [person.id],
  })
  if (!row) return refuseMissing('person')
  const erased = await sql.first({
    schema: z.object({ at: z.date(), until: z.string().nullable() }),
    text: 'select erased_at as at, name_kept_until_on as until from erasures where person_id = $1',
    values: [person.id],
  })
  return ok({
    name: row.name ?? '',
    tables: await countPersonalData({ req, person }),
    holds: await holdsOn({ req, person }),
    nameKeptUntilOn: await nameNeededUntil({ req, person }),
    erased: erased ? { at: erased.at.toISOString(), nameKeptUntilOn: erased.until } : null,
  })
}
