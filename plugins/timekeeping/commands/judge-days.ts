import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf } from '#plugins/kernel'
import { refuseState, type Failure, type Result } from '#plugins/kernel/domain'
import { firstDayOf, lastDayOf } from '#plugins/placements/domain'

/**
 * Refuses a sheet with hours on days on which its placement does not run, as after its end was moved
 * forward. The placement is held until the commit, so that its days cannot change meanwhile.
 */
export const judgeDays = async ({
  req,
  sheet,
}: {
  req: PayloadRequest
  sheet: DataFromCollectionSlug<'timesheets'>
}): Promise<Result<never, Failure> | null> => {
  const sql = sqlOf(req)
  const placementId = idOf(sheet.placement)
  await sql.run({ text: 'select from placements where id = $1 for share', values: [placementId] })
  const placement = await req.payload.findByID({
    collection: 'placements',
    id: placementId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const first = firstDayOf(placement)
  const last = lastDayOf(placement)
  const rows = await sql.rows({
    schema: z.object({ day: z.string() }),
    text: `select distinct work_on as day from time_entries
      where timesheet_id = $1 and (work_on < $2 or work_on > $3) order by 1`,
    values: [sheet.id, first, last ?? '9999-12-31'],
  })
  if (rows.length === 0) return null
  return refuseState({
    code: 'hours-outside-placement',
    message: `This assignment ran from ${first}${last ? ` to ${last}` : ''}, but there are hours on ${rows.map(({ day }) => day).join(', ')}. Remove them first.`,
  })
}
