import { z } from 'zod'

import type { Reaction } from '../events/define-reaction'
import { storedEvent, storedEventColumns } from '../events/stored-event'
import { defineJob, type AnyJob } from './define-job'

/** A reaction as a job: its effect and the end of the job are one commit. */
export const reactionJob = (reaction: Reaction): AnyJob =>
  defineJob({
    name: reaction.name,
    input: z.object({ eventId: z.string() }),
    leaseSeconds: 60,
    retryLimit: 8,
    retryDelaySeconds: 2,
    run: async ({ input, attempt }) => {
      await attempt.transaction(
        async (work) => {
          const event = await work.sql.first({
            schema: storedEvent,
            text: `select ${storedEventColumns} from domain_events where id = $1`,
            values: [input.eventId],
          })
          if (!event) throw new Error(`The event ${input.eventId} does not exist.`)
          await reaction.run({ ...work, event })
        },
        { completing: true },
      )
    },
  })
