import {
  allocateWhole,
  type CurrencyCode,
  divideRounded,
  minorPerMajor,
  toSafeNumber,
} from '#plugins/kernel/domain'
import type { ClassifiedStretch } from './classify'
import type { PayLine } from './evaluated-line'
import {
  addRates,
  type ExactRate,
  premiumRate,
  type RegularRate,
  roundRateE4,
  wholeRegularRate,
} from './regular-rate'

export type WeekSummary = {
  workedMinutes: number
  regularMinutes: number
  overtimeMinutes: number
  doubleTimeMinutes: number
  /** Minutes of the entries that belong to the week before or after. */
  outsideMinutes: number
  /** Rounded for reading; null when nothing was worked. */
  regularRateE4: number | null
  /** Pay for overtime and double time above straight pay. */
  premiumMinor: number
  /** The premium's cost by hours worked, whoever is billed for it. */
  premiumShares: { placementId: string; amountMinor: number }[]
  payMinor: number
}

/** Sums up a week for the clerk; the lines stay the truth that is paid. */
export const summaryOf = ({
  hours,
  regularRate,
  payLines,
  outsideMinutes,
  currency,
}: {
  hours: readonly ClassifiedStretch[]
  regularRate: RegularRate | null
  payLines: readonly PayLine[]
  outsideMinutes: number
  currency: CurrencyCode
}): WeekSummary => {
  const minutesOf = (code: ClassifiedStretch['code']) =>
    hours.reduce((sum, hour) => sum + (hour.code === code ? hour.minutes : 0), 0)
  const premiumMinor = premiumOf({ hours, regularRate, currency })
  return {
    workedMinutes: hours.reduce((sum, hour) => sum + hour.minutes, 0),
    regularMinutes: minutesOf('REG'),
    overtimeMinutes: minutesOf('OT'),
    doubleTimeMinutes: minutesOf('DT'),
    outsideMinutes,
    regularRateE4: regularRate && roundRateE4(wholeRegularRate(regularRate)),
    premiumMinor,
    premiumShares: premiumSharesOf({ hours, premiumMinor }),
    payMinor: payLines.reduce((sum, line) => sum + line.amountMinor, 0),
  }
}

const premiumOf = ({
  hours,
  regularRate,
  currency,
}: {
  hours: readonly ClassifiedStretch[]
  regularRate: RegularRate | null
  currency: CurrencyCode
}): number => {
  if (!regularRate) return 0
  const exact = hours.reduce<ExactRate>(
    (sum, hour) => {
      const { num, den } = premiumRate({ regularRate, multiplier: hour.ratio })
      if (num === 0n) return sum
      return addRates({ left: sum, right: { num: num * BigInt(hour.minutes), den } })
    },
    { num: 0n, den: 1n },
  )
  return toSafeNumber(
    divideRounded({
      numerator: exact.num * minorPerMajor(currency),
      denominator: exact.den * 60n * 10_000n,
    }),
  )
}

const premiumSharesOf = ({
  hours,
  premiumMinor,
}: {
  hours: readonly ClassifiedStretch[]
  premiumMinor: number
}): { placementId: string; amountMinor: number }[] => {
  const worked = new Map<string, number>()
  for (const { entry, minutes } of hours) {
    worked.set(entry.placementId, (worked.get(entry.placementId) ?? 0) + minutes)
  }
  if (worked.size === 0) return []
  const shares = allocateWhole({ total: premiumMinor, weights: [...worked.values()] })
  return [...worked.keys()].map((placementId, index) => ({
    placementId,
    amountMinor: shares[index] ?? 0,
  }))
}
