import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord } from '#plugins/kernel'
import { can, ok, refuseMissing, refuseRight, refuseState } from '#plugins/kernel/domain'
import { pauseReasonKeys, pauseReasons } from '../domain/clock-words'
import { isLiveClock, isPausedClock } from '../domain/clock-workflow'
import { ownerOf, pausesOf, writeClock } from './write-clock'

/** Lets a clock stand still for a reason that is not ours to mend. */
export const pauseClock = defineCommand({
  name: 'pause-clock',
  summary: 'Let a clock stand still, with the reason',
  input: z.object({
    clockId: z.uuid('Choose a clock.'),
    reason: z.enum(pauseReasonKeys, 'Choose why it stands still.'),
  }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { clockId, reason }, ctx: { req, actor } }) => {
    const clock = await lockRecord({ req, collection: 'clocks', id: clockId })
    if (!clock) return refuseMissing('clock')
    if (ownerOf(clock) !== actor.id && !can({ actor, permission: 'tasks.oversee' }))
      return refuseRight('Only who looks after this clock, or a manager, may let it stand still.')
    if (!isLiveClock(clock.state) || isPausedClock(clock.state))
      return refuseState({
        code: 'clock-not-running',
        message: 'Only a clock that runs can be made to stand still.',
      })
    const pause = {
      from: await databaseNow(req),
      until: null,
      reason: pauseReasons[reason],
      by: 'staff' as const,
    }
    const { state } = await writeClock({
      req,
      clock,
      pauses: [...pausesOf(clock), pause],
      end: null,
    })
    return ok({ clockId, state })
  },
})
