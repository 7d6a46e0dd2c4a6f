import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, sqlOf, todayAt } from '#plugins/kernel'
import {
  addDays,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  weekStartOf,
  type Day,
} from '#plugins/kernel/domain'
import { termsOfPlacement, zoneOfPlacement } from '#plugins/placements'
import {
  chosen,
  daySchema,
  firstDayOf,
  hasStarted,
  isPermanent,
  lastDayOf,
  termsInForce,
} from '#plugins/placements/domain'
import { isWorkersOwn } from '../access/whose-sheet'
import { toWeekday } from '../domain/touched-weeks'

/**
 * Opens the sheet of a placement for the week that holds a day; the same sheet however often. The
 * placement is locked, so that two openings at once give one sheet.
 */
export const openTimesheet = defineCommand({
  name: 'open-timesheet',
  summary: 'Open the timesheet of a placement for a week',
  input: z.object({
    placementId: chosen('a placement'),
    /** Any day of the week. */
    weekStartsOn: daySchema,
  }),
  allow: { staff: 'time.write', portal: ['candidate'] },
  run: async ({ input: { placementId, weekStartsOn: day }, ctx }) => {
    const { req } = ctx
    const placement = await lockRecord({ req, collection: 'placements', id: placementId })
    if (!placement || !isWorkersOwn({ actor: ctx.actor, candidateId: idOf(placement.candidate) }))
      return refuseMissing('placement')
    if (isPermanent(placement.employmentType))
      return refuseState({
        code: 'no-timesheets',
        message: 'A permanent placement has no timesheets.',
      })
    if (!hasStarted(placement.state))
      return refuseState({
        code: 'not-started',
        message: 'This placement has not started yet. Hours can be entered from its first day on.',
      })
    const terms = await termsOfPlacement({ req, placementId })
    const inForce = termsInForce({ terms, on: day }) ?? terms[0]
    if (!inForce) throw new Error(`The placement ${placementId} has no terms.`)
    const weekStartsOn = weekStartOf({ day, startsOn: toWeekday(inForce.workweekStartsOn) })
    const weekEndsOn = addDays({ day: weekStartsOn, days: 6 })
    const outside = outsideOf({ placement, weekStartsOn, weekEndsOn })
    if (outside) return refuseInput({ weekStartsOn: outside })
    if (weekStartsOn > (await todayAt({ req, zone: await zoneOfPlacement({ req, placement }) })))
      return refuseInput({
        weekStartsOn: `This week begins on ${weekStartsOn}. Its sheet can be opened from that day on.`,
      })

    const known = await sheetOf({ req, placementId, weekStartsOn })
    if (known) return ok({ timesheetId: known, isNew: false })
    const sheet = await req.payload.create({
      collection: 'timesheets',
      data: {
        state: 'draft',
        placement: placementId,
        candidate: idOf(placement.candidate),
        client: idOf(placement.client),
        legalEntity: idOf(placement.legalEntity),
        weekStartsOn,
        weekEndsOn,
        workedMinutes: 0,
        revision: 0,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ timesheetId: sheet.id, isNew: true })
  },
})

const outsideOf = ({
  placement,
  weekStartsOn,
  weekEndsOn,
}: {
  placement: DataFromCollectionSlug<'placements'>
  weekStartsOn: Day
  weekEndsOn: Day
}): string | null => {
  const first = firstDayOf(placement)
  const last = lastDayOf(placement)
  if (weekEndsOn < first)
    return `This placement starts on ${first}. Choose that week or a later one.`
  if (last !== null && weekStartsOn > last)
    return `This placement ended on ${last}. Choose that week or an earlier one.`
  return null
}

const sheetOf = async ({
  req,
  placementId,
  weekStartsOn,
}: {
  req: PayloadRequest
  placementId: string
  weekStartsOn: Day
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from timesheets where placement_id = $1 and week_starts_on = $2',
    values: [placementId, weekStartsOn],
  })
  return row?.id ?? null
}
