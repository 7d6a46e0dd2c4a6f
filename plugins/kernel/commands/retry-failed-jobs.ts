import { z } from 'zod'

import { ok, refuseState } from '../domain/result'
import { publish } from '../events/publish'
import { retryFailed } from '../jobs/retry-failed'
import { defineCommand } from './define-command'

/** After what stood in the way is put right: every failed job of a queue gets one more try. */
export const retryFailedJobs = defineCommand({
  name: 'retry-failed-jobs',
  summary: 'Try all failed jobs of a queue once more',
  input: z.object({
    queue: z.string().min(1, 'Name the queue.').max(200, 'This is no name of a queue.'),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { queue }, ctx: { req, sql } }) => {
    const jobs = await retryFailed({ sql, queue })
    if (jobs === 0)
      return refuseState({
        code: 'no-failed-jobs',
        message: 'There is no failed job in this queue.',
      })
    await publish({
      req,
      event: {
        name: 'job.retried',
        subject: { kind: 'queue', id: queue },
        changes: { jobs: [null, jobs] },
      },
    })
    return ok({ jobs })
  },
})
