import type { PayloadRequest } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can, holdsLink, isUuid } from '#plugins/kernel/domain'
import { candidatePlacementById, type CandidatePlacement } from './placements-of-candidate'

/**
 * One placement with its letter, for the holder of its `placement.letter` link, its signed-in
 * worker, or staff who may see pay. Null to everybody else, as if it were not there.
 */
export const placementForCandidate = async ({
  req,
  placementId,
}: {
  req: PayloadRequest
  placementId: string
}): Promise<CandidatePlacement | null> => {
  if (!isUuid(placementId)) return null
  const actor = actorOf(req)
  const found = await candidatePlacementById({ req, placementId })
  if (!found) return null
  const { candidateId, ...placement } = found
  const isEntitled =
    can({ actor, permission: 'pay.read' }) ||
    (actor.kind === 'portal' && actor.candidateId === candidateId) ||
    holdsLink({
      actor,
      purpose: 'placement.letter',
      subject: { kind: 'placement', id: placementId },
    })
  return isEntitled ? placement : null
}
