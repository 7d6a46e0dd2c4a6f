import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { wholeNumber } from '#plugins/kernel'
import { ok, statesOf, type Result } from '#plugins/kernel/domain'
import {
  isClosedOrder,
  jobOrderWorkflow,
  type JobOrderState,
  type OpeningState,
} from '#plugins/pipeline/domain'
import { ageBucketOf, ageBuckets, type AgeBucket } from '../domain'
import { refusalOf, type Clock } from './reader'
import { reportsSql } from './reports-sql'

export type OpenOrders = {
  total: number
  byState: readonly { state: JobOrderState; label: string; count: number }[]
  byAge: readonly { bucket: AgeBucket; count: number }[]
  openOpenings: number
}

export const openOrderStates: readonly JobOrderState[] = statesOf(jobOrderWorkflow).filter(
  (state) => !isClosedOrder(state),
)

const freeSeatStates: readonly OpeningState[] = ['open', 'reserved']

/** Orders that are not over, by state and by calendar days since they were received. */
export const openOrders = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<Result<OpenOrders>> => {
  const refusal = refusalOf({ req })
  if (refusal) return refusal
  const rows = await reportsSql(req).rows({
    schema: z.object({
      state: z.string(),
      received_on: z.string(),
      count: wholeNumber,
      seats: wholeNumber,
    }),
    text: `select o.state, to_char(coalesce(o.received_at, o.created_at) at time zone $2, 'YYYY-MM-DD')
        as received_on, count(*) as count,
        coalesce(sum((select count(*) from openings p where p.job_order_id = o.id
          and p.state = any($3))), 0) as seats
      from job_orders o
      where o.deleted_at is null and o.state = any($1)
      group by 1, 2`,
    values: [openOrderStates, clock.zone, freeSeatStates],
  })
  const countWhere = (test: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(test).reduce((sum, row) => sum + row.count, 0)
  return ok({
    total: countWhere(() => true),
    byState: openOrderStates.map((state) => ({
      state,
      label: jobOrderWorkflow.states[state].label,
      count: countWhere((row) => row.state === state),
    })),
    byAge: ageBuckets.map((bucket) => ({
      bucket,
      count: countWhere(
        (row) => ageBucketOf({ receivedOn: row.received_on, today: clock.today }) === bucket,
      ),
    })),
    openOpenings: rows.reduce((sum, row) => sum + row.seats, 0),
  })
}
