import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand } from '#plugins/kernel'
import { refuseMissing } from '#plugins/kernel/domain'
import { chosen } from '#plugins/placements/domain'
import { reckonWeek } from './reckon-week'

/** Reckons a week again, as after a repair. Without a change nothing is posted. */
export const evaluateWorkWeek = defineCommand({
  name: 'evaluate-work-week',
  summary: 'Reckon a worker’s week again and post what is missing',
  input: z.object({ workWeekId: chosen('a work week') }),
  allow: { staff: 'time.approve' },
  run: async ({ input: { workWeekId }, ctx: { req } }) => {
    const week = await req.payload.findByID({
      collection: 'work-weeks',
      id: workWeekId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    const candidateId = idOf(week?.candidate)
    const legalEntityId = idOf(week?.legalEntity)
    if (!week || !candidateId || !legalEntityId) return refuseMissing('work week')
    return await reckonWeek({
      req,
      week: { candidateId, legalEntityId, weekStartsOn: week.weekStartsOn },
    })
  },
})
