import {
  type CurrencyCode,
  type Money,
  minorPerMajor,
  multiplyPrice,
  multiplyRate,
  type Ratio,
  toSafeNumber,
} from '#plugins/kernel/domain'

/** Tax categories of EN 16931 (UNCL 5305): AE is reverse charge, S carries a rate. */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type TaxCategory = (typeof taxCategories)[number]

export type LineTax = { category: TaxCategory; rateBp: number }

/** Time at an hourly rate and premium, or a count at a unit price; rates and prices in 1/10,000. */
export type LineQuantity =
  | { unit: 'hour'; minutes: number; rateE4: number; ratio: Ratio }
  | { unit: 'piece'; quantityE4: number; priceE4: number }

export type InvoiceLine = {
  lineId: string
  description: string
  quantity: LineQuantity
  tax: LineTax
}

/** Net of a line: quantity × price, rounded once to the minor unit, half away from zero. */
export const lineNet = ({
  quantity,
  currency,
}: {
  quantity: LineQuantity
  currency: CurrencyCode
}): Money => {
  switch (quantity.unit) {
    case 'hour':
      return multiplyRate({ ...quantity, currency })
    case 'piece':
      return multiplyPrice({ ...quantity, currency })
  }
}

/** Ten thousand million euros: 500 such lines with as much tax again are still exact. */
const maxLineMinor = 1_000_000_000_000n

/** Whether quantity × price stays within what is kept exactly and believed, on either side of zero. */
export const isLineReckonable = ({
  quantity,
  currency,
}: {
  quantity: LineQuantity
  currency: CurrencyCode
}): boolean => {
  const { numerator, denominator } = productOf(quantity)
  const bound = maxLineMinor * denominator
  const minor = numerator * minorPerMajor(currency)
  return -bound <= minor && minor <= bound
}

const productOf = (quantity: LineQuantity): { numerator: bigint; denominator: bigint } =>
  quantity.unit === 'hour'
    ? {
        numerator: BigInt(quantity.rateE4) * BigInt(quantity.minutes) * BigInt(quantity.ratio.num),
        denominator: 600_000n * BigInt(quantity.ratio.den),
      }
    : {
        numerator: BigInt(quantity.priceE4) * BigInt(quantity.quantityE4),
        denominator: 100_000_000n,
      }

/** One piece at exactly this amount, as for a fee or a bonus; negative amounts are minus one piece. */
export const lumpSum = ({ amountMinor, currency }: Money): LineQuantity => ({
  unit: 'piece',
  quantityE4: amountMinor < 0 ? -10_000 : 10_000,
  priceE4: toSafeNumber((BigInt(Math.abs(amountMinor)) * 10_000n) / minorPerMajor(currency)),
})
