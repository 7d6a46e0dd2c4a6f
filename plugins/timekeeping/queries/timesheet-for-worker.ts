import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf } from '#plugins/kernel'
import { can, eachDay, holdsLink, isUuid, type Day } from '#plugins/kernel/domain'
import { isEditable } from '../domain/timesheet-workflow'
import { sheetEntries, type SheetEntry } from './sheet-entries'
import { sheetColumns, sheetRow, sheetTables, type Sheet } from './sheet-rows'

export type WorkerTimesheet = Sheet & {
  /**
   * The days of the week on which the placement runs, the ones that take hours; and those with hours
   * from before its days were changed, so that nothing that was typed is lost unseen.
   */
  days: Day[]
  canEdit: boolean
  entries: SheetEntry[]
}

/**
 * A sheet for the holder of its `timesheet.enter` link, its signed-in worker, or staff with
 * `time.read`. Null to everybody else.
 */
export const timesheetForWorker = async ({
  req,
  timesheetId,
}: {
  req: PayloadRequest
  timesheetId: string
}): Promise<WorkerTimesheet | null> => {
  if (!isUuid(timesheetId)) return null
  const actor = actorOf(req)
  const found = await sqlOf(req).first({
    schema: sheetRow.extend({ candidateId: z.string() }),
    text: `select ${sheetColumns}, s.candidate_id as "candidateId" from ${sheetTables} where s.id = $1`,
    values: [timesheetId],
  })
  if (!found) return null
  const { candidateId, ...sheet } = found
  const isEntitled =
    can({ actor, permission: 'time.read' }) ||
    (actor.kind === 'portal' && actor.candidateId === candidateId) ||
    holdsLink({
      actor,
      purpose: 'timesheet.enter',
      subject: { kind: 'timesheet', id: timesheetId },
    })
  if (!isEntitled) return null
  const entries = await sheetEntries({ req, timesheetId })
  const days = [
    ...eachDay({ from: sheet.firstDay, to: sheet.lastDay ?? sheet.weekEndsOn }),
    ...entries.map(({ day }) => day),
  ]
  return {
    ...sheet,
    days: [...new Set(days)].sort(),
    canEdit: isEditable(sheet.state),
    entries,
  }
}
