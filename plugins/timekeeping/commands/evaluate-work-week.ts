import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { chosen, daySchema } from '#plugins/placements/domain'
import { reckonWeek } from './reckon-week'

/** Reckons a week again, as after a repair. Without a change nothing is posted. */
export const evaluateWorkWeek = defineCommand({
  name: 'evaluate-work-week',
  summary: 'Reckon a worker’s week again and post what is missing',
  input: z.object({
    candidateId: chosen('a candidate'),
    legalEntityId: chosen('a legal entity'),
    weekStartsOn: daySchema,
  }),
  allow: { staff: 'time.approve' },
  run: async ({ input, ctx: { req } }) => await reckonWeek({ req, week: input }),
})
