import { formatMoney, type CurrencyCode, type Money } from '#plugins/kernel/domain'

/**
 * Amounts of several currencies as one line to read: they are never added up. The largest number of
 * records comes first, because that is the currency the agency works in.
 */
export const amountsInWords = ({
  amounts,
  locale,
}: {
  amounts: readonly Money[]
  locale: string
}): { main: string; others: string | null } => {
  const [first, ...rest] = amounts.map((amount) => formatMoney({ amount, locale }))
  return { main: first ?? '–', others: rest.length > 0 ? rest.join(' · ') : null }
}

/** Rows with an amount per currency, summed; the currency with most rows first. */
export const byCurrency = <Row extends { currency: CurrencyCode }>({
  rows,
  amountOf,
}: {
  rows: readonly Row[]
  amountOf: (row: Row) => number
}): Money[] => {
  const sums = new Map<CurrencyCode, { amountMinor: number; rows: number }>()
  for (const row of rows) {
    const sum = sums.get(row.currency) ?? { amountMinor: 0, rows: 0 }
    sums.set(row.currency, { amountMinor: sum.amountMinor + amountOf(row), rows: sum.rows + 1 })
  }
  return [...sums]
    .sort(([a, x], [b, y]) => y.rows - x.rows || (a < b ? -1 : 1))
    .map(([currency, { amountMinor }]) => ({ amountMinor, currency }))
}
