import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf } from '#plugins/kernel'
import { can, holdsLink, isUuid, type Actor } from '#plugins/kernel/domain'
import { sheetEntries, type SheetEntry } from './sheet-entries'
import { sheetColumns, sheetRow, sheetTables, type Sheet } from './sheet-rows'

export type ApproverTimesheet = Sheet & {
  /** Submitted and waiting for this answer. */
  canDecide: boolean
  entries: SheetEntry[]
}

/**
 * A sheet that was submitted, for the contact of its client who holds its `timesheet.approve` link, a
 * signed-in contact of its client, or staff with `time.read`. Null to everybody else, and for hours that are still the
 * worker's own draft.
 */
export const timesheetForApprover = async ({
  req,
  timesheetId,
}: {
  req: PayloadRequest
  timesheetId: string
}): Promise<ApproverTimesheet | null> => {
  if (!isUuid(timesheetId)) return null
  const actor = actorOf(req)
  const found = await sqlOf(req).first({
    schema: sheetRow.extend({ clientId: z.string() }),
    text: `select ${sheetColumns}, s.client_id as "clientId" from ${sheetTables}
      where s.id = $1 and s.state <> 'draft'`,
    values: [timesheetId],
  })
  if (!found) return null
  const { clientId, ...sheet } = found
  const isEntitled =
    can({ actor, permission: 'time.read' }) ||
    (actor.kind === 'portal' && actor.contactId !== null && actor.clientId === clientId) ||
    (holdsLink({
      actor,
      purpose: 'timesheet.approve',
      subject: { kind: 'timesheet', id: timesheetId },
    }) &&
      (await isContactOf({ req, actor, clientId })))
  if (!isEntitled) return null
  return {
    ...sheet,
    canDecide: sheet.state === 'submitted',
    entries: await sheetEntries({ req, timesheetId }),
  }
}

/** A link to somebody who belongs to another company, or was removed, shows nothing. */
const isContactOf = async ({
  req,
  actor,
  clientId,
}: {
  req: PayloadRequest
  actor: Actor
  clientId: string
}): Promise<boolean> => {
  if (actor.kind !== 'link' || actor.person?.kind !== 'client-contact') return false
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from client_contacts where id = $1 and client_id = $2 and deleted_at is null',
    values: [actor.person.id, clientId],
  })
  return row !== null
}
