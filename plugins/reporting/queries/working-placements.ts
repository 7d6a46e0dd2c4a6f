import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { wholeNumber } from '#plugins/kernel'
import { addDays, ok, type Result } from '#plugins/kernel/domain'
import { workingStates, type PlacementState } from '#plugins/placements/domain'
import { refusalOf, type Clock } from './reader'
import { reportsSql } from './reports-sql'

export type WorkingPlacements = {
  /** At work today. */
  working: number
  /** Agreed, first day within 14 days or overdue. */
  startingSoon: number
  /** At work, last day within 30 days. */
  endingSoon: number
}

export const awaitedStates: readonly PlacementState[] = ['pending', 'confirmed', 'ready']
export const startingWithinDays = 14
const endingWithinDays = 30

/** People at work for clients, and who starts and ends soon. */
export const workingPlacements = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<Result<WorkingPlacements>> => {
  const refusal = refusalOf({ req })
  if (refusal) return refusal
  const row = await reportsSql(req).first({
    schema: z
      .object({ working: wholeNumber, starting: wholeNumber, ending: wholeNumber })
      .transform((counts) => ({
        working: counts.working,
        startingSoon: counts.starting,
        endingSoon: counts.ending,
      })),
    text: `select count(*) filter (where state = any($1)) as working,
        count(*) filter (where state = any($2) and starts_on <= $3) as starting,
        count(*) filter (where state = any($1) and ends_on <= $4) as ending
      from placements`,
    values: [
      workingStates,
      awaitedStates,
      addDays({ day: clock.today, days: startingWithinDays }),
      addDays({ day: clock.today, days: endingWithinDays }),
    ],
  })
  return ok(row ?? { working: 0, startingSoon: 0, endingSoon: 0 })
}
