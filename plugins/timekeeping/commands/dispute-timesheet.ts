import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord, spendLink } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen, reasonSchema } from '#plugins/placements/domain'
import { approverOf } from '../access/whose-sheet'

/** The client says what is wrong; the worker corrects the hours and submits them again. */
export const disputeTimesheet = defineCommand({
  name: 'dispute-timesheet',
  summary: 'Send the hours of a week back to the worker with what is wrong',
  input: z.object({ timesheetId: chosen('a timesheet'), reason: reasonSchema }),
  allow: {
    staff: 'time.approve',
    portal: ['client-contact'],
    link: {
      purpose: 'timesheet.approve',
      subject: ({ timesheetId }) => ({ kind: 'timesheet', id: timesheetId }),
    },
  },
  run: async ({ input: { timesheetId, reason }, ctx: { req, actor } }) => {
    const sheet = await lockRecord({ req, collection: 'timesheets', id: timesheetId })
    if (!sheet) return refuseMissing('timesheet')
    const approver = await approverOf({ req, actor, sheet })
    if (!approver.ok) return approver
    const moved = await moveRecord({
      req,
      collection: 'timesheets',
      id: timesheetId,
      to: 'disputed',
      reason,
      data: { disputeReason: reason, problem: null },
      what: 'timesheet',
    })
    if (!moved.ok) return moved
    if (!(await spendLink({ req, actor })))
      return refuseState({ code: 'link-spent', message: 'This link was already used.' })
    return ok({ timesheetId })
  },
})
