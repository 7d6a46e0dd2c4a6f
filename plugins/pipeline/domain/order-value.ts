import { daysBetween, isDay, type Day } from '#plugins/kernel/domain'
import type { EmploymentType } from './employment-type'

export type PricedOrder = {
  employmentType: EmploymentType
  payRateE4?: number | null | undefined
  billRateE4?: number | null | undefined
  burdenBp?: number | null | undefined
  salaryFromMinor?: number | null | undefined
  salaryToMinor?: number | null | undefined
  feeBp?: number | null | undefined
  feeFlatMinor?: number | null | undefined
  hoursPerWeekMinutes?: number | null | undefined
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
}

const usualWeekMinutes = 40 * 60
/** Assignments without an end are reckoned as a quarter of a year. */
const usualWeeks = 13

/**
 * What one opening brings, in minor units: the fee of a permanent placement, or the gross profit of a
 * week (bill less pay less what comes on top of pay). Null while the price is not known. This is what
 * is compared with the desk’s median.
 */
export const valueOfOpening = ({
  order,
  minorDigits,
}: {
  order: PricedOrder
  /** Digits of the currency: 2 for dollars. */
  minorDigits: number
}): number | null =>
  order.employmentType === 'permanent' ? feeOf(order) : weeklyProfitOf({ order, minorDigits })

/** The same over the whole assignment, for the expected value. */
export const wholeValueOfOpening = (given: {
  order: PricedOrder
  minorDigits: number
}): number | null => {
  const value = valueOfOpening(given)
  if (value === null || given.order.employmentType === 'permanent') return value
  return Math.round(value * weeksOf(given.order))
}

const feeOf = ({ feeFlatMinor, feeBp, salaryFromMinor, salaryToMinor }: PricedOrder) => {
  if (feeFlatMinor) return feeFlatMinor
  const salary = middleOf({ from: salaryFromMinor ?? null, to: salaryToMinor ?? null })
  return feeBp && salary !== null ? Math.round((salary * feeBp) / 10_000) : null
}

const middleOf = ({ from, to }: { from: number | null; to: number | null }): number | null => {
  if (from !== null && to !== null) return Math.round((from + to) / 2)
  return from ?? to
}

const weeklyProfitOf = ({
  order: { payRateE4, billRateE4, burdenBp, hoursPerWeekMinutes },
  minorDigits,
}: {
  order: PricedOrder
  minorDigits: number
}): number | null => {
  if (!payRateE4 || !billRateE4) return null
  const perHourE4 = billRateE4 - payRateE4 * (1 + (burdenBp ?? 0) / 10_000)
  const hours = (hoursPerWeekMinutes || usualWeekMinutes) / 60
  return Math.round((perHourE4 * hours * 10 ** minorDigits) / 10_000)
}

const weeksOf = ({ startsOn, endsOn }: PricedOrder): number => {
  if (!isReal(startsOn) || !isReal(endsOn) || endsOn < startsOn) return usualWeeks
  return Math.max(1, (daysBetween({ from: startsOn, to: endsOn }) + 1) / 7)
}

const isReal = (day: string | null | undefined): day is Day => typeof day === 'string' && isDay(day)
