import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import {
  usualAmberPercent,
  usualEscalateAfterMinutes,
  type ClockTimes,
} from '../domain/clock-times'

const row = z
  .object({
    kind: z.string(),
    minutes: wholeNumber,
    amber_percent: wholeNumber,
    escalate_after_minutes: wholeNumber,
  })
  .transform(
    ({
      kind,
      minutes,
      amber_percent: amberPercent,
      escalate_after_minutes: escalateAfterMinutes,
    }) => ({
      kind,
      times: { minutes, amberPercent, escalateAfterMinutes },
    }),
  )

const columns = 'kind, minutes, amber_percent, escalate_after_minutes'

/** The times that a clock of this kind gets when it begins now. */
export const clockTimesOf = async ({
  req,
  kind,
}: {
  req: PayloadRequest
  kind: { kind: string; minutes: number }
}): Promise<ClockTimes> => {
  const own = await sqlOf(req).first({
    schema: row,
    text: `select ${columns} from clock_times where kind = $1`,
    values: [kind.kind],
  })
  return own?.times ?? usualTimes(kind)
}

/** The times of those kinds that have own ones, for the screen that sets them. */
export const ownClockTimes = async (
  req: PayloadRequest,
): Promise<ReadonlyMap<string, ClockTimes>> => {
  const rows = await sqlOf(req).rows({
    schema: row,
    text: `select ${columns} from clock_times`,
  })
  return new Map(rows.map(({ kind, times }) => [kind, times]))
}

export const usualTimes = ({ minutes }: { minutes: number }): ClockTimes => ({
  minutes,
  amberPercent: usualAmberPercent,
  escalateAfterMinutes: usualEscalateAfterMinutes,
})
