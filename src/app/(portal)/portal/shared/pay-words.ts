import { currencyCode, formatMoney, formatRate, money } from '#plugins/kernel/domain'

/** What somebody earns, as they read it: by the hour or by the year; null while nothing is agreed. */
export const payWords = ({
  pay: { payRateE4, salaryMinor, currency },
  locale,
}: {
  pay: { payRateE4: number | null; salaryMinor: number | null; currency: string }
  locale: string
}): string | null => {
  const code = currencyCode.parse(currency)
  if (payRateE4 !== null)
    return `${formatRate({ rateE4: payRateE4, currency: code, locale })} per hour`
  if (salaryMinor !== null)
    return `${formatMoney({ amount: money({ amountMinor: salaryMinor, currency: code }), locale })} per year`
  return null
}
