import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord, spendLink, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen } from '#plugins/placements/domain'
import { approverOf } from '../access/whose-sheet'
import { reckonSheet } from './reckon-sheet'
import { stampTerms } from './stamp-terms'

/**
 * The client says yes: the hours become pay and bill lines in the same transaction, reckoned over
 * all placements of the worker's week. Of two approvals at once one counts.
 */
export const approveTimesheet = defineCommand({
  name: 'approve-timesheet',
  summary: 'Approve the hours of a week, which pays and bills them',
  input: z.object({
    timesheetId: chosen('a timesheet'),
    /** The revision that was on the screen. */
    revision: z.number().int().min(0).optional(),
  }),
  allow: {
    staff: 'time.approve',
    portal: ['client-contact'],
    link: {
      purpose: 'timesheet.approve',
      subject: ({ timesheetId }) => ({ kind: 'timesheet', id: timesheetId }),
    },
  },
  run: async ({ input: { timesheetId, revision }, ctx: { req, actor } }) => {
    const sheet = await lockRecord({ req, collection: 'timesheets', id: timesheetId })
    if (!sheet) return refuseMissing('timesheet')
    const approver = await approverOf({ req, actor, sheet })
    if (!approver.ok) return approver
    if (revision !== undefined && revision !== sheet.revision)
      return refuseState({
        code: 'changed-meanwhile',
        message: 'These hours were changed meanwhile. Reload the page and look at them again.',
      })
    const moved = await moveRecord({
      req,
      collection: 'timesheets',
      id: timesheetId,
      to: 'approved',
      data: { approvedAt: await databaseNow(req), approvedByName: approver.value.name },
      what: 'timesheet',
    })
    if (!moved.ok) return moved
    if (!(await spendLink({ req, actor })))
      return refuseState({ code: 'link-spent', message: 'This link was already used.' })
    await stampTerms({ req, sheet })
    const reckoned = await reckonSheet({ req, sheet })
    if (!reckoned.ok) return reckoned
    if (reckoned.value.isLocked) await lockSheet({ req, sheet })
    return ok({ timesheetId, posted: reckoned.value.posted })
  },
})

/** It came after payroll: its lines are a correction, and it is closed like the week. */
const lockSheet = async ({
  req,
  sheet,
}: {
  req: PayloadRequest
  sheet: DataFromCollectionSlug<'timesheets'>
}): Promise<void> => {
  const locked = await moveRecord({
    req,
    collection: 'timesheets',
    id: sheet.id,
    to: 'locked',
    what: 'timesheet',
  })
  if (!locked.ok) throw new Error(`The sheet could not be locked: ${locked.failure.code}`)
}
