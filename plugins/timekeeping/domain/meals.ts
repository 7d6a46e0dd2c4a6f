import type { MealRule } from './rule-sets'
import { intervalMinutes, minuteMs, totalMinutes, type WorkInterval } from './work-interval'

export type MealViolation = {
  meal: 1 | 2
  reason: 'missing' | 'short' | 'late'
}

export type MealWaivers = { first: boolean; second: boolean }

/**
 * Whether the unpaid meals of one workday were long enough and in time, by the true punches and
 * never by rounded ones (Donohue v. AMN). `worked` are the true worked intervals in order;
 * `untimedBreakMinutes` is break time the worker attested without times: each full meal's length of
 * it counts as one meal in time.
 */
export const judgeMeals = ({
  worked,
  untimedBreakMinutes,
  rule,
  waivers,
}: {
  worked: readonly WorkInterval[]
  untimedBreakMinutes: number
  rule: MealRule
  waivers: MealWaivers
}): MealViolation[] => {
  const workedMinutes = totalMinutes(worked) - untimedBreakMinutes
  const gaps = gapsOf(worked)
  const meals = gaps.filter((gap) => gap.minutes >= rule.minimumMinutes)
  let attested = Math.floor(untimedBreakMinutes / rule.minimumMinutes)

  const takeMeal = (dueAfterMinutes: number): MealViolation['reason'] | null => {
    const next = meals[0]
    if (next && next.workedBefore <= dueAfterMinutes) {
      meals.shift()
      return null
    }
    if (attested > 0) {
      attested -= 1
      return null
    }
    if (next) {
      meals.shift()
      return 'late'
    }
    return gaps.some((gap) => gap.minutes < rule.minimumMinutes) ? 'short' : 'missing'
  }

  if (workedMinutes <= rule.firstAfterMinutes) return []
  const violations: MealViolation[] = []
  const firstReason = takeMeal(rule.firstAfterMinutes)
  const isFirstWaived = waivers.first && workedMinutes <= rule.firstWaivableUpToMinutes
  if (firstReason && !isFirstWaived) violations.push({ meal: 1, reason: firstReason })

  if (workedMinutes <= rule.secondAfterMinutes) return violations
  const isSecondWaived =
    waivers.second && firstReason === null && workedMinutes <= rule.secondWaivableUpToMinutes
  const secondReason = isSecondWaived ? null : takeMeal(rule.secondAfterMinutes)
  if (secondReason) violations.push({ meal: 2, reason: secondReason })
  return violations
}

const gapsOf = (worked: readonly WorkInterval[]): { minutes: number; workedBefore: number }[] => {
  let workedBefore = 0
  return worked.flatMap((interval, index) => {
    workedBefore += intervalMinutes(interval)
    const next = worked[index + 1]
    if (!next || next.startMs <= interval.endMs) return []
    return [{ minutes: (next.startMs - interval.endMs) / minuteMs, workedBefore }]
  })
}
