import type { PayloadRequest } from 'payload'

import { actorOf, announceReading } from '#plugins/kernel'

export const candidateSearched = 'candidate.searched'

/**
 * Keeps that somebody searched candidates, by what, and how many there were (security row J-6). The one
 * place that says so, for the search by words and for lists.
 *
 * @param criteria the words typed, or the conditions of a list as JSON
 */
export const announceSearch = async ({
  req,
  criteria,
  found,
  page,
}: {
  req: PayloadRequest
  criteria: string
  found: number | null
  page: number | null
}): Promise<void> => {
  await announceReading({
    req,
    event: {
      name: candidateSearched,
      subject: { kind: 'user', id: actorOf(req).id },
      changes: { found, page, criteria: null },
      // Whoever is looked for by name stands in the criteria.
      personal: { criteria: [null, criteria] },
    },
  })
}
