import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/** The skills of the agency's list by the folded words they are found by. */
export const skillsByKey = async ({
  req,
  keys,
}: {
  req: PayloadRequest
  keys: readonly string[]
}): Promise<ReadonlyMap<string, { id: string; name: string }>> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ key: z.string(), id: z.string(), name: z.string() }),
    text: `select t.text as key, s.id, s.name from skills_texts t join skills s on s.id = t.parent_id
      where t.path = 'keys' and t.text = any($1)`,
    values: [[...new Set(keys)]],
  })
  return new Map(rows.map(({ key, id, name }) => [key, { id, name }]))
}
