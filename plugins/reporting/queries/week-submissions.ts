import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { wholeNumber } from '#plugins/kernel'
import { ok, statesOf, type Result } from '#plugins/kernel/domain'
import { submissionWorkflow, type SubmissionState } from '#plugins/pipeline/domain'
import { refusalOf, type Clock } from './reader'
import { reportsSql } from './reports-sql'

export type WeekSubmissions = {
  total: number
  /** Those of the week before, up to the same weekday and time, for comparison. */
  totalBefore: number
  byState: readonly { state: SubmissionState; label: string; count: number }[]
}

/** Submissions made since Monday, by where they stand now. A candidate on two orders counts twice. */
export const weekSubmissions = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<Result<WeekSubmissions>> => {
  const refusal = refusalOf({ req })
  if (refusal) return refusal
  const rows = await reportsSql(req).rows({
    schema: z.object({ state: z.string(), this_week: wholeNumber, week_before: wholeNumber }),
    text: `select state,
        count(*) filter (where created_at >= $1) as this_week,
        count(*) filter (where created_at < $1 and created_at <= $2::timestamptz - interval '7 days')
          as week_before
      from submissions
      where created_at >= $1::timestamptz - interval '7 days'
      group by 1`,
    values: [clock.weekBegins, clock.now],
  })
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + of(row), 0)
  return ok({
    total: sum((row) => row.this_week),
    totalBefore: sum((row) => row.week_before),
    byState: statesOf(submissionWorkflow).map((state) => ({
      state,
      label: submissionWorkflow.states[state].label,
      count: rows.find((row) => row.state === state)?.this_week ?? 0,
    })),
  })
}
