import {
  type CurrencyCode,
  type Failure,
  type Money,
  money,
  ok,
  percentOf,
  type Result,
  refuseInput,
} from '#plugins/kernel/domain'

/**
 * The fee for a permanent placement by the order's terms: the fixed sum when one was agreed, else
 * the share of the yearly salary (basis points, half away from zero to the minor unit). Refuses
 * when the order has neither, when the share lies outside 0 to 100 %, or when it has no salary.
 */
export const permanentFee = ({
  salary,
  feeBp,
  feeFlatMinor,
  currency,
}: {
  salary: Money | null
  feeBp: number | null
  feeFlatMinor: number | null
  currency: CurrencyCode
}): Result<Money, Failure> => {
  if (feeFlatMinor !== null) {
    return feeFlatMinor < 0
      ? refuseInput({ feeMinor: 'A fee cannot be negative.' })
      : ok(money({ amountMinor: feeFlatMinor, currency }))
  }
  if (feeBp === null) {
    return refuseInput({ feeMinor: 'The order has no fee. Enter the fee for this placement.' })
  }
  if (feeBp < 0 || feeBp > 10_000) {
    return refuseInput({ feeMinor: 'The order’s fee must lie between 0 and 100 %.' })
  }
  if (salary === null) {
    return refuseInput({ salaryMinor: 'Enter the yearly salary: the fee is a share of it.' })
  }
  return ok(percentOf({ amount: salary, basisPoints: feeBp }))
}
