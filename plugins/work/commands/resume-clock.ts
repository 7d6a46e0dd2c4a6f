import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord } from '#plugins/kernel'
import { can, ok, refuseMissing, refuseRight, refuseState } from '#plugins/kernel/domain'
import { ownerOf, pausesOf, writeClock } from './write-clock'

/** Lets a clock run on that a colleague had stopped for a while. */
export const resumeClock = defineCommand({
  name: 'resume-clock',
  summary: 'Let a clock run on that a colleague let stand still',
  input: z.object({ clockId: z.uuid('Choose a clock.') }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { clockId }, ctx: { req, actor } }) => {
    const clock = await lockRecord({ req, collection: 'clocks', id: clockId })
    if (!clock) return refuseMissing('clock')
    if (ownerOf(clock) !== actor.id && !can({ actor, permission: 'tasks.oversee' }))
      return refuseRight('Only who looks after this clock, or a manager, may let it run on.')
    const pauses = pausesOf(clock)
    if (!pauses.some(({ by, until }) => by === 'staff' && until === null))
      return refuseState({
        code: 'clock-not-paused',
        message: pauses.some(({ until }) => until === null)
          ? 'It stands still because of the record it runs on: move that one on.'
          : 'This clock does not stand still.',
      })
    const until = await databaseNow(req)
    const { state } = await writeClock({
      req,
      clock,
      pauses: pauses.map((pause) =>
        pause.by === 'staff' && pause.until === null ? { ...pause, until } : pause,
      ),
      end: null,
    })
    return ok({ clockId, state })
  },
})
