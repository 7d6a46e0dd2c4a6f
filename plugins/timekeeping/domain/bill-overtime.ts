import { type Ratio, reduceRatio } from '#plugins/kernel/domain'

/**
 * The multipliers on the bill rate from the one that the client agreed to for overtime (basis
 * points, 15000 is time and a half). Double time keeps the relation that it has to overtime in pay,
 * four to three.
 */
export const billOvertimeRatios = (
  overtimeMultiplierBp: number,
): { overtime: Ratio; doubleTime: Ratio } => ({
  overtime: reduceRatio({ num: BigInt(overtimeMultiplierBp), den: 10_000n }),
  doubleTime: reduceRatio({ num: BigInt(overtimeMultiplierBp) * 4n, den: 30_000n }),
})
