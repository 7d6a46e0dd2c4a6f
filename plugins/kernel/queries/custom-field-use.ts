import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { tableOf } from '../commands/lock-record'
import { actorOf } from '../commands/actor-of'
import { sqlOf, wholeNumber } from '../database/sql'
import { can } from '../domain/actor'
import { ok, refuseRight, type Result } from '../domain/result'

/** In how many records of a collection each of the agency's own fields is filled in, by key. */
export const customFieldUse = async ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: string
}): Promise<Result<Readonly<Record<string, number>>>> => {
  if (!can({ actor: actorOf(req), permission: 'settings.write' })) return refuseRight()
  const rows = await sqlOf(req).rows({
    schema: z.object({ key: z.string(), records: wholeNumber }),
    text: `select key, count(*) as records
      from "${tableOf(collection)}", jsonb_object_keys(custom) as key
      where jsonb_typeof(custom) = 'object' group by key`,
  })
  return ok(Object.fromEntries(rows.map(({ key, records }) => [key, records])))
}
