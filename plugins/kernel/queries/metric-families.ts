import type { Payload } from 'payload'
import { z } from 'zod'

import { poolOf, sqlOutside } from '../database/sql'
import type { MetricFamily } from '../domain/prometheus-text'
import { httpFamilies } from '../metrics/http-metrics'
import { processFamilies } from '../metrics/process-metrics'
import { registryOf } from '../registry/registry'
import { queueCounts } from './queue-counts'

/**
 * What a monitor sees of this process and, through it, of the installation. When the database does
 * not answer, the process still tells of itself, and `placewright_database_up` is 0.
 */
export const metricFamilies = async ({
  payload,
  version,
}: {
  payload: Payload
  version: string
}): Promise<MetricFamily[]> => [
  ...processFamilies({ version }),
  ...httpFamilies(),
  ...poolFamilies(payload),
  ...(await databaseFamilies(payload)),
]

const poolFamilies = (payload: Payload): MetricFamily[] => {
  const pool = poolOf(payload)
  const { max } = pool.options
  return [
    {
      name: 'placewright_database_pool_connections',
      help: 'Connections of this process to the database.',
      type: 'gauge',
      samples: [
        { labels: { state: 'idle' }, value: pool.idleCount },
        { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
      ],
    },
    {
      name: 'placewright_database_pool_limit',
      help: 'How many connections this process may open.',
      type: 'gauge',
      samples: [{ value: max }],
    },
    {
      name: 'placewright_database_pool_waiting',
      help: 'Requests that wait for a connection.',
      type: 'gauge',
      samples: [{ value: pool.waitingCount }],
    },
  ]
}

const databaseFamilies = async (payload: Payload): Promise<MetricFamily[]> => {
  try {
    const families = [
      ...(await queueFamilies(payload)),
      ...(await eventFamilies(payload)),
      ...(await contributedFamilies(payload)),
    ]
    return [up(1), ...families]
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'The database does not answer the metrics' })
    return [up(0)]
  }
}

const up = (value: 0 | 1): MetricFamily => ({
  name: 'placewright_database_up',
  help: 'Whether the database answered.',
  type: 'gauge',
  samples: [{ value }],
})

const queueFamilies = async (payload: Payload): Promise<MetricFamily[]> => {
  const queues = await queueCounts(payload)
  const reactions = new Set(registryOf(payload).reactions.map(({ name }) => name))
  return [
    {
      name: 'placewright_jobs',
      help: 'Jobs by queue and state.',
      type: 'gauge',
      samples: queues.flatMap(({ name, waiting, delayed, active, failed }) =>
        Object.entries({ waiting, delayed, active, failed }).map(([state, value]) => ({
          labels: { queue: name, state },
          value,
        })),
      ),
    },
    {
      name: 'placewright_job_lag_seconds',
      help: 'How long the oldest due job of a queue has been waiting.',
      type: 'gauge',
      samples: queues.map(({ name, lagSeconds }) => ({
        labels: { queue: name },
        value: lagSeconds,
      })),
    },
    {
      name: 'placewright_event_lag_seconds',
      help: 'How long the oldest event has been waiting for what follows from it.',
      type: 'gauge',
      samples: [
        {
          value: Math.max(
            0,
            ...queues.filter(({ name }) => reactions.has(name)).map(({ lagSeconds }) => lagSeconds),
          ),
        },
      ],
    },
  ]
}

const eventFamilies = async (payload: Payload): Promise<MetricFamily[]> => {
  const row = await sqlOutside(payload).first({
    schema: z.object({ unsealed: z.coerce.number(), workers: z.coerce.number() }),
    // An event of a long transaction that committed behind others is sealed within the next minute.
    text: `select coalesce(extract(epoch from now() - (
          select min(at) from domain_events
          where at > coalesce((select max(sealed_at) from event_seals), '-infinity')
        )), 0) as unsealed,
        (select count(*) from worker_heartbeats where seen_at > now() - interval '20 seconds') as workers`,
  })
  return [
    {
      name: 'placewright_event_unsealed_seconds',
      help: 'Age of the oldest event since the last seal.',
      type: 'gauge',
      samples: [{ value: Math.max(0, row?.unsealed ?? 0) }],
    },
    {
      name: 'placewright_workers_alive',
      help: 'Workers that reported themselves in the last twenty seconds.',
      type: 'gauge',
      samples: [{ value: row?.workers ?? 0 }],
    },
  ]
}

const contributedFamilies = async (payload: Payload): Promise<MetricFamily[]> => {
  const families: MetricFamily[] = []
  for (const read of registryOf(payload).gauges)
    families.push(...(await read({ payload, sql: sqlOutside(payload) })))
  return families
}
