import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, moveRecord, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen } from '#plugins/placements/domain'

/**
 * Payroll has run: the week and its approved sheets are closed. Hours that come later are paid and
 * billed by further lines. Sheets are locked before the week, as an approval does.
 */
export const lockWorkWeek = defineCommand({
  name: 'lock-work-week',
  summary: 'Close a worker’s week after payroll',
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
    if (!week) return refuseMissing('work week')
    const candidates = await approvedSheets({
      req,
      candidateId: idOf(week.candidate),
      legalEntityId: idOf(week.legalEntity),
      weekStartsOn: week.weekStartsOn,
    })
    const moved = await moveRecord({
      req,
      collection: 'work-weeks',
      id: workWeekId,
      to: 'locked',
      what: 'work week',
    })
    if (!moved.ok) return moved
    const sheets = await withoutOpenWeek({ req, sheetIds: candidates })
    for (const id of sheets) {
      const locked = await moveRecord({
        req,
        collection: 'timesheets',
        id,
        to: 'locked',
        what: 'timesheet',
      })
      if (!locked.ok) return locked
    }
    return ok({ workWeekId, lockedSheets: sheets.length })
  },
})

const approvedSheets = async ({
  req,
  candidateId,
  legalEntityId,
  weekStartsOn,
}: {
  req: PayloadRequest
  candidateId: string | null
  legalEntityId: string | null
  weekStartsOn: string
}): Promise<string[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from timesheets s
      where candidate_id = $1 and legal_entity_id = $2 and state = 'approved'
        and exists (select 1 from pay_lines l where l.timesheet_id = s.id and l.week_starts_on = $3)
      order by id for update`,
    values: [candidateId, legalEntityId, weekStartsOn],
  })
  return rows.map(({ id }) => id)
}

/** A sheet across two workweeks is closed with the later of them. */
const withoutOpenWeek = async ({
  req,
  sheetIds,
}: {
  req: PayloadRequest
  sheetIds: readonly string[]
}): Promise<string[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from timesheets s where id = any($1::uuid[]) and not exists (
        select 1 from pay_lines l
        join work_weeks w on w.candidate_id = l.candidate_id
          and w.legal_entity_id = l.legal_entity_id and w.week_starts_on = l.week_starts_on
        where l.timesheet_id = s.id and w.state = 'open')
      order by id`,
    values: [[...sheetIds]],
  })
  return rows.map(({ id }) => id)
}
