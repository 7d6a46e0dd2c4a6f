/** An exact fraction of whole numbers; `den` is greater than zero. 3/2 is time and a half. */
export type Ratio = { num: number; den: number }

export const wholeRatio: Ratio = { num: 1, den: 1 }

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/**
 * Divides and rounds to a whole number, half away from zero: 5/2 is 3 and -5/2 is -3, so that a
 * reversal is always the exact negative of what it reverses. Throws on a zero divisor.
 */
export const divideRounded = ({
  numerator,
  denominator,
}: {
  numerator: bigint
  denominator: bigint
}): bigint => {
  if (denominator === 0n) throw new RangeError('Division by zero')
  const dividend = magnitude(numerator)
  const divisor = magnitude(denominator)
  const rounded = (2n * dividend + divisor) / (2n * divisor)
  return numerator < 0n === denominator < 0n ? rounded : -rounded
}

/** A bigint as a number; throws a RangeError beyond ±(2^53 − 1), where numbers lose units. */
export const toSafeNumber = (value: bigint): number => {
  if (magnitude(value) > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`${value} is beyond the whole numbers that can be kept exactly`)
  }
  return Number(value)
}

const greatestCommonDivisor = ({ left, right }: { left: bigint; right: bigint }): bigint =>
  right === 0n ? magnitude(left) : greatestCommonDivisor({ left: right, right: left % right })

/** The fraction in lowest terms with a positive denominator. Throws on a zero denominator. */
export const reduceRatio = ({ num, den }: { num: bigint; den: bigint }): Ratio => {
  if (den === 0n) throw new RangeError('A ratio cannot have a zero denominator')
  const divisor = greatestCommonDivisor({ left: num, right: den }) * (den < 0n ? -1n : 1n)
  return { num: toSafeNumber(num / divisor), den: toSafeNumber(den / divisor) }
}

/** The ratio in whole basis points (1/100 of a percent), half away from zero. */
export const toBasisPoints = ({ num, den }: { num: bigint; den: bigint }): number =>
  toSafeNumber(divideRounded({ numerator: num * 10_000n, denominator: den }))
