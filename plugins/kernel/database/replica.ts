import type { Payload } from 'payload'
import pg from 'pg'

import { processWide } from '../registry/process-wide'
import { sqlOn, type Sql } from './sql'

/**
 * SQL on a copy of the database that is only read: a replica behind the writing one by moments. It
 * has a small pool of its own, so that long reports take no connection from anybody's work.
 */
export const sqlOfReplica = ({ payload, url }: { payload: Payload; url: string }): Sql =>
  sqlOn(() => Promise.resolve(poolAt({ payload, url })))

const pools = processWide({ name: 'replica-pools', make: () => new Map<string, pg.Pool>() })

const poolAt = ({ payload, url }: { payload: Payload; url: string }): pg.Pool => {
  const known = pools.get(url)
  if (known) return known
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    application_name: 'placewright-reports',
    // A report that writes is a mistake, also where the address is not that of a replica.
    options: '-c default_transaction_read_only=on',
    allowExitOnIdle: true,
  })
  pool.on('error', (error) => {
    payload.logger.warn({ err: error, msg: 'An idle connection to the replica broke' })
  })
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      payload.logger.warn({ err: error, msg: 'A connection to the replica broke' })
    })
  })
  pools.set(url, pool)
  return pool
}
