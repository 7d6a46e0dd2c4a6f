import pg from 'pg'
import { z } from 'zod'

import { StepFailure } from '../steps/failure.mjs'
import { rowsOf } from './database-shape'

/** A restore waits for nobody: web processes and workers of the product must have left. */
export const demandQuiet = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'placewright-restore',
  })
  await client.connect()
  try {
    const [row] = await rowsOf({
      client,
      schema: z.object({ sessions: z.coerce.number() }),
      text: `select count(*) as sessions from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and (application_name like 'placewright%' or application_name = 'pgboss')`,
    })
    if (row && row.sessions > 0)
      throw new StepFailure(
        `The product is at work in this database (${row.sessions} connections). Stop the web processes and workers, then restore. Nothing was changed.`,
      )
  } finally {
    await client.end()
  }
}
