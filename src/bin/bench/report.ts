import type { Measured, Target } from './workload'

/** A row of results; what is beyond the floor is the product's own. */
export type Line = Measured & {
  /** The ratio without what HTTP costs; null for the floor itself. */
  ratioBeyondFloor: number | null
  /** Whether the target was kept; null where there is none. */
  isMet: boolean | null
}

/** Takes the cost of HTTP out of the ratios: the first result is the floor. */
export const linesOf = (results: readonly Measured[]): Line[] => {
  const [floor] = results
  return results.map((result) => {
    const ratioBeyondFloor =
      floor === undefined || result === floor
        ? null
        : Math.max(0, result.product.medianMs - floor.product.medianMs) / result.raw.medianMs
    return { ...result, ratioBeyondFloor, isMet: isMet({ result, ratioBeyondFloor }) }
  })
}

const isMet = ({
  result: { product, ratio, target },
  ratioBeyondFloor,
}: {
  result: Measured
  ratioBeyondFloor: number | null
}): boolean | null => {
  if (!target) return null
  const { p95Ms = Infinity, ratio: most = Infinity, wholeRatio = Infinity } = target
  return product.p95Ms <= p95Ms && (ratioBeyondFloor ?? 0) <= most && ratio <= wholeRatio
}

const headings = [
  'Workload',
  'Other median ms',
  'p95',
  'Product median ms',
  'p95',
  'Ratio',
  'Beyond HTTP',
  'Target',
  'Met',
  'Same',
]

/** A table that reads well in a terminal and is Markdown too. */
export const tableOf = (lines: readonly Line[]): string => {
  const rows = [
    headings,
    ...lines.map(({ name, raw, product, ratio, ratioBeyondFloor, target, isMet, differences }) => [
      name,
      milliseconds(raw.medianMs),
      milliseconds(raw.p95Ms),
      milliseconds(product.medianMs),
      milliseconds(product.p95Ms),
      times(ratio),
      ratioBeyondFloor === null ? '' : times(ratioBeyondFloor),
      target ? targetText(target) : '',
      isMet === null ? '' : isMet ? 'yes' : 'no',
      differences.length === 0 ? 'yes' : 'NO',
    ]),
  ]
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [head, ...body] = rows
  return [line(head ?? []), rule, ...body.map(line)].join('\n')
}

const targetText = ({ p95Ms, ratio, wholeRatio }: Target): string =>
  [
    ...(p95Ms === undefined ? [] : [`p95 ≤ ${p95Ms} ms`]),
    ...(ratio === undefined ? [] : [`≤ ${ratio}×`]),
    ...(wholeRatio === undefined ? [] : [`≤ ${wholeRatio}× whole`]),
  ].join(', ')

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1)

const times = (value: number): string => `${value.toFixed(value < 1 ? 2 : 1)}×`
