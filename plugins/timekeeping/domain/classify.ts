import { type Day, wholeRatio, type Ratio } from '#plugins/kernel/domain'
import type { HoursCode } from './earn-code'
import type { RuleSet, Threshold } from './rule-sets'
import type { RunningTotal } from './trace'
import { intervalMinutes, minuteMs } from './work-interval'
import { isLastWorkday, nominalWeekOf, type Stretch, type Workweek } from './workweek'

/** A stretch of time of one class, with the running totals that made it so. */
export type ClassifiedStretch = Stretch & {
  code: HoursCode
  minutes: number
  ratio: Ratio
  /** Null for straight time. */
  threshold: Threshold | null
  dayMinutes: RunningTotal
  straightMinutes: RunningTotal
}

/**
 * Decides for each worked minute of one worker, employer and workweek whether it is straight time,
 * overtime or double time. `stretches` are in order of time, without overlaps. A minute that passes
 * several thresholds earns the highest ratio once; only straight time counts towards the week.
 * `earlier` is time before the week that a workday over its border, or the seventh day, counts.
 */
export const classify = ({
  stretches,
  earlier,
  workweek,
  ruleSet,
}: {
  stretches: readonly Stretch[]
  earlier: readonly Stretch[]
  workweek: Workweek
  ruleSet: RuleSet
}): ClassifiedStretch[] => {
  const daysWorked = new Set([...earlier, ...stretches].map(({ day }) => day))
  const isSeventhDay = (day: Day) =>
    isLastWorkday({ day, workweek }) &&
    nominalWeekOf({ day, workweek }).every((one) => daysWorked.has(one))
  const minutesOfDay = new Map<Day, number>()
  for (const stretch of earlier)
    minutesOfDay.set(stretch.day, (minutesOfDay.get(stretch.day) ?? 0) + intervalMinutes(stretch))
  let straight = 0

  return stretches.flatMap((stretch) => {
    const pieces: ClassifiedStretch[] = []
    let startMs = stretch.startMs
    while (startMs < stretch.endMs) {
      const dayTotal = minutesOfDay.get(stretch.day) ?? 0
      const counters: Counters = {
        workday: dayTotal,
        workweek: straight,
        'seventh-day': isSeventhDay(stretch.day) ? dayTotal : null,
      }
      const threshold = highestPassed({ thresholds: ruleSet.thresholds, counters })
      const left = intervalMinutes({ startMs, endMs: stretch.endMs })
      const minutes = Math.min(left, minutesToNext({ thresholds: ruleSet.thresholds, counters }))
      const straightAfter = threshold ? straight : straight + minutes
      const endMs = startMs + minutes * minuteMs
      pieces.push({
        ...stretch,
        startMs,
        endMs,
        minutes,
        code: threshold?.code ?? 'REG',
        ratio: threshold?.ratio ?? wholeRatio,
        threshold,
        dayMinutes: { before: dayTotal, after: dayTotal + minutes },
        straightMinutes: { before: straight, after: straightAfter },
      })
      minutesOfDay.set(stretch.day, dayTotal + minutes)
      straight = straightAfter
      startMs = endMs
    }
    return pieces
  })
}

/** Part of a classified stretch, with its running totals moved along. */
export const sliceClassified = ({
  stretch,
  startMs,
  endMs,
}: {
  stretch: ClassifiedStretch
  startMs: number
  endMs: number
}): ClassifiedStretch => {
  const skipped = intervalMinutes({ startMs: stretch.startMs, endMs: startMs })
  const minutes = intervalMinutes({ startMs, endMs })
  const dayBefore = stretch.dayMinutes.before + skipped
  const isStraight = stretch.threshold === null
  const straightBefore = stretch.straightMinutes.before + (isStraight ? skipped : 0)
  return {
    ...stretch,
    startMs,
    endMs,
    minutes,
    dayMinutes: { before: dayBefore, after: dayBefore + minutes },
    straightMinutes: {
      before: straightBefore,
      after: straightBefore + (isStraight ? minutes : 0),
    },
  }
}

/** Minutes counted so far in each scope; null when the scope does not apply. */
type Counters = Record<Threshold['scope'], number | null>

const highestPassed = ({
  thresholds,
  counters,
}: {
  thresholds: readonly Threshold[]
  counters: Counters
}): Threshold | null =>
  thresholds.reduce<Threshold | null>((best, threshold) => {
    const counted = counters[threshold.scope]
    if (counted === null || counted < threshold.afterMinutes) return best
    if (!best) return threshold
    const isHigher = threshold.ratio.num * best.ratio.den > best.ratio.num * threshold.ratio.den
    return isHigher ? threshold : best
  }, null)

const minutesToNext = ({
  thresholds,
  counters,
}: {
  thresholds: readonly Threshold[]
  counters: Counters
}): number =>
  thresholds.reduce((nearest, threshold) => {
    const counted = counters[threshold.scope]
    if (counted === null || counted >= threshold.afterMinutes) return nearest
    return Math.min(nearest, threshold.afterMinutes - counted)
  }, Number.POSITIVE_INFINITY)
