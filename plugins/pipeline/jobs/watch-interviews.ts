import type { DataFromCollectionSlug } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineJob, lockRecord, publish, type WorkContext } from '#plugins/kernel'
import { isAgreedInterview } from '../domain/interview-workflow'

type Interview = DataFromCollectionSlug<'interviews'>

/** Tells of agreed interviews by the clock: a day before, and when their time is over. */
export const watchInterviewsJob = defineJob({
  name: 'watch-interviews',
  input: z.object({}).loose(),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 30,
  cron: '*/15 * * * *',
  run: async ({ attempt }) => {
    await attempt.transaction(async (work) => {
      // One that was agreed less than a day before needs no reminder: the invitation is fresh.
      await tell({
        work,
        mark: 'remindedAt',
        event: 'interview.reminder-due',
        due: `reminded_at is null and starts_at > now() + interval '1 hour'
          and starts_at <= now() + interval '1 day' and agreed_at < starts_at - interval '1 day'`,
      })
      await tell({
        work,
        mark: 'endedAt',
        event: 'interview.ended',
        due: `ended_at is null and ends_at <= now() and ends_at > now() - interval '7 days'`,
      })
    })
  },
})

const tell = async ({
  work: { req, sql },
  mark,
  event,
  due,
}: {
  work: Pick<WorkContext, 'req' | 'sql'>
  mark: 'remindedAt' | 'endedAt'
  event: 'interview.reminder-due' | 'interview.ended'
  due: string
}): Promise<void> => {
  const rows = await sql.rows({
    schema: z.object({ id: z.string() }),
    text: `select id from interviews where state = 'scheduled' and ${due} order by id limit 200`,
    values: [],
  })
  const now = await databaseNow(req)
  for (const { id } of rows) {
    const interview = await lockRecord({ req, collection: 'interviews', id })
    // Called off, moved or told of between the look and the lock.
    if (!interview || !isAgreedInterview(interview.state) || interview[mark]) continue
    await req.payload.update({
      collection: 'interviews',
      id,
      data: { [mark]: now },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await publish({ req, event: { name: event, ...aboutOf(interview) } })
    if (event === 'interview.ended' && interview.round)
      await publish({
        req,
        event: { name: 'interview.scorecards-asked', ...aboutOf(interview), ballIn: 'client' },
      })
  }
}

const aboutOf = ({ id, candidate, client, jobOrder }: Interview) => ({
  subject: { kind: 'interview', id },
  person: { kind: 'candidate', id: idOf(candidate) },
  clientId: idOf(client),
  orderId: idOf(jobOrder),
})
