import type { MetricSample } from './prometheus-text'

/** How often something took at most so long: counts per upper bound, in the unit of the bounds. */
export type Histogram = { bounds: readonly number[]; counts: number[]; sum: number; count: number }

/** Seconds that answers take, from a cached page to what a person gives up on. */
export const durationBounds: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
]

export const emptyHistogram = (bounds: readonly number[]): Histogram => ({
  bounds,
  counts: bounds.map(() => 0),
  sum: 0,
  count: 0,
})

/** Counts a value in, in place: this runs once per request. */
export const observe = ({ histogram, value }: { histogram: Histogram; value: number }): void => {
  const at = histogram.bounds.findIndex((bound) => value <= bound)
  if (at >= 0) histogram.counts[at] = (histogram.counts[at] ?? 0) + 1
  histogram.sum += value
  histogram.count += 1
}

/** The samples of Prometheus: each bucket counts all that were at most its bound. */
export const samplesOf = ({
  histogram: { bounds, counts, sum, count },
  labels,
}: {
  histogram: Histogram
  labels: Readonly<Record<string, string>>
}): MetricSample[] => {
  let below = 0
  const buckets = bounds.map((bound, at) => {
    below += counts[at] ?? 0
    return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: below } as const
  })
  return [
    ...buckets,
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: count },
  ]
}
