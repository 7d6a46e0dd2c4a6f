import {
  type CurrencyCode,
  divideRounded,
  minorPerMajor,
  type Ratio,
  reduceRatio,
  toSafeNumber,
} from '#plugins/kernel/domain'
import type { ClassifiedStretch } from './classify'
import type { RuleSet } from './rule-sets'
import type { BonusKind, RemunerationPart, TraceStep } from './trace'
import { nightMinutes } from './workweek'

/** A bonus that must count into the regular rate; gifts and discretionary ones stay out. */
export type WeekBonus = {
  bonusId: string
  placementId: string
  timesheetId: string
  kind: BonusKind
  amountMinor: number
  /** What the client pays of it; 0 when the agency bears it. */
  billAmountMinor: number
}

/** Exact, in 1/10,000 of the major unit per hour. */
export type ExactRate = { num: bigint; den: bigint }

/**
 * The regular rate of a workweek: all remuneration for hours worked, divided by all hours worked
 * (29 CFR 778.109, 778.115). A flat-sum bonus under California rules is divided by the hours
 * without overtime and kept apart, because its premium is the full multiplier (Alvarado).
 */
export type RegularRate = {
  rule: string
  parts: readonly RemunerationPart[]
  workedMinutes: number
  average: ExactRate
  flatSum: { rate: ExactRate; amountMinor: number; nonOvertimeMinutes: number } | null
}

/** The regular rate of the classified hours; null when nothing was worked. */
export const regularRateOf = ({
  hours,
  bonuses,
  ruleSet,
  currency,
}: {
  hours: readonly ClassifiedStretch[]
  bonuses: readonly WeekBonus[]
  ruleSet: RuleSet
  currency: CurrencyCode
}): RegularRate | null => {
  const workedMinutes = hours.reduce((sum, stretch) => sum + stretch.minutes, 0)
  if (workedMinutes === 0) return null
  const isApart = (bonus: WeekBonus) =>
    bonus.kind === 'flat-sum' && ruleSet.flatSumDivisor === 'non-overtime-hours'
  const parts: RemunerationPart[] = [
    ...hourParts(hours),
    ...bonuses
      .filter((bonus) => !isApart(bonus))
      .map(({ bonusId, amountMinor }) => ({ kind: 'bonus' as const, bonusId, amountMinor })),
  ]
  const flatSumMinor = bonuses
    .filter(isApart)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const nonOvertimeMinutes = hours.reduce(
    (sum, stretch) => sum + (stretch.code === 'REG' ? stretch.minutes : 0),
    0,
  )
  return {
    rule: ruleSet.regularRateRule,
    parts,
    workedMinutes,
    average: {
      num: parts.reduce((sum, part) => sum + remunerationOf({ part, currency }), 0n),
      den: BigInt(workedMinutes),
    },
    flatSum:
      flatSumMinor === 0 || nonOvertimeMinutes === 0
        ? null
        : {
            rate: {
              num: bonusRemuneration({ amountMinor: flatSumMinor, currency }),
              den: BigInt(nonOvertimeMinutes),
            },
            amountMinor: flatSumMinor,
            nonOvertimeMinutes,
          },
  }
}

/** The regular rate with any flat sum in it, as premiums for missed breaks use it (Ferra). */
export const wholeRegularRate = ({ average, flatSum }: RegularRate): ExactRate =>
  flatSum ? addRates({ left: average, right: flatSum.rate }) : average

/**
 * What an hour at `multiplier` earns on top of its straight pay: the part of the multiplier above
 * one of the average rate, and the whole multiplier of a flat sum kept apart.
 */
export const premiumRate = ({
  regularRate: { average, flatSum },
  multiplier,
}: {
  regularRate: RegularRate
  multiplier: Ratio
}): ExactRate => {
  const above = timesRate({
    rate: average,
    ratio: { num: multiplier.num - multiplier.den, den: multiplier.den },
  })
  return flatSum && multiplier.num > multiplier.den
    ? addRates({ left: above, right: timesRate({ rate: flatSum.rate, ratio: multiplier }) })
    : above
}

/**
 * Writes an exact rate as a whole `rateE4` and a ratio, so that a line stays exact until it is
 * rounded once. `preferredE4` (the agreed rate) is kept where it is not zero.
 */
export const asRateAndRatio = ({
  exact,
  preferredE4,
}: {
  exact: ExactRate
  preferredE4: number
}): { rateE4: number; ratio: Ratio } => {
  const rounded = roundRateE4(exact)
  const rateE4 = preferredE4 === 0 ? rounded : preferredE4
  if (rateE4 === 0) return { rateE4, ratio: { num: 1, den: 1 } }
  return { rateE4, ratio: reduceRatio({ num: exact.num, den: exact.den * BigInt(rateE4) }) }
}

/** Rounded to 1/10,000 for reading only, half away from zero. */
export const roundRateE4 = ({ num, den }: ExactRate): number =>
  toSafeNumber(divideRounded({ numerator: num, denominator: den }))

/** The rate of a whole number of 1/10,000. */
export const exactRate = (rateE4: number): ExactRate => ({ num: BigInt(rateE4), den: 1n })

export const addRates = ({ left, right }: { left: ExactRate; right: ExactRate }): ExactRate => ({
  num: left.num * right.den + right.num * left.den,
  den: left.den * right.den,
})

/** The step that lets a clerk repeat the regular rate. */
export const regularRateStep = ({
  regularRate,
  multiplier,
}: {
  regularRate: RegularRate
  multiplier: Ratio
}): TraceStep => ({
  kind: 'regular-rate',
  rule: regularRate.rule,
  parts: regularRate.parts,
  workedMinutes: regularRate.workedMinutes,
  regularRateE4: roundRateE4(wholeRegularRate(regularRate)),
  multiplier,
  flatSum: regularRate.flatSum && {
    amountMinor: regularRate.flatSum.amountMinor,
    nonOvertimeMinutes: regularRate.flatSum.nonOvertimeMinutes,
  },
})

/** Minutes of a stretch that fall into its placement's night window. */
export const nightMinutesOf = (stretch: ClassifiedStretch): number => {
  const { night } = stretch.entry.terms
  return night
    ? nightMinutes({
        intervals: [stretch],
        zone: stretch.entry.zone,
        from: night.from,
        to: night.to,
      })
    : 0
}

const hourParts = (hours: readonly ClassifiedStretch[]): RemunerationPart[] => {
  const parts = hours.flatMap((stretch): RemunerationPart[] => {
    const { placementId, terms } = stretch.entry
    const { minutes } = stretch
    return [
      { kind: 'hours', placementId, minutes, rateE4: terms.pay.rateE4 },
      { kind: 'differential', placementId, minutes, rateE4: terms.pay.differentialE4 },
      {
        kind: 'differential',
        placementId,
        minutes: nightMinutesOf(stretch),
        rateE4: terms.night?.payRateE4 ?? 0,
      },
    ]
  })
  return mergeParts(parts)
}

const mergeParts = (parts: readonly RemunerationPart[]): RemunerationPart[] => {
  const merged = new Map<string, RemunerationPart>()
  for (const part of parts) {
    if (part.kind === 'bonus') continue
    if (part.kind === 'differential' && (part.rateE4 === 0 || part.minutes === 0)) continue
    const key = `${part.kind}:${part.placementId}:${part.rateE4}`
    const known = merged.get(key)
    const before = known && known.kind !== 'bonus' ? known.minutes : 0
    merged.set(key, { ...part, minutes: before + part.minutes })
  }
  return [...merged.values()]
}

/** In 1/10,000 of the major unit × minutes per hour, so that dividing by minutes gives a rate. */
const remunerationOf = ({
  part,
  currency,
}: {
  part: RemunerationPart
  currency: CurrencyCode
}): bigint =>
  part.kind === 'bonus'
    ? bonusRemuneration({ amountMinor: part.amountMinor, currency })
    : BigInt(part.minutes) * BigInt(part.rateE4)

const bonusRemuneration = ({
  amountMinor,
  currency,
}: {
  amountMinor: number
  currency: CurrencyCode
}): bigint => (BigInt(amountMinor) * 10_000n * 60n) / minorPerMajor(currency)

const timesRate = ({ rate, ratio }: { rate: ExactRate; ratio: Ratio }): ExactRate => ({
  num: rate.num * BigInt(ratio.num),
  den: rate.den * BigInt(ratio.den),
})
