import type { Endpoint } from 'payload'
import { z } from 'zod'

import { sqlOutside, wholeNumber } from '../database/sql'
import { bossSchema } from '../jobs/boss'
import type { KernelOptions } from '../options'

/** Alive when the database answers; the worker is late when jobs wait longer than this. */
const lateSeconds = 60

/** `GET /api/health`: database, worker lag, version. 503 when the database does not answer. */
export const healthEndpoint = (options: KernelOptions): Endpoint => ({
  path: '/health',
  method: 'get',
  handler: async (req) => {
    const headers = { 'Cache-Control': 'no-store' }
    try {
      const row = await sqlOutside(req.payload).first({
        schema: z.object({
          waiting: wholeNumber,
          lag: z.coerce.number(),
          workers: wholeNumber,
        }),
        text: `select
            (select count(*) from ${bossSchema}.job where state in ('created', 'retry') and start_after <= now()) as waiting,
            (select coalesce(extract(epoch from now() - min(start_after)), 0) from ${bossSchema}.job
              where state in ('created', 'retry') and start_after <= now()) as lag,
            (select count(*) from worker_heartbeats where seen_at > now() - interval '20 seconds') as workers`,
      })
      const lagSeconds = Math.max(0, Math.round(row?.lag ?? 0))
      return Response.json(
        {
          status: 'ok',
          version: options.version,
          database: 'ok',
          worker: {
            status: row?.workers === 0 ? 'absent' : lagSeconds > lateSeconds ? 'late' : 'ok',
            waitingJobs: row?.waiting ?? 0,
            lagSeconds,
          },
        },
        { headers },
      )
    } catch (error) {
      req.payload.logger.warn({ err: error, msg: 'The database does not answer' })
      return Response.json(
        { status: 'down', version: options.version, database: 'down' },
        { status: 503, headers },
      )
    }
  },
})
