import type { Payload } from 'payload'
import { z } from 'zod'

import { drainJobs, enqueue, inOwnTransaction, requestFor, sqlOf } from '#plugins/kernel'

/**
 * The story was played in minutes and then put into the past: what runs is reckoned anew from when
 * things happened, and what has run out meanwhile comes before those who can help.
 */
export const setClocks = async ({ payload }: { payload: Payload }): Promise<void> => {
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'demo' } })
  await inOwnTransaction({
    req,
    run: async () => {
      const running = await sqlOf(req).rows({
        schema: z.object({ eventId: z.string() }),
        text: `select split_part(start_key, ':', 2) as "eventId" from clocks where stopped_at is null`,
      })
      for (const data of running) await enqueue({ req, queue: 'keep-clocks', data })
    },
  })
  await settle(payload)
  await inOwnTransaction({
    req,
    run: async () => await enqueue({ req, queue: 'watch-clocks', data: {} }),
  })
  await settle(payload)
}

const settle = async (payload: Payload): Promise<void> => {
  const [failure] = await drainJobs({ payload })
  if (failure) throw new Error(`The job ${failure.queue} failed.`, { cause: failure.error })
}
