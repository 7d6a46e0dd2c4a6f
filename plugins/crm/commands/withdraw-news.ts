import type { PayloadRequest } from 'payload'

import { databaseNow } from '#plugins/kernel'

/** Takes back what a candidate agreed to about news, for whoever said so by another way than the portal. */
export const withdrawNews = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<void> => {
  const withdrawnAt = await databaseNow(req)
  await req.payload.update({
    collection: 'consents',
    where: {
      candidate: { equals: candidateId },
      purpose: { equals: 'marketing' },
      withdrawnAt: { exists: false },
    },
    data: { withdrawnAt },
    req,
    overrideAccess: true,
    depth: 0,
  })
}
