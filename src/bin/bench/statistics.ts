export type Side = 'product' | 'raw'

export type Summary = { calls: number; medianMs: number; p95Ms: number }

/** The order of a round: what drifts during it (caches, a busy machine) weighs on both sides alike. */
export const abba = ['product', 'raw', 'raw', 'product'] as const satisfies readonly Side[]

/**
 * The value below which a share of the samples lies, between two of them in proportion (Hyndman and
 * Fan's seventh definition, the usual one of spreadsheets).
 *
 * @param share from 0 to 1
 */
export const quantile = ({
  samples,
  share,
}: {
  samples: readonly number[]
  share: number
}): number => {
  const sorted = samples.toSorted((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('There are no samples.')
  return below + (above - below) * (place - Math.floor(place))
}

export const summaryOf = (samples: readonly number[]): Summary => ({
  calls: samples.length,
  medianMs: quantile({ samples, share: 0.5 }),
  p95Ms: quantile({ samples, share: 0.95 }),
})

/** How many times longer the product takes, by the medians. */
export const ratioOf = ({ product, raw }: { product: Summary; raw: Summary }): number =>
  product.medianMs / raw.medianMs
