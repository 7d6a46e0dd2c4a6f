import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '../database/sql'
import type { SubjectRef } from '../domain/actor'
import { publish } from '../events/publish'
import { personalHash } from '../events/seal-text'

/** Says of which events the personal values were taken, wholly or in part. */
export const valuesErased = 'audit.values-erased'

/** So many stand in one event; what a person leaves in the audit fits into few. */
const mostPerEvent = 500

/**
 * Tells in the audit, where it is sealed itself, whose personal values an erasure took and what it left
 * of them, as hashes. Values that are gone or others without such word were tampered with.
 *
 * @param subject whose erasure it is, or the class of data that had its time
 */
export const proveErasure = async ({
  req,
  subject,
  eventIds,
}: {
  req: PayloadRequest
  subject: SubjectRef
  eventIds: readonly string[]
}): Promise<void> => {
  const ids = [...new Set(eventIds)].sort()
  for (let start = 0; start < ids.length; start += mostPerEvent) {
    const rows = await sqlOf(req).rows({
      schema: z.object({ id: z.string(), hash: z.string() }),
      text: `select erased.id, ${personalHash('p')} as hash
        from unnest($1::uuid[]) erased(id) left join domain_event_personal p on p.event_id = erased.id
        order by erased.id`,
      values: [ids.slice(start, start + mostPerEvent)],
    })
    await publish({
      req,
      event: {
        name: valuesErased,
        subject,
        changes: { hashes: Object.fromEntries(rows.map(({ id, hash }) => [id, hash])) },
      },
    })
  }
}
