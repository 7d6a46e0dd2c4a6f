import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import {
  databaseNow,
  defineCommand,
  instant,
  lockRecord,
  moveRecord,
  sqlOf,
  takeTurn,
} from '#plugins/kernel'
import {
  addDays,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Day,
  type Result,
} from '#plugins/kernel/domain'
import { zonesOfPlacement } from '#plugins/placements'
import { chosen, firstDayOf, lastDayOf, termsInForce } from '#plugins/placements/domain'
import { isWorkersOwn } from '../access/whose-sheet'
import {
  timeEntrySchema,
  validateEntries,
  type KnownTime,
  type ResolvedEntry,
} from '../domain/time-entry'
import { isEditable } from '../domain/timesheet-workflow'

const entrySchema = timeEntrySchema.omit({ placementId: true }).extend({
  note: z.string().trim().max(500, 'Please keep the note below 500 characters.').optional(),
})

type Entry = z.output<typeof entrySchema>
type Sheet = DataFromCollectionSlug<'timesheets'>

/**
 * Replaces the hours of a sheet. `revision` is the one that was on the screen: who saves over
 * somebody else's newer hours is refused. Messages stand at `entries.<index>.<field>`.
 */
export const saveTimesheet = defineCommand({
  name: 'save-timesheet',
  summary: 'Enter the hours of a week',
  input: z.object({
    timesheetId: chosen('a timesheet'),
    revision: z.number().int().min(0),
    entries: z.array(entrySchema).max(60, 'Please enter at most 60 entries a week.'),
  }),
  allow: {
    staff: 'time.write',
    portal: ['candidate'],
    link: {
      purpose: 'timesheet.enter',
      subject: ({ timesheetId }) => ({ kind: 'timesheet', id: timesheetId }),
    },
  },
  run: async ({ input: { timesheetId, revision, entries }, ctx: { req, actor } }) => {
    const sheet = await lockRecord({ req, collection: 'timesheets', id: timesheetId })
    if (!sheet || !isWorkersOwn({ actor, candidateId: idOf(sheet.candidate) }))
      return refuseMissing('timesheet')
    if (!isEditable(sheet.state))
      return refuseState({
        code: 'not-editable',
        message: 'These hours were submitted and can no longer be changed here.',
      })
    if (sheet.revision !== revision)
      return refuseState({
        code: 'changed-meanwhile',
        message: 'These hours were changed meanwhile. Reload the page and enter your change again.',
      })
    const resolved = await resolveEntries({ req, sheet, entries })
    if (!resolved.ok) return resolved
    if (sheet.state === 'disputed') {
      const reopened = await moveRecord({
        req,
        collection: 'timesheets',
        id: sheet.id,
        to: 'draft',
        reason: 'Corrected after the dispute.',
        what: 'timesheet',
      })
      if (!reopened.ok) return reopened
    }
    await replaceEntries({ req, sheet, resolved: resolved.value, entries })
    const workedMinutes = resolved.value.reduce((sum, entry) => sum + entry.workedMinutes, 0)
    const saved = await req.payload.update({
      collection: 'timesheets',
      id: sheet.id,
      data: { workedMinutes, revision: revision + 1 },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ timesheetId: sheet.id, revision: saved.revision, workedMinutes })
  },
})

const resolveEntries = async ({
  req,
  sheet,
  entries,
}: {
  req: PayloadRequest
  sheet: Sheet
  entries: readonly Entry[]
}): Promise<Result<ResolvedEntry[]>> => {
  const outside = entries.flatMap(({ day }, index) =>
    day < sheet.weekStartsOn || day > sheet.weekEndsOn
      ? [
          [
            `entries.${index}.day`,
            `Choose a day from ${sheet.weekStartsOn} to ${sheet.weekEndsOn}.`,
          ],
        ]
      : [],
  )
  if (outside.length > 0) return refuseInput(Object.fromEntries(outside))
  const placement = await req.payload.findByID({
    collection: 'placements',
    id: idOf(sheet.placement),
    depth: 0,
    req,
    overrideAccess: true,
  })
  // Each version of the terms may name another place of work, with a zone of its own.
  const versions = await zonesOfPlacement({ req, placementId: placement.id })
  const versionOf = (day: Day) => termsInForce({ terms: versions, on: day }) ?? versions[0]
  return validateEntries({
    entries: entries.map((entry) => ({
      ...entry,
      placementId: String(versionOf(entry.day)?.version),
    })),
    placements: versions.map(({ version, zone }) => ({
      placementId: String(version),
      zone,
      startsOn: firstDayOf(placement),
      endsOn: lastDayOf(placement),
    })),
    known: await timeElsewhere({ req, sheet }),
    now: await databaseNow(req),
  })
}

/**
 * The worker's time on other sheets around the week. Whoever saves holds the worker's time until
 * the commit, so that two sheets saved at once cannot overlap unseen.
 */
const timeElsewhere = async ({
  req,
  sheet,
}: {
  req: PayloadRequest
  sheet: Sheet
}): Promise<KnownTime[]> => {
  const candidateId = idOf(sheet.candidate)
  const sql = sqlOf(req)
  await takeTurn({ req, name: `worked-time:${candidateId}` })
  const rows = await sql.rows({
    schema: z.object({
      started_at: instant,
      ended_at: instant,
      work_on: z.string(),
      start_time: z.string(),
      end_time: z.string(),
      client: z.string(),
    }),
    text: `select e.started_at, e.ended_at, e.work_on, e.start_time, e.end_time, c.name as client
      from time_entries e
      join timesheets t on t.id = e.timesheet_id
      join client_corporations c on c.id = t.client_id
      where t.candidate_id = $1 and t.id <> $2 and e.work_on between $3 and $4
      order by e.started_at`,
    values: [
      candidateId,
      sheet.id,
      addDays({ day: sheet.weekStartsOn, days: -2 }),
      addDays({ day: sheet.weekEndsOn, days: 2 }),
    ],
  })
  return rows.map((row) => ({
    label: `${row.work_on} ${row.start_time}–${row.end_time} at ${row.client}`,
    startAt: row.started_at,
    endAt: row.ended_at,
  }))
}

const replaceEntries = async ({
  req,
  sheet,
  resolved,
  entries,
}: {
  req: PayloadRequest
  sheet: Sheet
  resolved: readonly ResolvedEntry[]
  entries: readonly Entry[]
}): Promise<void> => {
  const sql = sqlOf(req)
  await sql.run({ text: 'delete from time_entries where timesheet_id = $1', values: [sheet.id] })
  if (resolved.length === 0) return
  const rows = resolved.map((entry, index) => entryRow({ entry, typed: entries[index] }))
  await sql.run({
    text: `insert into time_entries (id, timesheet_id, work_on, start_time, end_time, started_at,
        ended_at, zone, break_minutes, worked_minutes, note)
      select uuid_v7(), $1, x.work_on, x.start_time, x.end_time, x.started_at, x.ended_at, x.zone,
        x.break_minutes, x.worked_minutes, x.note
      from jsonb_to_recordset($2::jsonb) as x(work_on text, start_time text, end_time text,
        started_at timestamptz, ended_at timestamptz, zone text, break_minutes numeric,
        worked_minutes numeric, note text)`,
    values: [sheet.id, JSON.stringify(rows)],
  })
}

const entryRow = ({
  entry,
  typed,
}: {
  entry: ResolvedEntry
  typed: Entry | undefined
}): Record<string, string | number | null> & { work_on: Day } => ({
  work_on: entry.day,
  start_time: typed?.start ?? '',
  end_time: typed?.end ?? '',
  started_at: entry.startAt,
  ended_at: entry.endAt,
  zone: entry.zone,
  break_minutes: entry.breakMinutes,
  worked_minutes: entry.workedMinutes,
  note: typed?.note ? typed.note : null,
})
