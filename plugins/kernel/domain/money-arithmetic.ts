import { type CurrencyCode, exponentOf } from './money-currencies'
import { divideRounded, type Ratio, toSafeNumber, wholeRatio } from './money-ratio'

/** An amount in whole minor units (cents) of one ISO 4217 currency, within ±(2^53 − 1). */
export type Money = { amountMinor: number; currency: CurrencyCode }

/** Makes money from whole minor units; throws a RangeError for anything that is not exact. */
export const money = ({ amountMinor, currency }: Money): Money => {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new RangeError(`${amountMinor} is not a whole number of minor units of ${currency}`)
  }
  return { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency }
}

/** Adds a list of amounts of the given currency; the sum of none is zero. */
export const sumMoney = ({
  amounts,
  currency,
}: {
  amounts: readonly Money[]
  currency: CurrencyCode
}): Money => {
  let total = 0n
  for (const amount of amounts) {
    assertCurrency({ expected: currency, actual: amount.currency })
    total += minorOf(amount)
  }
  return fromMinor({ minor: total, currency })
}

/** Adds two amounts; throws a TypeError when the currencies differ. */
export const addMoney = ({ left, right }: { left: Money; right: Money }): Money =>
  sumMoney({ amounts: [left, right], currency: left.currency })

/** Takes `right` from `left`; throws a TypeError when the currencies differ. */
export const subtractMoney = ({ left, right }: { left: Money; right: Money }): Money =>
  addMoney({ left, right: negateMoney(right) })

/** The exact negative, as a reversal or a credit note needs it. */
export const negateMoney = ({ amountMinor, currency }: Money): Money =>
  money({ amountMinor: -amountMinor, currency })

/** -1, 0 or 1, as a sort comparator; throws a TypeError when the currencies differ. */
export const compareMoney = ({ left, right }: { left: Money; right: Money }): -1 | 0 | 1 => {
  assertCurrency({ expected: left.currency, actual: right.currency })
  if (left.amountMinor === right.amountMinor) return 0
  return left.amountMinor < right.amountMinor ? -1 : 1
}

/**
 * Splits an amount by whole-number weights with the method of the largest remainder (the earlier
 * part wins a tie): the parts always add up to the amount. Throws a RangeError when a weight is
 * negative or fractional, or all are zero.
 */
export const allocateMoney = ({
  amount,
  weights,
}: {
  amount: Money
  weights: readonly number[]
}): Money[] =>
  allocateWhole({ total: amount.amountMinor, weights }).map((amountMinor) =>
    money({ amountMinor, currency: amount.currency }),
  )

/** Splits a whole number (minutes, cents) as `allocateMoney` does. */
export const allocateWhole = ({
  total,
  weights,
}: {
  total: number
  weights: readonly number[]
}): number[] => {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights must be whole numbers of zero or more')
  }
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (weightSum === 0n) throw new RangeError('At least one weight must be greater than zero')

  const sign = total < 0 ? -1n : 1n
  const magnitude = BigInt(total) * sign
  const shares = weights.map((weight, index) => ({
    index,
    whole: (magnitude * BigInt(weight)) / weightSum,
    remainder: (magnitude * BigInt(weight)) % weightSum,
  }))
  let left = magnitude - shares.reduce((sum, share) => sum + share.whole, 0n)
  const parts = shares.map((share) => share.whole)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const { index, whole } of byRemainder) {
    if (left === 0n) break
    parts[index] = whole + 1n
    left -= 1n
  }
  return parts.map((part) => toSafeNumber(part * sign))
}

/**
 * Money for time at a rate: `rateE4` is 1/10,000 of the major unit per hour, `ratio` a premium
 * such as 3/2. Exact inside, rounded once at the end to the minor unit, half away from zero.
 */
export const multiplyRate = ({
  rateE4,
  minutes,
  ratio = wholeRatio,
  currency,
}: {
  rateE4: number
  minutes: number
  ratio?: Ratio
  currency: CurrencyCode
}): Money =>
  fromMinor({
    minor: divideRounded({
      numerator: BigInt(rateE4) * BigInt(minutes) * BigInt(ratio.num) * minorPerMajor(currency),
      denominator: 60n * 10_000n * BigInt(ratio.den),
    }),
    currency,
  })

/**
 * Money for a quantity at a unit price, both in 1/10,000 (`quantityE4` 15000 is one and a half).
 * Rounded once to the minor unit, half away from zero.
 */
export const multiplyPrice = ({
  priceE4,
  quantityE4,
  currency,
}: {
  priceE4: number
  quantityE4: number
  currency: CurrencyCode
}): Money =>
  fromMinor({
    minor: divideRounded({
      numerator: BigInt(priceE4) * BigInt(quantityE4) * minorPerMajor(currency),
      denominator: 10_000n * 10_000n,
    }),
    currency,
  })

/** A share of an amount in basis points (1900 is 19 %), half away from zero to the minor unit. */
export const percentOf = ({ amount, basisPoints }: { amount: Money; basisPoints: number }): Money =>
  shareOf({ amount, ratio: { num: basisPoints, den: 10_000 } })

/** A fraction of an amount, half away from zero to the minor unit. */
export const shareOf = ({ amount, ratio }: { amount: Money; ratio: Ratio }): Money =>
  fromMinor({
    minor: divideRounded({
      numerator: minorOf(amount) * BigInt(ratio.num),
      denominator: BigInt(ratio.den),
    }),
    currency: amount.currency,
  })

/** Minor units in one major unit: 100n for EUR, 1n for JPY. */
export const minorPerMajor = (currency: CurrencyCode): bigint => 10n ** BigInt(exponentOf(currency))

const minorOf = (amount: Money): bigint => BigInt(money(amount).amountMinor)

const fromMinor = ({ minor, currency }: { minor: bigint; currency: CurrencyCode }): Money =>
  money({ amountMinor: toSafeNumber(minor), currency })

const assertCurrency = ({
  expected,
  actual,
}: {
  expected: CurrencyCode
  actual: CurrencyCode
}): void => {
  if (expected !== actual) {
    throw new TypeError(`${actual} cannot be reckoned with ${expected}: convert it first`)
  }
}
