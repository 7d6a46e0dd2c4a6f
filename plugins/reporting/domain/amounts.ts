import { type CurrencyCode, formatMoney, type Money } from '#plugins/kernel/domain'

/**
 * Amounts of several currencies as one line to read: they are never added up. The first one given
 * leads.
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

/** Rows in their order, but the agency's own currency first; null before it has a legal entity. */
export const ledBy = <Row extends { currency: CurrencyCode }>({
  rows,
  base,
}: {
  rows: readonly Row[]
  base: CurrencyCode | null
}): Row[] => [
  ...rows.filter(({ currency }) => currency === base),
  ...rows.filter(({ currency }) => currency !== base),
]
