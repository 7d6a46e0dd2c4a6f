import {
  durationBounds,
  emptyHistogram,
  observe,
  samplesOf,
  type Histogram,
} from '../domain/histogram'
import type { MetricFamily } from '../domain/prometheus-text'
import type { RouteClass } from '../domain/route-class'
import { processWide } from '../registry/process-wide'

type Labels = { route: RouteClass; method: string; status: string }

type HttpCounts = {
  inFlight: number
  durations: Map<string, { labels: Labels; histogram: Histogram }>
}

const counts = (): HttpCounts =>
  processWide({ name: 'http-counts', make: () => ({ inFlight: 0, durations: new Map() }) })

export const requestBegan = (): void => {
  counts().inFlight += 1
}

/** The request was answered, or its caller has left. */
export const requestEnded = ({
  route,
  method,
  status,
  seconds,
}: {
  route: RouteClass
  method: string
  status: number
  seconds: number
}): void => {
  const all = counts()
  all.inFlight -= 1
  const labels: Labels = {
    route,
    // A caller may invent methods, and each label value is kept for ever.
    method: knownMethods.has(method) ? method : 'other',
    status: `${Math.trunc(status / 100)}xx`,
  }
  const key = Object.values(labels).join(' ')
  const known = all.durations.get(key) ?? { labels, histogram: emptyHistogram(durationBounds) }
  all.durations.set(key, known)
  observe({ histogram: known.histogram, value: seconds })
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])

export const httpFamilies = (): MetricFamily[] => [
  {
    name: 'placewright_http_request_duration_seconds',
    help: 'How long requests took, from their first byte to the last of the answer.',
    type: 'histogram',
    samples: [...counts().durations.values()].flatMap(({ labels, histogram }) =>
      samplesOf({ histogram, labels }),
    ),
  },
  {
    name: 'placewright_http_requests_in_flight',
    help: 'Requests that are being answered now.',
    type: 'gauge',
    samples: [{ value: counts().inFlight }],
  },
]
