import type { CollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { moveRecord, revokeLinks, sqlOf, tableOf, databaseNow } from '#plugins/kernel'

/** Withdraws the open offer and cancels the interviews to come of a submission that has ended. */
export const endOpenSteps = async ({
  req,
  submissionId,
  reason,
}: {
  req: PayloadRequest
  submissionId: string
  reason: string
}): Promise<void> => {
  const now = await databaseNow(req)
  for (const id of await openIds({
    req,
    collection: 'offers',
    submissionId,
    states: ['draft', 'extended', 'accepted'],
  })) {
    await revokeLinks({ req, purpose: 'offer.answer', subject: { kind: 'offer', id } })
    const moved = await moveRecord({
      req,
      collection: 'offers',
      id,
      to: 'withdrawn',
      reason,
      data: { resolvedAt: now, declineReason: reason },
      what: 'offer',
    })
    if (!moved.ok) throw new Error(`Offer ${id}: ${moved.failure.code}`)
  }
  for (const id of await openIds({
    req,
    collection: 'interviews',
    submissionId,
    states: ['proposed', 'scheduled'],
  })) {
    await revokeLinks({ req, purpose: 'interview.answer', subject: { kind: 'interview', id } })
    const interview = await req.payload.findByID({
      collection: 'interviews',
      id,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const moved = await moveRecord({
      req,
      collection: 'interviews',
      id,
      to: 'cancelled',
      reason,
      data: { sequence: interview.sequence + 1 },
      what: 'interview',
    })
    if (!moved.ok) throw new Error(`Interview ${id}: ${moved.failure.code}`)
  }
}

const openIds = async ({
  req,
  collection,
  submissionId,
  states,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  submissionId: string
  states: readonly string[]
}): Promise<string[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from ${tableOf(collection)}
      where submission_id = $1 and state = any($2) order by id for update`,
    values: [submissionId, states],
  })
  return rows.map(({ id }) => id)
}
