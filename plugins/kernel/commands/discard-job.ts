import { ok } from '../domain/result'
import { publish } from '../events/publish'
import { bossSchema } from '../jobs/boss'
import { defineCommand } from './define-command'
import { failedJobInput, findFailedJob } from './find-failed-job'

/** Gives a failed job up for good; what it should have done stays undone, and the audit says who decided. */
export const discardJob = defineCommand({
  name: 'discard-job',
  summary: 'Give a failed job up for good',
  input: failedJobInput,
  allow: { staff: 'settings.write' },
  run: async ({ input: { queue, jobId }, ctx: { req, sql } }) => {
    const found = await findFailedJob({ sql, queue, jobId })
    if (!found.ok) return found
    await sql.run({
      text: `delete from ${bossSchema}.job where name = $1 and id = $2`,
      values: [queue, jobId],
    })
    await publish({
      req,
      event: {
        name: 'job.discarded',
        subject: { kind: 'job', id: jobId },
        changes: { queue: [queue, null] },
      },
    })
    return ok({ jobId })
  },
})
