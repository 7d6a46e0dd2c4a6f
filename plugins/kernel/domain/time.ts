import { Temporal } from 'temporal-polyfill'

/** A calendar day, 'YYYY-MM-DD', without a zone. */
export type Day = string
/** A moment in UTC with milliseconds: '2026-03-08T07:30:00.000Z'. */
export type Instant = string
/** An IANA time zone name: 'America/New_York'. */
export type Zone = string
/** A time of day on a clock on the wall, 'HH:MM', 00:00 to 23:59. */
export type WallTime = string
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Whether a clock change makes this wall time happen never (skipped) or twice (ambiguous). */
export type WallTimeKind = 'exact' | 'skipped' | 'ambiguous'

/** Whether a text is an existing day of the calendar, written 'YYYY-MM-DD'. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return isAccepted(() => Temporal.PlainDate.from(text))
}

/** Whether a text is a time of day, written 'HH:MM'. */
export const isWallTime = (text: string): text is WallTime =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Whether a text names a time zone of the IANA database ('UTC' included, offsets not). */
export const isZone = (text: string): text is Zone =>
  /^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text) &&
  isAccepted(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text))

/** The day `days` later (earlier when negative). */
export const addDays = ({ day, days }: { day: Day; days: number }): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = ({ from, to }: { from: Day; to: Day }): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

/** ISO weekday of a day. */
export const weekdayOf = (day: Day): Weekday => toWeekday(Temporal.PlainDate.from(day).dayOfWeek)

/** The first day of the seven-day week that holds `day`, for weeks that begin on `startsOn`. */
export const weekStartOf = ({ day, startsOn }: { day: Day; startsOn: Weekday }): Day =>
  addDays({ day, days: -((weekdayOf(day) - startsOn + 7) % 7) })

/** The days from `from` to `to`, both included; none when `to` is earlier. */
export const eachDay = ({ from, to }: { from: Day; to: Day }): Day[] =>
  Array.from({ length: Math.max(0, daysBetween({ from, to }) + 1) }, (_, days) =>
    addDays({ day: from, days }),
  )

/**
 * The instant at which a clock in `zone` shows `time` on `day`, and whether that wall time is
 * skipped or ambiguous there. `disambiguation` chooses the instant in those two cases: 'earlier' or
 * 'later'; 'compatible' takes the first of two, and moves a skipped time forward.
 */
export const instantOf = ({
  day,
  time,
  zone,
  disambiguation = 'compatible',
}: {
  day: Day
  time: WallTime
  zone: Zone
  disambiguation?: 'compatible' | 'earlier' | 'later'
}): { instant: Instant; kind: WallTimeKind } => {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`)
  const chosen = wall.toZonedDateTime(zone, { disambiguation })
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  return { instant: instantAt(chosen.epochMilliseconds), kind: kindOf({ wall, earlier, later }) }
}

/** The day on a calendar in `zone` at that instant. */
export const dayIn = ({ instant, zone }: { instant: Instant; zone: Zone }): Day =>
  zoned({ instant, zone }).toPlainDate().toString()

/** What a clock in `zone` shows at that instant, to the minute. */
export const wallTimeIn = ({ instant, zone }: { instant: Instant; zone: Zone }): WallTime =>
  zoned({ instant, zone }).toPlainTime().toString({ smallestUnit: 'minute' })

/** Whole minutes that really pass between two instants (part minutes are cut off). */
export const minutesBetween = ({ from, to }: { from: Instant; to: Instant }): number =>
  Math.trunc((epochMsOf(to) - epochMsOf(from)) / 60_000)

/** The instant `minutes` later (earlier when negative). */
export const addMinutes = ({ instant, minutes }: { instant: Instant; minutes: number }): Instant =>
  instantAt(epochMsOf(instant) + minutes * 60_000)

/** Milliseconds since 1970-01-01T00:00Z; throws a RangeError when the text is no instant. */
export const epochMsOf = (instant: Instant): number =>
  Temporal.Instant.from(instant).epochMilliseconds

/** The instant of milliseconds since 1970-01-01T00:00Z. */
export const instantAt = (epochMs: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'millisecond' })

/**
 * When an invoice is due: `net` counts days from its date, `end-of-month` from the last day of its
 * month (issued on 31 January 2026, end of month + 30 is 2 March).
 */
export type PaymentTerms = { kind: 'net'; days: number } | { kind: 'end-of-month'; days: number }

/** The day by which an invoice of `issuedOn` is to be paid. */
export const paymentDueOn = ({ issuedOn, terms }: { issuedOn: Day; terms: PaymentTerms }): Day => {
  switch (terms.kind) {
    case 'net':
      return addDays({ day: issuedOn, days: terms.days })
    case 'end-of-month': {
      const issued = Temporal.PlainDate.from(issuedOn)
      const monthEnd = issued.with({ day: issued.daysInMonth })
      return addDays({ day: monthEnd.toString(), days: terms.days })
    }
  }
}

const zoned = ({ instant, zone }: { instant: Instant; zone: Zone }) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone)

const kindOf = ({
  wall,
  earlier,
  later,
}: {
  wall: Temporal.PlainDateTime
  earlier: Temporal.ZonedDateTime
  later: Temporal.ZonedDateTime
}): WallTimeKind => {
  if (earlier.epochMilliseconds === later.epochMilliseconds) return 'exact'
  return earlier.toPlainDateTime().equals(wall) ? 'ambiguous' : 'skipped'
}

const toWeekday = (isoDay: number): Weekday => {
  switch (isoDay) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
      return isoDay
    default:
      throw new RangeError(`${isoDay} is not an ISO weekday`)
  }
}

// Temporal tells an impossible date or zone only by a RangeError; anything else is a bug.
const isAccepted = (parse: () => unknown): boolean => {
  try {
    parse()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
