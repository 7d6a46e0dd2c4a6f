import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { freeOpening } from './free-opening'

/** Gives back every seat that is reserved for a candidate. The order is locked by the caller. */
export const releaseSeats = async ({
  req,
  submissionId,
  reason,
}: {
  req: PayloadRequest
  submissionId: string
  reason: string
}): Promise<void> => {
  const seats = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from openings where submission_id = $1 and state = 'reserved' order by number`,
    values: [submissionId],
  })
  for (const { id } of seats) {
    const freed = await freeOpening({ req, openingId: id, reason })
    if (!freed.ok) throw new Error(`Opening ${id}: ${freed.failure.code}`)
  }
}
