import { ok } from '../domain/result'
import { publish } from '../events/publish'
import { retryFailed } from '../jobs/retry-failed'
import { defineCommand } from './define-command'
import { failedJobInput, findFailedJob } from './find-failed-job'

/** Gives a job that was given up one more try, at once. */
export const retryJob = defineCommand({
  name: 'retry-job',
  summary: 'Try a failed job once more',
  input: failedJobInput,
  allow: { staff: 'settings.write' },
  run: async ({ input: { queue, jobId }, ctx: { req, sql } }) => {
    const found = await findFailedJob({ sql, queue, jobId })
    if (!found.ok) return found
    await retryFailed({ sql, queue, jobId })
    await publish({
      req,
      event: {
        name: 'job.retried',
        subject: { kind: 'job', id: jobId },
        changes: { queue: [null, queue] },
      },
    })
    return ok({ jobId })
  },
})
