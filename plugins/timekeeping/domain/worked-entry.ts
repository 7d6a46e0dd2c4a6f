import {
  type CurrencyCode,
  dayIn,
  epochMsOf,
  type Failure,
  type Instant,
  instantAt,
  ok,
  type Ratio,
  type Result,
  refuse,
  type WallTime,
  wallTimeIn,
  type Zone,
} from '#plugins/kernel/domain'
import { type RoundingPolicy, roundPunch } from './rounding'
import type { OvertimeBilling } from './trace'
import {
  intervalMinutes,
  minuteMs,
  totalMinutes,
  type WorkInterval,
  withoutGap,
} from './work-interval'

/** A placement's terms for one entry. Rates are 1/10,000 of the major unit per hour. */
export type WorkTerms = {
  pay: { rateE4: number; currency: CurrencyCode; differentialE4: number }
  bill: {
    rateE4: number
    currency: CurrencyCode
    differentialE4: number
    /** Multiplier on the bill rate, agreed with the client, for each premium code. */
    overtime: Ratio
    doubleTime: Ratio
  }
  overtimeBilling: OvertimeBilling
  /** Extra per hour worked between two wall times of the work location. */
  night: { from: WallTime; to: WallTime; payRateE4: number; billRateE4: number } | null
}

/** An approved entry of time. Punches count from the minute the clock showed. */
export type WorkedEntry = {
  entryId: string
  placementId: string
  timesheetId: string
  /** Zone of the work location. */
  zone: Zone
  startAt: Instant
  endAt: Instant
  /** Unpaid breaks whose times were recorded. */
  breaks: readonly { startAt: Instant; endAt: Instant }[]
  /** Further unpaid break whose time nobody recorded. */
  breakMinutes: number
  terms: WorkTerms
}

export type PreparedEntry = {
  entry: WorkedEntry
  /** Worked time by the true punches, without recorded breaks only. */
  trueIntervals: readonly WorkInterval[]
  /** Worked time that is paid: after rounding, without any unpaid break. */
  paidIntervals: readonly WorkInterval[]
  exactMinutes: number
  paidMinutes: number
}

/**
 * Turns an entry's punches into worked intervals. Only start and end are rounded, never a break
 * (Donohue v. AMN); a break without times is taken from the middle of the longest stretch. Refuses
 * an end that is not after the start, and breaks that leave no work.
 */
export const prepareEntry = ({
  entry,
  rounding,
}: {
  entry: WorkedEntry
  rounding: RoundingPolicy | null
}): Result<PreparedEntry, Failure> => {
  const punched = { startMs: wholeMinute(entry.startAt), endMs: wholeMinute(entry.endAt) }
  if (punched.startMs >= punched.endMs) {
    return refuseEntry({
      entry,
      code: 'end-before-start',
      message: 'The end is not after the start.',
    })
  }
  const { zone } = entry
  const counted = rounding
    ? {
        startMs: epochMsOf(
          roundPunch({ instant: instantAt(punched.startMs), zone, policy: rounding }),
        ),
        endMs: epochMsOf(roundPunch({ instant: instantAt(punched.endMs), zone, policy: rounding })),
      }
    : punched

  const trueIntervals = withoutBreaks({ span: punched, entry })
  const exactMinutes = totalMinutes(trueIntervals) - entry.breakMinutes
  const paidIntervals = withoutUntimedBreak({
    intervals: counted.startMs < counted.endMs ? withoutBreaks({ span: counted, entry }) : [],
    breakMinutes: entry.breakMinutes,
  })
  if (exactMinutes <= 0 || !paidIntervals) {
    return refuseEntry({
      entry,
      code: 'break-longer-than-work',
      message: 'The breaks leave no time worked.',
    })
  }
  return ok({
    entry,
    trueIntervals,
    paidIntervals,
    exactMinutes,
    paidMinutes: totalMinutes(paidIntervals),
  })
}

const wholeMinute = (instant: Instant): number =>
  Math.floor(epochMsOf(instant) / minuteMs) * minuteMs

const withoutBreaks = ({
  span,
  entry,
}: {
  span: WorkInterval
  entry: WorkedEntry
}): WorkInterval[] =>
  entry.breaks.reduce<WorkInterval[]>(
    (intervals, { startAt, endAt }) =>
      withoutGap({
        intervals,
        gap: { startMs: wholeMinute(startAt), endMs: wholeMinute(endAt) },
      }),
    [span],
  )

const withoutUntimedBreak = ({
  intervals,
  breakMinutes,
}: {
  intervals: readonly WorkInterval[]
  breakMinutes: number
}): readonly WorkInterval[] | null => {
  if (breakMinutes === 0) return intervals
  const [first, ...rest] = intervals
  if (!first) return null
  const longest = rest.reduce(
    (best, interval) => (intervalMinutes(interval) > intervalMinutes(best) ? interval : best),
    first,
  )
  const spare = intervalMinutes(longest) - breakMinutes
  if (spare < 0) return null
  const startMs = longest.startMs + Math.floor(spare / 2) * minuteMs
  return withoutGap({ intervals, gap: { startMs, endMs: startMs + breakMinutes * minuteMs } })
}

const refuseEntry = ({
  entry,
  code,
  message,
}: {
  entry: WorkedEntry
  code: string
  message: string
}): Result<never, Failure> =>
  refuse<Failure>({ kind: 'input', code, message: `${inWords(entry)}: ${message}` })

/** An entry as its clock showed it, for a message: 2026-06-01 08:00–16:30. */
export const inWords = ({ startAt, endAt, zone }: WorkedEntry): string =>
  `${dayIn({ instant: startAt, zone })} ${wallTimeIn({ instant: startAt, zone })}–${wallTimeIn({ instant: endAt, zone })}`
