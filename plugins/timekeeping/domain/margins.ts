import {
  divideRounded,
  type Ratio,
  toBasisPoints,
  toSafeNumber,
  wholeRatio,
} from '#plugins/kernel/domain'

export type Margins = {
  /** (bill − pay) / pay; null when nothing is paid. */
  markupBp: number | null
  /** (bill − pay) / bill, before burden; null when nothing is billed. */
  marginBeforeBurdenBp: number | null
  /** (bill − pay − burden) / bill; null when nothing is billed. */
  grossMarginBp: number | null
  /** bill − pay − burden per hour, 1/10,000 of the major unit. */
  grossProfitE4: number
}

/**
 * Markup and margin of an hour, in basis points, half away from zero. Rates are 1/10,000 per hour;
 * the ratios are the premium of an overtime hour on either side; burden is what the employer pays
 * on top of pay (taxes, insurance).
 */
export const marginsOf = ({
  payRateE4,
  billRateE4,
  burdenBp,
  payRatio = wholeRatio,
  billRatio = wholeRatio,
}: {
  payRateE4: number
  billRateE4: number
  burdenBp: number
  payRatio?: Ratio
  billRatio?: Ratio
}): Margins => {
  const commonDen = BigInt(payRatio.den) * BigInt(billRatio.den) * 10_000n
  const pay = BigInt(payRateE4) * BigInt(payRatio.num) * BigInt(billRatio.den) * 10_000n
  const bill = BigInt(billRateE4) * BigInt(billRatio.num) * BigInt(payRatio.den) * 10_000n
  const cost = (pay / 10_000n) * (10_000n + BigInt(burdenBp))
  return {
    markupBp: pay === 0n ? null : toBasisPoints({ num: bill - pay, den: pay }),
    marginBeforeBurdenBp: bill === 0n ? null : toBasisPoints({ num: bill - pay, den: bill }),
    grossMarginBp: bill === 0n ? null : toBasisPoints({ num: bill - cost, den: bill }),
    grossProfitE4: toSafeNumber(divideRounded({ numerator: bill - cost, denominator: commonDen })),
  }
}

/**
 * The bill rate that leaves a gross margin, 1/10,000 per hour: pay with burden / (1 − margin).
 * Throws a RangeError for a margin of 100 % or more, which no rate can reach.
 */
export const billRateForMargin = ({
  payRateE4,
  burdenBp,
  grossMarginBp,
}: {
  payRateE4: number
  burdenBp: number
  grossMarginBp: number
}): number => {
  if (grossMarginBp >= 10_000) throw new RangeError('A margin of 100 % or more cannot be reached')
  return toSafeNumber(
    divideRounded({
      numerator: BigInt(payRateE4) * BigInt(10_000 + burdenBp),
      denominator: BigInt(10_000 - grossMarginBp),
    }),
  )
}
