import type { PayloadRequest } from 'payload'

import { actorOf, announceReading } from '#plugins/kernel'

/** Keeps that somebody searched candidates by words, and how many were shown (security row J-6). */
export const announceSearch = async ({
  req,
  text,
  found,
}: {
  req: PayloadRequest
  text: string
  found: number
}): Promise<void> => {
  await announceReading({
    req,
    event: {
      name: 'candidate.searched',
      subject: { kind: 'user', id: actorOf(req).id },
      changes: { found, page: 1, criteria: null },
      // Whoever is looked for by name stands in the criteria.
      personal: { criteria: [null, text] },
    },
  })
}
