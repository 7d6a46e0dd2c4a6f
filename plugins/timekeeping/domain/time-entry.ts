import {
  addDays,
  type Day,
  epochMsOf,
  type Failure,
  type Instant,
  instantOf,
  isDay,
  isWallTime,
  minutesBetween,
  ok,
  type Result,
  refuseInput,
  type WallTime,
  type WallTimeKind,
  type Zone,
} from '#plugins/kernel/domain'
import { z } from 'zod'

/** Which of two hours is meant when clocks go back and a wall time happens twice. */
const occurrenceSchema = z.enum(['first', 'second'])

/**
 * One entry as the phone form sends it. An end before the start is on the next day; one at the same
 * time says so by its day.
 */
export const timeEntrySchema = z.object({
  placementId: z.string().min(1),
  day: z.string().refine(isDay, 'Enter the day as YYYY-MM-DD.'),
  start: z.string().refine(isWallTime, 'Enter the start as HH:MM.'),
  end: z.string().refine(isWallTime, 'Enter the end as HH:MM.'),
  /** Only when the entry ends on another day than the rule above would say. */
  endDay: z.string().refine(isDay, 'Enter the day as YYYY-MM-DD.').optional(),
  breakMinutes: z.number().int().min(0, 'A break cannot be negative.'),
  startOccurrence: occurrenceSchema.optional(),
  endOccurrence: occurrenceSchema.optional(),
})

export type TimeEntry = z.infer<typeof timeEntrySchema>

/** The part of a placement that bounds its entries. */
export type EntryPlacement = {
  placementId: string
  zone: Zone
  startsOn: Day
  /** Null while open. */
  endsOn: Day | null
}

/** Time already kept elsewhere (another sheet, another placement) of the same worker. */
export type KnownTime = { label: string; startAt: Instant; endAt: Instant }

export type ResolvedEntry = {
  placementId: string
  day: Day
  zone: Zone
  startAt: Instant
  endAt: Instant
  breakMinutes: number
  /** Between the punches, breaks included: what really passed, also over a clock change. */
  elapsedMinutes: number
  workedMinutes: number
}

const longestMinutes = 24 * 60

/**
 * Checks entries of one worker and places them in time. Refuses, with a message at
 * `entries.<index>.<field>` that says the remedy: a placement that is not the worker's, a day
 * outside it, a wall time that is skipped, or ambiguous without an occurrence, an end before the
 * start, at it without a day, or after `now`, more than 24 hours, a break that leaves no work, and time that overlaps other entries or
 * `known` time, whichever placement it is of.
 */
export const validateEntries = ({
  entries,
  placements,
  known = [],
  now = null,
}: {
  entries: readonly TimeEntry[]
  placements: readonly EntryPlacement[]
  known?: readonly KnownTime[]
  /** Hours end by then; null where that was judged before. */
  now?: Instant | null
}): Result<ResolvedEntry[], Failure> => {
  const fields: Record<string, string> = {}
  const resolved = entries.map((entry, index) => {
    const placement = placements.find(({ placementId }) => placementId === entry.placementId)
    if (!placement) {
      fields[`entries.${index}.placementId`] = 'Choose one of your assignments.'
      return null
    }
    const problems = problemsOf({ entry, placement, now })
    for (const [field, message] of Object.entries(problems)) {
      fields[`entries.${index}.${field}`] = message
    }
    return Object.keys(problems).length === 0 ? resolve({ entry, placement }) : null
  })

  for (const [index, entry] of resolved.entries()) {
    if (!entry) continue
    const earlier = resolved
      .slice(0, index)
      .findIndex((other) => other !== null && overlaps({ left: entry, right: other }))
    const knownOverlap = known.find((time) => overlaps({ left: entry, right: time }))
    if (earlier >= 0) {
      fields[`entries.${index}.start`] =
        `This overlaps entry ${earlier + 1} (${describe(entries[earlier])}). Change one of them so that they do not meet.`
    } else if (knownOverlap) {
      fields[`entries.${index}.start`] =
        `This overlaps time you already entered (${knownOverlap.label}). Change one of them so that they do not meet.`
    }
  }
  if (Object.keys(fields).length > 0) return refuseInput(fields)
  return ok(resolved.filter((entry) => entry !== null))
}

const problemsOf = ({
  entry,
  placement,
  now,
}: {
  entry: TimeEntry
  placement: EntryPlacement
  now: Instant | null
}): Record<string, string> => {
  const problems: Record<string, string> = {}
  if (entry.day < placement.startsOn) {
    problems.day = `This assignment starts on ${placement.startsOn}. Choose that day or a later one.`
  } else if (placement.endsOn !== null && entry.day > placement.endsOn) {
    problems.day = `This assignment ended on ${placement.endsOn}. Choose that day or an earlier one.`
  }
  const start = wallTimeProblem({ ...startOf({ entry, placement }), label: entry.start })
  const end = wallTimeProblem({ ...endOf({ entry, placement }), label: entry.end })
  if (start) problems.start = start
  if (end) problems.end = end
  if (start || end) return problems
  if (entry.end === entry.start && entry.endDay === undefined) {
    problems.end = 'Start and end are the same. Choose the next day for 24 hours.'
    return problems
  }

  const { elapsedMinutes, workedMinutes, endAt } = resolve({ entry, placement })
  if (elapsedMinutes <= 0) {
    problems.end = 'The end is before the start. Enter a later end, or the next day.'
  } else if (elapsedMinutes > longestMinutes) {
    problems.end = `This is longer than 24 hours. Enter an earlier end, or one entry per day.`
  } else if (now !== null && epochMsOf(endAt) > epochMsOf(now)) {
    problems.end = 'This time is still to come. Enter hours after they were worked.'
  } else if (workedMinutes <= 0) {
    problems.breakMinutes = `The break leaves no time worked. Enter less than ${elapsedMinutes} minutes.`
  }
  return problems
}

type Punch = { instant: Instant; kind: WallTimeKind; isChosen: boolean }

const startOf = ({ entry, placement }: { entry: TimeEntry; placement: EntryPlacement }): Punch =>
  punchAt({
    day: entry.day,
    time: entry.start,
    zone: placement.zone,
    occurrence: entry.startOccurrence,
  })

const endOf = ({ entry, placement }: { entry: TimeEntry; placement: EntryPlacement }): Punch =>
  punchAt({
    day:
      entry.endDay ?? (entry.end > entry.start ? entry.day : addDays({ day: entry.day, days: 1 })),
    time: entry.end,
    zone: placement.zone,
    occurrence: entry.endOccurrence,
  })

const punchAt = ({
  day,
  time,
  zone,
  occurrence,
}: {
  day: Day
  time: WallTime
  zone: Zone
  occurrence: z.infer<typeof occurrenceSchema> | undefined
}): Punch => ({
  ...instantOf({
    day,
    time,
    zone,
    disambiguation: occurrence === 'second' ? 'later' : 'earlier',
  }),
  isChosen: occurrence !== undefined,
})

const wallTimeProblem = ({ kind, isChosen, label }: Punch & { label: WallTime }): string | null => {
  if (kind === 'skipped') {
    return `Clocks went forward past ${label} on this day. Enter the time your clock showed after the change.`
  }
  if (kind === 'ambiguous' && !isChosen) {
    return `Clocks went back on this day and ${label} came twice. Choose the first or the second.`
  }
  return null
}

const resolve = ({
  entry,
  placement,
}: {
  entry: TimeEntry
  placement: EntryPlacement
}): ResolvedEntry => {
  const startAt = startOf({ entry, placement }).instant
  const endAt = endOf({ entry, placement }).instant
  const elapsedMinutes = minutesBetween({ from: startAt, to: endAt })
  return {
    placementId: entry.placementId,
    day: entry.day,
    zone: placement.zone,
    startAt,
    endAt,
    breakMinutes: entry.breakMinutes,
    elapsedMinutes,
    workedMinutes: elapsedMinutes - entry.breakMinutes,
  }
}

type Span = { startAt: Instant; endAt: Instant }

const overlaps = ({ left, right }: { left: Span; right: Span }): boolean =>
  minutesBetween({ from: left.startAt, to: right.endAt }) > 0 &&
  minutesBetween({ from: right.startAt, to: left.endAt }) > 0

const describe = (entry: TimeEntry | undefined): string =>
  entry ? `${entry.day} ${entry.start}–${entry.end}` : ''
