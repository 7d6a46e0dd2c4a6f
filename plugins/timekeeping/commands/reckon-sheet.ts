import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { isZone, ok, type Day, type Result } from '#plugins/kernel/domain'
import { touchedWeeks, toWeekday, weeksBeside } from '../domain/touched-weeks'
import { reckonWeek } from './reckon-week'

/**
 * Reckons every week of the employer that a sheet's time touches or once touched: a client's week may
 * lie across two of them, and a night shift over their border. Work in another zone may also change
 * the weeks beside, whose workdays it shares. In order of time, so that two sheets never wait for each
 * other's weeks.
 */
export const reckonSheet = async ({
  req,
  sheet,
}: {
  req: PayloadRequest
  sheet: DataFromCollectionSlug<'timesheets'>
}): Promise<Result<{ isLocked: boolean; posted: number }>> => {
  const candidateId = idOf(sheet.candidate)
  const legalEntityId = idOf(sheet.legalEntity)
  let posted = 0
  let isLocked = true
  const weeks = await weeksOf({ req, sheetId: sheet.id, candidateId, legalEntityId })
  for (const { weekStartsOn, isBeside } of weeks) {
    const week = await reckonWeek({ req, week: { candidateId, legalEntityId, weekStartsOn } })
    if (!week.ok) return week
    posted += week.value.posted
    if (!isBeside) isLocked &&= week.value.isLocked
  }
  return ok({ isLocked, posted })
}

const weeksOf = async ({
  req,
  sheetId,
  candidateId,
  legalEntityId,
}: {
  req: PayloadRequest
  sheetId: string
  candidateId: string
  legalEntityId: string
}): Promise<{ weekStartsOn: Day; isBeside: boolean }[]> => {
  const sql = sqlOf(req)
  const employer = await sql.first({
    schema: z.object({ zone: z.string().refine(isZone), starts_on: wholeNumber }),
    text: `select zone, workweek_starts_on as starts_on from legal_entities where id = $1
      for share`,
    values: [legalEntityId],
  })
  if (!employer) throw new Error(`The legal entity ${legalEntityId} does not exist.`)
  const spans = await sql.rows({
    schema: z.object({ startAt: instant, endAt: instant, zone: z.string() }),
    text: `select started_at as "startAt", ended_at as "endAt", zone from time_entries
      where timesheet_id = $1`,
    values: [sheetId],
  })
  const posted = await sql.rows({
    schema: z.object({ week: z.string() }),
    text: `select week_starts_on as week from pay_lines where timesheet_id = $1
      union select week_starts_on from bill_lines where timesheet_id = $1`,
    values: [sheetId],
  })
  const now = touchedWeeks({
    spans,
    zone: employer.zone,
    startsOn: toWeekday(employer.starts_on),
  })
  const touched = [...new Set([...now, ...posted.map(({ week }) => week)])]
  const isElsewhere = spans.length === 0 || spans.some(({ zone }) => zone !== employer.zone)
  const beside = isElsewhere
    ? await knownWeeks({ req, candidateId, legalEntityId, among: weeksBeside(touched) })
    : []
  return [
    ...touched.map((weekStartsOn) => ({ weekStartsOn, isBeside: false })),
    ...beside.map((weekStartsOn) => ({ weekStartsOn, isBeside: true })),
  ].sort((a, b) => (a.weekStartsOn < b.weekStartsOn ? -1 : 1))
}

/** Those that were reckoned before: a week without time has nothing to change. */
const knownWeeks = async ({
  req,
  candidateId,
  legalEntityId,
  among,
}: {
  req: PayloadRequest
  candidateId: string
  legalEntityId: string
  among: readonly Day[]
}): Promise<Day[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ week: z.string() }),
    text: `select week_starts_on as week from work_weeks
      where candidate_id = $1 and legal_entity_id = $2 and week_starts_on = any($3)`,
    values: [candidateId, legalEntityId, [...among]],
  })
  return rows.map(({ week }) => week)
}
