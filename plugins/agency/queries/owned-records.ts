import type { PayloadRequest } from 'payload'

import { actorOf, countOwned, registryOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import type { Permission } from '../domain/permissions'

const managing: Permission = 'staff.write'

export type OwnedCount = { key: string; label: string; count: number }

/** What a colleague is responsible for now, by kind; kinds of which there is nothing are left out. */
export const ownedRecords = async ({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<OwnedCount[]> => {
  if (!can({ actor: actorOf(req), permission: managing })) return []
  const counts: OwnedCount[] = []
  for (const { key, label, ...owned } of registryOf(req.payload).owners)
    counts.push({ key, label, count: await countOwned({ req, owned, ownerId: userId }) })
  return counts.filter(({ count }) => count > 0)
}
