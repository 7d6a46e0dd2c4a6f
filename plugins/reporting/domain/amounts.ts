import { formatMoney, type Money } from '#plugins/kernel/domain'

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
