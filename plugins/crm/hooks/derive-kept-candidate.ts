import type { CollectionBeforeValidateHook } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'

/** What is written about a record that was merged belongs to the one that was kept. */
export const deriveKeptCandidate: CollectionBeforeValidateHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const candidate: unknown = data?.candidate
  if (typeof candidate !== 'string' || candidate === originalDoc?.candidate || !isUuid(candidate))
    return data
  const kept = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select merged_into_id::text as id from candidates
      where id = $1 and merged_into_id is not null`,
    values: [candidate],
  })
  return kept ? { ...data, candidate: kept.id } : data
}
