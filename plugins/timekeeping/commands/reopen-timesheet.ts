import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, revokeLinks } from '#plugins/kernel'
import { can, ok, refuseMissing, refuseRight } from '#plugins/kernel/domain'
import { chosen, reasonSchema } from '#plugins/placements/domain'
import { isWorkersOwn } from '../access/whose-sheet'
import { isCounted } from '../domain/timesheet-workflow'
import { reckonSheet } from './reckon-sheet'
import { clearTerms } from './stamp-terms'

/**
 * Takes hours back for correction. Before approval the worker may do it; approved hours only staff
 * who may approve, and their lines are reversed at once.
 */
export const reopenTimesheet = defineCommand({
  name: 'reopen-timesheet',
  summary: 'Take submitted or approved hours back for correction',
  input: z.object({ timesheetId: chosen('a timesheet'), reason: reasonSchema }),
  allow: {
    staff: 'time.write',
    portal: ['candidate'],
    link: {
      purpose: 'timesheet.enter',
      subject: ({ timesheetId }) => ({ kind: 'timesheet', id: timesheetId }),
    },
  },
  run: async ({ input: { timesheetId, reason }, ctx: { req, actor } }) => {
    const sheet = await lockRecord({ req, collection: 'timesheets', id: timesheetId })
    if (!sheet || !isWorkersOwn({ actor, candidateId: idOf(sheet.candidate) }))
      return refuseMissing('timesheet')
    const wasCounted = isCounted(sheet.state)
    if (wasCounted && !can({ actor, permission: 'time.approve' }))
      return refuseRight('These hours are approved. Ask the agency to correct them.')
    const moved = await moveRecord({
      req,
      collection: 'timesheets',
      id: timesheetId,
      to: 'draft',
      reason,
      data: { approvedAt: null, approvedByName: null, problem: null },
      what: 'timesheet',
    })
    if (!moved.ok) return moved
    await revokeLinks({
      req,
      purpose: 'timesheet.approve',
      subject: { kind: 'timesheet', id: timesheetId },
    })
    if (!wasCounted) return ok({ timesheetId, posted: 0 })
    await clearTerms({ req, sheet })
    const reckoned = await reckonSheet({ req, sheet })
    return reckoned.ok ? ok({ timesheetId, posted: reckoned.value.posted }) : reckoned
  },
})
