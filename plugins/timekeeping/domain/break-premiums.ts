import { type Day, wholeRatio } from '#plugins/kernel/domain'
import type { LinePiece } from './evaluated-line'
import { judgeMeals, type MealWaivers } from './meals'
import { asRateAndRatio, type RegularRate, regularRateStep, wholeRegularRate } from './regular-rate'
import { type RuleSet, ruleSetName } from './rule-sets'
import type { PreparedEntry, WorkTerms } from './worked-entry'
import { weekSpanOf, workdayAt, type Workweek } from './workweek'

/** A meal or rest that the worker reports as not given. */
export type MissedBreak = {
  day: Day
  kind: 'meal' | 'rest'
  placementId: string
  timesheetId: string
}

type BreakPremium = MissedBreak & { reason: string }

/**
 * The premiums owed for missed breaks: at most one for meals and one for rests per workday (Cal.
 * Labor Code 226.7), from the true punches or from what the worker reports. `entries` are in order
 * of time, those of the weeks beside included. None when the rule set has none.
 */
export const breakPremiumsOf = ({
  entries,
  reported,
  workweek,
  ruleSet,
  waivers,
}: {
  entries: readonly PreparedEntry[]
  reported: readonly MissedBreak[]
  workweek: Workweek
  ruleSet: RuleSet
  waivers: MealWaivers
}): BreakPremium[] => {
  if (ruleSet.breakPremiumMinutes === null) return []
  const owed = new Map<string, BreakPremium>()
  for (const premium of [
    ...mealsFound({ entries, workweek, ruleSet, waivers }),
    ...reported.map((missed) => ({ ...missed, reason: `${missed.kind} break reported as missed` })),
  ]) {
    const key = `${premium.day}:${premium.kind}`
    if (!owed.has(key)) owed.set(key, premium)
  }
  return [...owed.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** The pay pieces for premiums: the set's minutes each at the whole regular rate. */
export const breakPremiumPieces = ({
  premiums,
  regularRate,
  ruleSet,
  currency,
}: {
  premiums: readonly BreakPremium[]
  regularRate: RegularRate | null
  ruleSet: RuleSet
  currency: WorkTerms['pay']['currency']
}): LinePiece<'pay'>[] => {
  const { breakPremiumMinutes } = ruleSet
  if (breakPremiumMinutes === null || regularRate === null) return []
  const { rateE4, ratio } = asRateAndRatio({
    exact: wholeRegularRate(regularRate),
    preferredE4: 0,
  })
  return premiums.map(({ kind, day, placementId, timesheetId, reason }) => ({
    side: 'pay',
    placementId,
    timesheetId,
    earnCode: kind === 'meal' ? 'MEAL' : 'REST',
    minutes: breakPremiumMinutes,
    rateE4,
    ratio,
    currency,
    ruleSet: ruleSetName(ruleSet),
    trace: [
      { kind: 'break-premium', rule: ruleSet.meals?.rule ?? ruleSet.id, day, reason },
      regularRateStep({ regularRate, multiplier: wholeRatio }),
    ],
  }))
}

const mealsFound = ({
  entries,
  workweek,
  ruleSet,
  waivers,
}: {
  entries: readonly PreparedEntry[]
  workweek: Workweek
  ruleSet: RuleSet
  waivers: MealWaivers
}): BreakPremium[] => {
  const { meals } = ruleSet
  if (!meals) return []
  const week = weekSpanOf(workweek)
  return [...shiftsByDay({ entries, workweek })].flatMap(([day, shifts]) => {
    const [firstShift] = shifts
    // A day over the border of the week is judged once: in the week in which its work began.
    const startMs = firstShift?.trueIntervals[0]?.startMs
    if (!firstShift || startMs === undefined || startMs < week.startMs || startMs >= week.endMs)
      return []
    const [violation] = judgeMeals({
      worked: shifts.flatMap((shift) => shift.trueIntervals).sort((a, b) => a.startMs - b.startMs),
      untimedBreakMinutes: shifts.reduce((sum, { entry }) => sum + entry.breakMinutes, 0),
      rule: meals,
      waivers,
    })
    if (!violation) return []
    const { placementId, timesheetId } = firstShift.entry
    return [
      {
        day,
        kind: 'meal' as const,
        placementId,
        timesheetId,
        reason: `meal ${violation.meal} ${violation.reason}`,
      },
    ]
  })
}

/** A shift over midnight is one day's work for its meals, though its hours are split. */
const shiftsByDay = ({
  entries,
  workweek: { dayStartsAt },
}: {
  entries: readonly PreparedEntry[]
  workweek: Workweek
}): Map<Day, PreparedEntry[]> => {
  const days = new Map<Day, PreparedEntry[]>()
  for (const prepared of entries) {
    const [first] = prepared.trueIntervals
    if (!first) continue
    const day = workdayAt({ ms: first.startMs, zone: prepared.entry.zone, dayStartsAt })
    days.set(day, [...(days.get(day) ?? []), prepared])
  }
  return days
}
