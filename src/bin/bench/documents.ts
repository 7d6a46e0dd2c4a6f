export type Document = Record<string, unknown>

/**
 * A row of a table as the product names and writes its fields: camel case, relations without `_id`,
 * instants as ISO texts, amounts as numbers.
 */
export const documentOf = (row: Document): Document =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column
        .replace(/_id$/, '')
        .replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      plain({ column, value }),
    ]),
  )

/**
 * In words how two lists of documents differ; nothing when they hold the same.
 *
 * @param what a document of the lists is called: "row"
 */
export const differences = ({
  what,
  product,
  raw,
}: {
  what: string
  product: readonly Document[]
  raw: readonly Document[]
}): string[] => [
  ...(product.length === raw.length
    ? []
    : [`${product.length} ${what}s, and ${raw.length} by SQL`]),
  ...product.flatMap((one, place) => {
    const other = raw[place] ?? {}
    return differingFields({ one, other }).map(
      (name) =>
        `${what} ${place + 1} differs in ${name}: ${shown(one[name])}, by SQL ${shown(other[name])}`,
    )
  }),
]

/** Names of the fields that two documents hold differently; a field left out is null. */
const differingFields = ({ one, other }: { one: Document; other: Document }): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => JSON.stringify(one[name] ?? null) !== JSON.stringify(other[name] ?? null),
  )

const shown = (value: unknown): string => JSON.stringify(value ?? null).slice(0, 400)

const plain = ({ column, value }: { column: string; value: unknown }): unknown => {
  if (value instanceof Date) return value.toISOString()
  // The driver gives numeric columns as text, so that none loses digits.
  return /(_(e4|bp|minor)|^latitude|^longitude)$/.test(column) && typeof value === 'string'
    ? Number(value)
    : value
}
