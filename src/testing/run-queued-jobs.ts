import { z } from 'zod'

import { enqueue, inOwnTransaction, runWorker, sqlOutside, wholeNumber } from '#plugins/kernel'
import type { TestApp } from './harness'

const patienceMs = 45_000

/**
 * Lets a real worker run until nothing is waiting in these queues, and fails when a job of theirs
 * did. With `data` a job is put on each first, as the clock would.
 */
export const runQueuedJobs = async ({
  app,
  queues,
  data,
}: {
  app: TestApp
  queues: readonly string[]
  data?: object
}): Promise<void> => {
  if (data) await putOnQueues({ app, queues, data })
  const worker = await runWorker({
    payload: app.payload,
    databaseUrl: app.databaseUrl,
    pollSeconds: 0.1,
  })
  try {
    const deadline = Date.now() + patienceMs
    while ((await countIn({ app, queues, state: 'waiting' })) > 0) {
      if (Date.now() > deadline) throw new Error(`Jobs did not end: ${queues.join(', ')}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    await worker.stop()
  }
  if ((await countIn({ app, queues, state: 'failed' })) > 0)
    throw new Error(`Jobs failed: ${queues.join(', ')}`)
}

const putOnQueues = async ({
  app,
  queues,
  data,
}: {
  app: TestApp
  queues: readonly string[]
  data: object
}): Promise<void> => {
  const req = await app.systemRequest()
  await inOwnTransaction({
    req,
    run: async () => {
      for (const queue of queues) await enqueue({ req, queue, data })
    },
  })
}

const countIn = async ({
  app,
  queues,
  state,
}: {
  app: TestApp
  queues: readonly string[]
  state: 'waiting' | 'failed'
}): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ count: wholeNumber }),
    text: `select count(*) as count from pgboss.job where name = any($1) and state::text = any($2)`,
    values: [[...queues], state === 'failed' ? ['failed'] : ['created', 'active', 'retry']],
  })
  return row?.count ?? 0
}
