import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { guardCommand, lockRecord, sqlOf } from '#plugins/kernel'
import { refuseInput } from '#plugins/kernel/domain'
import { endPlacement } from '#plugins/placements'
import { timesheetWorkflow } from '../domain'
import { isEditable } from '../domain/timesheet-workflow'

/**
 * A placement does not end before hours that were sent to the client or approved. What the worker has
 * only typed so far is shown to them as wrong instead.
 */
export const keepWorkedDays = guardCommand({
  command: endPlacement,
  judge: async ({ input: { placementId, lastDayOn }, ctx: { req } }) => {
    await lockRecord({ req, collection: 'placements', id: placementId })
    const sheets = await sheetsAfter({ req, placementId, day: lastDayOn })
    const kept = sheets.filter(({ state }) => !isEditable(state))
    if (kept.length === 0) return null
    return refuseInput({
      lastDayOn: `There are hours after this day: ${kept.map(inWords).join('; ')}. Reopen those timesheets first, or choose a later day.`,
    })
  },
})

const sheetRow = z.object({
  ref: z.string().nullable(),
  state: z.string(),
  days: z.array(z.string()),
})

const sheetsAfter = async ({
  req,
  placementId,
  day,
}: {
  req: PayloadRequest
  placementId: string
  day: string
}) =>
  await sqlOf(req).rows({
    schema: sheetRow,
    text: `select s.ref, s.state, array_agg(distinct e.work_on order by e.work_on) as days
      from timesheets s join time_entries e on e.timesheet_id = s.id
      where s.placement_id = $1 and e.work_on > $2
      group by s.id order by min(e.work_on)`,
    values: [placementId, day],
  })

const inWords = ({ ref, state, days }: z.output<typeof sheetRow>): string => {
  const label = Object.entries(timesheetWorkflow.states).find(([name]) => name === state)?.[1].label
  return `${days.join(', ')} (${[ref, label?.toLowerCase()].filter(Boolean).join(', ')})`
}
