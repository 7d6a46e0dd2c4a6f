import type { PayloadRequest } from 'payload'

import { actorOf, inOwnTransaction, publish, requestFor } from '#plugins/kernel'

/** Keeps that somebody searched candidates, by what and with how many found (security row J-6). */
export const announceSearch = async ({
  req,
  text,
  found,
}: {
  req: PayloadRequest
  text: string
  found: number
}): Promise<void> => {
  const actor = actorOf(req)
  const own = await requestFor({ payload: req.payload, actor })
  await inOwnTransaction({
    req: own,
    run: async () =>
      await publish({
        req: own,
        event: {
          name: 'candidate.searched',
          subject: { kind: 'user', id: actor.id },
          changes: { found, criteria: null },
          // Whoever is looked for by name stands in the criteria.
          personal: { criteria: [null, text] },
        },
      }),
  })
}
