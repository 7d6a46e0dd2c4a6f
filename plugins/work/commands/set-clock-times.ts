import { z } from 'zod'

import { defineCommand, registryOf } from '#plugins/kernel'
import { ok, refuseInput } from '#plugins/kernel/domain'
import { clockTimesInput } from '../domain/clock-times'
import { lockClockTimes } from './lock-clock-times'

/** Clocks that run keep the times they began with: somebody has been told of them. */
export const setClockTimes = defineCommand({
  name: 'set-clock-times',
  summary: 'Choose how long a clock gives, when it turns amber and when help is called',
  input: clockTimesInput.extend({ kind: z.string('Choose a clock.').max(80) }),
  example: {
    kind: 'order-first-shortlist',
    minutes: 1_020,
    amberPercent: 75,
    escalateAfterMinutes: 60,
  },
  allow: { staff: 'settings.write' },
  run: async ({ input: { kind, ...times }, ctx: { req } }) => {
    if (!registryOf(req.payload).clocks.has(kind))
      return refuseInput({ kind: 'Choose a clock from the list.' })
    const id = await lockClockTimes({ req, kind })
    // The right to change settings, which the command asks for, is what writing takes.
    if (id)
      await req.payload.update({
        collection: 'clock-times',
        id,
        data: times,
        req,
        overrideAccess: true,
        depth: 0,
      })
    else
      await req.payload.create({
        collection: 'clock-times',
        data: { kind, ...times },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ kind, ...times })
  },
})
