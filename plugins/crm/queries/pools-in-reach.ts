import type { PayloadRequest } from 'payload'

import { actorOf } from '#plugins/kernel'

/** As many as one reading gives. */
const mostListed = 250

/** The talent pools that whoever asks may see, by name; of some ids only those. */
export const poolsInReach = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids?: readonly string[]
}): Promise<readonly { id: string; name: string }[]> => {
  const { docs } = await req.payload.find({
    collection: 'talent-pools',
    ...(ids ? { where: { id: { in: [...ids] } } } : {}),
    sort: 'name',
    limit: mostListed,
    pagination: false,
    depth: 0,
    select: { name: true },
    req,
    overrideAccess: actorOf(req).kind === 'system',
  })
  return docs.map(({ id, name }) => ({ id, name }))
}

export const isPoolInReach = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<boolean> => (await poolsInReach({ req, ids: [id] })).length > 0

/** Why a search may not ask for these pools; null when it may. */
export const refusalOfPools = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<string | null> => {
  if (ids.length === 0) return null
  const seen = new Set((await poolsInReach({ req, ids })).map(({ id }) => id))
  return ids.every((id) => seen.has(id))
    ? null
    : 'A pool of this search is gone, or no longer shared with you. Choose another.'
}
