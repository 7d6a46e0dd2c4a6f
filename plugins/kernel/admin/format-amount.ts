import { currencyCode, formatMoney, formatRate, money } from '#plugins/kernel/domain'
import { formatScaled } from './scaled'

/** A stored whole number as an amount of its currency, else as a plain number with its sign. */
export const formatAmount = ({
  value,
  scale,
  suffix,
  currency,
  locale,
}: {
  value: number
  /** Decimals of the stored unit: 4 for rates in 1/10,000, 2 for cents and basis points. */
  scale: number
  suffix: string | null
  currency: string | null
  locale: string
}): string => {
  const code = suffix === null ? currencyCode.safeParse(currency) : null
  if (code?.success)
    return scale === 4
      ? formatRate({ rateE4: value, currency: code.data, locale })
      : formatMoney({ amount: money({ amountMinor: value, currency: code.data }), locale })
  return `${formatScaled({ value, scale })}${suffix ? ` ${suffix}` : ''}`
}
