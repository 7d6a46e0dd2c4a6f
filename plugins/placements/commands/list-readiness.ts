import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf } from '#plugins/kernel'
import { settleItem } from './settle-item'

/** The item that the rendered letter belongs to. */
export const letterItemName = 'Assignment letter'

/**
 * Writes what must be there before the first day: each credential that the order asks for, and the
 * assignment letter. A credential that is verified and does not run out before the start counts.
 */
export const listReadiness = async ({
  req,
  order,
  placement,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  placement: DataFromCollectionSlug<'placements'>
}): Promise<void> => {
  const candidate = idOf(placement.candidate)
  const typeIds = (order.credentialTypes ?? []).flatMap((type) => idOf(type) ?? [])
  const types = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), name: z.string(), held: z.boolean() }),
    text: `select t.id, t.name, exists (
        select 1 from credentials c
        where c.type_id = t.id and c.candidate_id = $2 and c.state in ('verified', 'waived')
          and (c.expires_on is null or c.expires_on >= $3)) as held
      from credential_types t where t.id = any($1::uuid[]) order by t.name`,
    values: [typeIds, candidate, placement.startsOn],
  })
  const items = [
    ...types.map(({ id, name, held }) => ({
      name,
      kind: 'credential' as const,
      credentialType: id,
      isDone: held,
    })),
    { name: letterItemName, kind: 'document' as const, credentialType: null, isDone: false },
  ]
  for (const { isDone, ...item } of items) {
    const created = await req.payload.create({
      collection: 'readiness-items',
      data: { ...item, state: 'missing', placement: placement.id, candidate },
      req,
      overrideAccess: true,
      depth: 0,
    })
    if (isDone) await settleItem({ req, id: created.id, to: 'verified', note: 'Already on file.' })
  }
}
