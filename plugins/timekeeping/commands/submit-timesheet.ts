import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, sqlOf, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { reachableApproverOf } from '#plugins/placements'
import { chosen } from '#plugins/placements/domain'
import { isWorkersOwn } from '../access/whose-sheet'
import { judgeDays } from './judge-days'
import { noteProblem } from './note-problem'

/**
 * Sends the week's hours to the client. From now on they are not edited. Where nobody at the client
 * can be asked, they wait all the same, the agency is told, and `isSentToClient` says so.
 */
export const submitTimesheet = defineCommand({
  name: 'submit-timesheet',
  summary: 'Send the hours of a week to the client for approval',
  input: z.object({ timesheetId: chosen('a timesheet') }),
  allow: {
    staff: 'time.write',
    portal: ['candidate'],
    link: {
      purpose: 'timesheet.enter',
      subject: ({ timesheetId }) => ({ kind: 'timesheet', id: timesheetId }),
    },
  },
  run: async ({ input: { timesheetId }, ctx: { req, actor } }) => {
    const sheet = await lockRecord({ req, collection: 'timesheets', id: timesheetId })
    if (!sheet || !isWorkersOwn({ actor, candidateId: idOf(sheet.candidate) }))
      return refuseMissing('timesheet')
    const entry = await sqlOf(req).first({
      schema: z.object({ id: z.string() }),
      text: 'select id from time_entries where timesheet_id = $1 limit 1',
      values: [timesheetId],
    })
    if (!entry)
      return refuseState({ code: 'no-hours', message: 'Enter your hours before you submit them.' })
    const outside = await judgeDays({ req, sheet })
    if (outside) return outside
    const moved = await moveRecord({
      req,
      collection: 'timesheets',
      id: timesheetId,
      to: 'submitted',
      data: { submittedAt: await databaseNow(req), disputeReason: null, problem: null },
      what: 'timesheet',
    })
    if (!moved.ok) return moved
    const approver = await reachableApproverOf({ req, placementId: idOf(sheet.placement) })
    if (!approver)
      await noteProblem({
        req,
        timesheetId,
        problem:
          'Nobody at the client can be asked to approve these hours. Choose a contact with an e-mail address on the placement, or approve them after a call.',
      })
    return ok({ timesheetId, isSentToClient: approver !== null })
  },
})
