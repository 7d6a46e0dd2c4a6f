import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf, databaseNow } from '#plugins/kernel'
import { rankInColumn } from './rank-in-column'
import { findStage } from './find-stage'

/** The live submission of a candidate on an order. The caller holds the order's lock. */
export const liveSubmissionOf = async ({
  req,
  jobOrderId,
  candidateId,
}: {
  req: PayloadRequest
  jobOrderId: string
  candidateId: string
}): Promise<{ id: string; state: string } | null> =>
  await sqlOf(req).first({
    schema: z.object({ id: z.string(), state: z.string() }),
    text: `select id, state from submissions where job_order_id = $1 and candidate_id = $2
      and state not in ('rejected', 'withdrawn') order by id limit 1`,
    values: [jobOrderId, candidateId],
  })

/** Puts a candidate into the first column of an order. The caller holds the order's lock. */
export const writeSubmission = async ({
  req,
  order,
  candidateId,
  data,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  candidateId: string
  data: Pick<DataFromCollectionSlug<'submissions'>, 'source'> &
    Partial<DataFromCollectionSlug<'submissions'>>
}): Promise<DataFromCollectionSlug<'submissions'>> => {
  const stage = await findStage({ req, by: { state: 'new' } })
  return await req.payload.create({
    collection: 'submissions',
    data: {
      ...data,
      state: 'new',
      jobOrder: order.id,
      candidate: candidateId,
      client: idOf(order.client),
      stage: stage?.id ?? null,
      rank: await rankInColumn({
        req,
        orderId: order.id,
        stageId: stage?.id ?? null,
        submissionId: null,
        beforeId: null,
      }),
      enteredStageAt: await databaseNow(req),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
}
