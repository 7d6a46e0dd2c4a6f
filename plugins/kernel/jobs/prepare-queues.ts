import type { Payload } from 'payload'
import PgBoss from 'pg-boss'

import { allJobs } from './all-jobs'
import { bossSchema } from './boss'

/** Creates pg-boss's schema and every queue; part of the migrate step. One by one: parallel ones deadlock. */
export const prepareQueues = async ({
  payload,
  databaseUrl,
}: {
  payload: Payload
  databaseUrl: string
}): Promise<void> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: bossSchema,
    max: 2,
    supervise: false,
    schedule: false,
  })
  const errors: Error[] = []
  boss.on('error', (error) => errors.push(error))
  await boss.start()
  for (const job of allJobs(payload)) {
    const options = {
      name: job.name,
      retryLimit: job.retryLimit,
      retryDelay: job.retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: job.leaseSeconds,
    }
    if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options)
    else await boss.createQueue(job.name, options)
  }
  await boss.stop({ graceful: false, wait: true })
  if (errors[0]) throw errors[0]
}
