import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, type Result } from '#plugins/kernel/domain'

/** A pool that the actor may see; a private one of a colleague is not there. */
export const lockPool = async ({
  req,
  poolId,
}: {
  req: PayloadRequest
  poolId: string
}): Promise<Result<DataFromCollectionSlug<'talent-pools'>>> => {
  const visible = await req.payload.findByID({
    collection: 'talent-pools',
    id: poolId,
    depth: 0,
    req,
    overrideAccess: false,
    disableErrors: true,
  })
  const pool = visible ? await lockRecord({ req, collection: 'talent-pools', id: poolId }) : null
  return pool ? ok(pool) : refuseMissing('talent pool')
}
