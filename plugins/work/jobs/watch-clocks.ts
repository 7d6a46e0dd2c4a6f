import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, defineJob, lockRecord, publish } from '#plugins/kernel'
import { relatedTo } from '#plugins/kernel/domain'
import { escalateClock } from '../commands/escalate-clock'
import { pausesOf, readClock, writeClock, type Clock } from '../commands/write-clock'
import { isLiveClock, liveClockStates } from '../domain/clock-workflow'

/**
 * Reckons every live clock anew, every five minutes, because calendars change under it, and raises
 * what turned amber or ran out since: each once.
 */
export const watchClocks = defineJob({
  name: 'watch-clocks',
  input: z.object({}).loose(),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 30,
  cron: '*/5 * * * *',
  run: async ({ attempt }) => {
    const live = await attempt.transaction(
      async ({ sql }) =>
        await sql.rows({
          schema: z.object({ id: z.string() }),
          text: 'select id from clocks where state = any($1) order by due_at nulls last, id',
          values: [liveClockStates],
        }),
    )
    for (const { id } of live)
      await attempt.transaction(async ({ req }) => {
        await watchClock({ req, id })
      })
  },
})

const watchClock = async ({ req, id }: { req: PayloadRequest; id: string }): Promise<void> => {
  const locked = await lockRecord({ req, collection: 'clocks', id })
  // It may have ended between the look and the lock.
  if (!locked || !isLiveClock(locked.state)) return
  const clock = await writeClock({ req, clock: locked, pauses: pausesOf(locked), end: null })
  const { signal, passedMinutes } = await readClock({ req, clock })
  if (signal === 'late') {
    if (!clock.overdueAt) await raise({ req, clock, name: 'clock.overdue', field: 'overdueAt' })
    if (passedMinutes >= clock.allowedMinutes + clock.escalateAfterMinutes)
      await escalateClock({ req, clock })
  } else if (signal === 'amber' && !clock.turnedAmberAt)
    await raise({ req, clock, name: 'clock.amber', field: 'turnedAmberAt' })
}

const raise = async ({
  req,
  clock,
  name,
  field,
}: {
  req: PayloadRequest
  clock: Clock
  name: string
  field: 'turnedAmberAt' | 'overdueAt'
}): Promise<void> => {
  await req.payload.update({
    collection: 'clocks',
    id: clock.id,
    data: { [field]: await databaseNow(req) },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await publish({
    req,
    event: {
      name,
      subject: { kind: 'clock', id: clock.id },
      person: relatedTo({ kind: clock.aboutKind, id: clock.aboutId }).person,
      clientId: clock.clientId ?? null,
      orderId: clock.orderId ?? null,
      ballIn: clock.ballIn,
    },
  })
}
