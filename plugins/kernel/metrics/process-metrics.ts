import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'

import type { MetricFamily } from '../domain/prometheus-text'
import { processWide } from '../registry/process-wide'

/** Nanoseconds by which timers were late since the process began. */
const delays = (): IntervalHistogram =>
  processWide({
    name: 'event-loop-delays',
    make: () => {
      const histogram = monitorEventLoopDelay({ resolution: 20 })
      histogram.enable()
      return histogram
    },
  })

const nanosecond = 1e-9

/** The process itself, under the names that dashboards for Prometheus know. */
export const processFamilies = ({ version }: { version: string }): MetricFamily[] => {
  const memory = process.memoryUsage()
  const cpu = process.cpuUsage()
  const gauge = ({ name, help, value }: { name: string; help: string; value: number }) =>
    ({ name, help, type: 'gauge', samples: [{ value }] }) as const
  return [
    {
      name: 'placewright_build_info',
      help: 'Always 1; the labels tell what runs.',
      type: 'gauge',
      samples: [{ labels: { version, node: process.version }, value: 1 }],
    },
    {
      name: 'process_cpu_seconds_total',
      help: 'Processor time of this process.',
      type: 'counter',
      samples: [{ value: (cpu.user + cpu.system) / 1e6 }],
    },
    gauge({
      name: 'process_resident_memory_bytes',
      help: 'Memory of this process.',
      value: memory.rss,
    }),
    gauge({
      name: 'nodejs_heap_size_used_bytes',
      help: 'Memory of living objects.',
      value: memory.heapUsed,
    }),
    gauge({
      name: 'process_start_time_seconds',
      help: 'When the process began, in seconds since 1970.',
      value: Math.round(Date.now() / 1000 - process.uptime()),
    }),
    gauge({
      name: 'nodejs_eventloop_lag_p99_seconds',
      help: 'By how much one in a hundred timers is late.',
      value: delays().percentile(99) * nanosecond,
    }),
  ]
}
