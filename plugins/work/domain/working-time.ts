import {
  addDays,
  dayIn,
  epochMsOf,
  instantAt,
  instantOf,
  weekdayOf,
  type Day,
  type Instant,
  type Weekday,
  type Zone,
} from '#plugins/kernel/domain'

/** Minutes of a day on the clock on the wall, 0 to 1440: 540 to 1050 is 9:00 to 17:30. */
export type OpenHours = { fromMinute: number; toMinute: number }

/** When an office works. Given as data: whoever keeps the calendars decides where they come from. */
export type WorkingCalendar = {
  zone: Zone
  /** Spans of the wall clock per ISO weekday, in order and apart; a day without any is free. */
  hours: Partial<Record<Weekday, readonly OpenHours[]>>
  /** Days on which nobody works, whatever the weekday. */
  holidays: ReadonlySet<Day>
}

/** A stretch in which time does not count; open-ended while `until` is null. */
export type Standstill = { from: Instant; until: Instant | null }

const usual: readonly OpenHours[] = [{ fromMinute: 9 * 60, toMinute: 17 * 60 + 30 }]

/** Monday to Friday, 9:00 to 17:30, for an office that has said nothing else. */
export const usualCalendar = (zone: Zone): WorkingCalendar => ({
  zone,
  hours: { 1: usual, 2: usual, 3: usual, 4: usual, 5: usual },
  holidays: new Set(),
})

/** Milliseconds of working time between two instants, without what stood still. */
export const workingMsBetween = ({
  from,
  to,
  calendar,
  standstills = [],
}: {
  from: Instant
  to: Instant
  calendar: WorkingCalendar
  standstills?: readonly Standstill[]
}): number => {
  const end = epochMsOf(to)
  let total = 0
  for (const span of workingSpans({ from, calendar, standstills })) {
    if (span.from >= end) break
    total += Math.min(span.to, end) - span.from
  }
  return total
}

/**
 * The instant at which so much working time has passed since `from`; with none, the instant itself.
 * Null when it never comes: nobody works in the three years after, or an open standstill began before.
 */
export const afterWorkingMs = ({
  from,
  ms,
  calendar,
  standstills = [],
}: {
  from: Instant
  ms: number
  calendar: WorkingCalendar
  standstills?: readonly Standstill[]
}): Instant | null => {
  if (ms <= 0) return from
  let left = ms
  for (const span of workingSpans({ from, calendar, standstills })) {
    const length = span.to - span.from
    if (left <= length) return instantAt(span.from + left)
    left -= length
  }
  return null
}

type Span = { from: number; to: number }

/** Far enough for any deadline, near enough to end for an office that never opens. */
export const horizonDays = 3 * 366

function* workingSpans({
  from,
  calendar,
  standstills,
}: {
  from: Instant
  calendar: WorkingCalendar
  standstills: readonly Standstill[]
}): Generator<Span> {
  if (!Object.values(calendar.hours).some((spans) => spans.length > 0)) return
  const start = epochMsOf(from)
  const still = standstills.map((each) => ({
    from: epochMsOf(each.from),
    to: each.until === null ? Number.POSITIVE_INFINITY : epochMsOf(each.until),
  }))
  const endOfTime = Math.min(
    ...still.filter(({ to }) => !Number.isFinite(to)).map((gap) => gap.from),
  )
  const firstDay = dayIn({ instant: from, zone: calendar.zone })
  for (let days = 0; days <= horizonDays; days += 1) {
    const day = addDays({ day: firstDay, days })
    for (const open of openSpansOf({ day, calendar })) {
      if (open.from >= endOfTime) return
      if (open.to <= start) continue
      yield* without({ span: { from: Math.max(open.from, start), to: open.to }, still })
    }
  }
}

/**
 * The hours of one day as they really pass. An hour that a clock change repeats is worked twice; where
 * it skips one, a span keeps its length and never overlaps the one before.
 */
const openSpansOf = ({ day, calendar }: { day: Day; calendar: WorkingCalendar }): Span[] => {
  if (calendar.holidays.has(day)) return []
  const spans: Span[] = []
  for (const { fromMinute, toMinute } of calendar.hours[weekdayOf(day)] ?? []) {
    const opens = momentOf({ day, minute: fromMinute, zone: calendar.zone, when: 'earlier' })
    const from = Math.max(opens, spans.at(-1)?.to ?? opens)
    const to = momentOf({ day, minute: toMinute, zone: calendar.zone, when: 'later' })
    if (to > from) spans.push({ from, to })
  }
  return spans
}

const momentOf = ({
  day,
  minute,
  zone,
  when,
}: {
  day: Day
  minute: number
  zone: Zone
  /** Which one, when the clock shows this time twice. */
  when: 'earlier' | 'later'
}): number => {
  const isMidnight = minute === 24 * 60
  const time = isMidnight
    ? '00:00'
    : `${String(Math.trunc(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const at = { day: isMidnight ? addDays({ day, days: 1 }) : day, time, zone }
  const { instant, kind } = instantOf(at)
  return epochMsOf(
    kind === 'ambiguous' ? instantOf({ ...at, disambiguation: when }).instant : instant,
  )
}

/** What is left of a span; standstills may overlap and come in any order. */
const without = ({ span, still }: { span: Span; still: readonly Span[] }): Span[] =>
  still.reduce<Span[]>(
    (left, gap) =>
      left.flatMap((piece) =>
        [
          { from: piece.from, to: Math.min(piece.to, gap.from) },
          { from: Math.max(piece.from, gap.to), to: piece.to },
        ].filter(({ from, to }) => to > from),
      ),
    [span],
  )
