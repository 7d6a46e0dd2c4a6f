import {
  divideRounded,
  type Money,
  percentOf,
  type Ratio,
  toSafeNumber,
} from '#plugins/kernel/domain'

/** Statutory leave of 5.6 weeks over the 46.4 weeks that remain (Working Time Regulations 1998). */
export const ukHolidayRatio: Ratio = { num: 56, den: 464 }

/** The published rate, 12.07 %, in basis points (WTR reg. 15B, leave years from 1 April 2024). */
export const ukHolidayBasisPoints = 1207

/**
 * Leave that an irregular-hours or part-year worker accrues in one pay period, in 1/10,000 of an
 * hour and rounded to whole hours (under 30 minutes down, else up; reg. 15B). Great Britain only;
 * the statutory cap of 28 days is the caller's to apply.
 */
export const ukHolidayAccrual = ({
  minutesWorked,
}: {
  minutesWorked: number
}): { hoursE4: number; wholeHours: number } => {
  const accrued = BigInt(minutesWorked) * BigInt(ukHolidayBasisPoints)
  return {
    hoursE4: toSafeNumber(divideRounded({ numerator: accrued, denominator: 60n })),
    wholeHours: toSafeNumber(divideRounded({ numerator: accrued, denominator: 600_000n })),
  }
}

/**
 * Rolled-up holiday pay: 12.07 % of all earnings of the pay period, a separate line of the payslip.
 * Not allowed in Northern Ireland or for workers with fixed hours.
 */
export const ukRolledUpHolidayPay = (earnings: Money): Money =>
  percentOf({ amount: earnings, basisPoints: ukHolidayBasisPoints })

/** Whether the rest between two shifts is shorter than the 11 hours of WTR reg. 10. */
export const isUkDailyRestBreached = ({ restMinutes }: { restMinutes: number }): boolean =>
  restMinutes < 11 * 60

/** Whether a shift earns the 20-minute break: only when longer than six hours (WTR reg. 12). */
export const isUkBreakDue = ({ shiftMinutes }: { shiftMinutes: number }): boolean =>
  shiftMinutes > 6 * 60
