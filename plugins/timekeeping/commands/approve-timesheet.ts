import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  databaseNow,
  defineCommand,
  inSavepoint,
  lockRecord,
  moveRecord,
  spendLink,
} from '#plugins/kernel'
import {
  ok,
  refuse,
  refuseMissing,
  refuseState,
  type Actor,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { chosen } from '#plugins/placements/domain'
import { approverOf } from '../access/whose-sheet'
import { judgeDays } from './judge-days'
import { noteProblem } from './note-problem'
import { reckonSheet } from './reckon-sheet'
import { stampTerms } from './stamp-terms'

type Sheet = DataFromCollectionSlug<'timesheets'>

/**
 * The client says yes: the hours become pay and bill lines in the same transaction, reckoned over
 * all placements of the worker's week. Of two approvals at once one counts. What stands in the way of
 * reckoning them is the agency's business: a client is told only that somebody looks at it.
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
    const approval = await inSavepoint({
      req,
      run: async () => await approveAndReckon({ req, actor, sheet, name: approver.value.name }),
      keep: (result) => result.ok,
    })
    if (approval.ok || !approval.failure.isReckoning) return approval
    const isOutside = actor.kind === 'link' || actor.kind === 'portal'
    if (!isOutside) return approval
    await noteProblem({ req, timesheetId, problem: approval.failure.message })
    return refuse<Failure>({ ...lookingAtIt.failure, isKept: true })
  },
})

const lookingAtIt = refuseState({
  code: 'being-looked-at',
  message: 'We are looking at these hours. You need not do anything now; we come back to you.',
})

/** What the reckoning refused, besides what the approver could have done otherwise. */
type ApprovalFailure = Failure & { isReckoning?: boolean }

const approveAndReckon = async ({
  req,
  actor,
  sheet,
  name,
}: {
  req: PayloadRequest
  actor: Actor
  sheet: Sheet
  name: string
}): Promise<Result<{ timesheetId: string; posted: number }, ApprovalFailure>> => {
  const moved = await moveRecord({
    req,
    collection: 'timesheets',
    id: sheet.id,
    to: 'approved',
    data: { approvedAt: await databaseNow(req), approvedByName: name, problem: null },
    what: 'timesheet',
  })
  if (!moved.ok) return moved
  if (!(await spendLink({ req, actor })))
    return refuseState({ code: 'link-spent', message: 'This link was already used.' })
  const reckoned = (await judgeDays({ req, sheet })) ?? (await reckon({ req, sheet }))
  if (!reckoned.ok) return refuse<ApprovalFailure>({ ...reckoned.failure, isReckoning: true })
  if (reckoned.value.isLocked) await lockSheet({ req, sheet })
  return ok({ timesheetId: sheet.id, posted: reckoned.value.posted })
}

const reckon = async ({ req, sheet }: { req: PayloadRequest; sheet: Sheet }) => {
  await stampTerms({ req, sheet })
  return await reckonSheet({ req, sheet })
}

/** It came after payroll: its lines are a correction, and it is closed like the week. */
const lockSheet = async ({ req, sheet }: { req: PayloadRequest; sheet: Sheet }): Promise<void> => {
  const locked = await moveRecord({
    req,
    collection: 'timesheets',
    id: sheet.id,
    to: 'locked',
    what: 'timesheet',
  })
  if (!locked.ok) throw new Error(`The sheet could not be locked: ${locked.failure.code}`)
}
