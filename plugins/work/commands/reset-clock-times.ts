import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { lockClockTimes } from './lock-clock-times'

export const resetClockTimes = defineCommand({
  name: 'reset-clock-times',
  summary: 'Give a clock the times it came with',
  input: z.object({ kind: z.string('Choose a clock.').max(80) }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { kind }, ctx: { req } }) => {
    const id = await lockClockTimes({ req, kind })
    if (id)
      await req.payload.delete({
        collection: 'clock-times',
        id,
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ kind })
  },
})
