import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { statesOf } from '#plugins/kernel/domain'
import { openingWorkflow, type OpeningState } from '../domain/opening-workflow'

/** The states of an order's openings, for commands that hold the order's lock. */
export const openingStatesOf = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<OpeningState[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ state: z.enum(statesOf(openingWorkflow)) }),
    text: 'select state from openings where job_order_id = $1 order by number',
    values: [jobOrderId],
  })
  return rows.map(({ state }) => state)
}
