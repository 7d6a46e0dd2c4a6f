import { type CurrencyCode, formatMoney, formatRate } from '#plugins/kernel/domain'

export type PostedPay = {
  currency: CurrencyCode
  payFromRateE4: number | null
  payToRateE4: number | null
  salaryFromMinor: number | null
  salaryToMinor: number | null
}

/** The pay of a posting in words: "$21.00–$24.00 an hour"; null when none is given. */
export const payText = ({ pay, locale }: { pay: PostedPay; locale: string }): string | null => {
  const { currency } = pay
  if (pay.payFromRateE4 !== null)
    return `${range([pay.payFromRateE4, pay.payToRateE4].map((rateE4) => (rateE4 === null ? null : formatRate({ rateE4, currency, locale }))))} an hour`
  if (pay.salaryFromMinor !== null)
    return `${range([pay.salaryFromMinor, pay.salaryToMinor].map((amountMinor) => (amountMinor === null ? null : formatMoney({ amount: { amountMinor, currency: currency }, locale }))))} a year`
  return null
}

const range = (parts: readonly (string | null)[]): string =>
  [...new Set(parts.filter((part) => part !== null))].join(' – ')
