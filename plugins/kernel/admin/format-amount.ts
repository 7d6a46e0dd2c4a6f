import {
  currencyCode,
  formatMoney,
  formatRate,
  formatScaled,
  money,
  scaleOf,
} from '#plugins/kernel/domain'

/**
 * A stored whole number as an amount of its currency, else as a plain number with its sign.
 *
 * @param custom of the field: minor units of the currency, or `scale` decimals (4: an hourly rate)
 */
export const formatAmount = ({
  value,
  custom,
  currency,
  locale,
}: {
  value: number
  custom: Record<string, unknown> | undefined
  currency: unknown
  locale: string
}): string => {
  const suffix = typeof custom?.suffix === 'string' ? custom.suffix : null
  const code = suffix === null ? currencyCode.safeParse(currency) : null
  if (code?.success)
    return custom?.isMinor === true
      ? formatMoney({ amount: money({ amountMinor: value, currency: code.data }), locale })
      : formatRate({ rateE4: value, currency: code.data, locale })
  return `${formatScaled({ value, scale: scaleOf({ custom, currency }) })}${suffix ? ` ${suffix}` : ''}`
}
