import { z } from 'zod'

import { databaseNow, defineCommand } from '#plugins/kernel'
import { addMinutes, epochMsOf, refuseInput } from '#plugins/kernel/domain'
import { aboutRecord, callDirection, callOutcome, longestNote, mentionIds } from '../domain'
import { writeNote } from './write-note'

const dayMinutes = 24 * 60

/** A telephone call about a record: who called, how it ended, how long it took and what was said. */
export const logCall = defineCommand({
  name: 'log-call',
  summary: 'Log a telephone call about a record',
  input: z.object({
    about: aboutRecord,
    direction: callDirection,
    outcome: callOutcome,
    durationMinutes: z
      .int('Write whole minutes.')
      .min(0, 'Write whole minutes, 0 or more.')
      .max(dayMinutes, 'A call takes at most a day.')
      .nullish(),
    /** When it began; now when left out. */
    calledAt: z.iso.datetime('Write the moment as 2026-11-22T09:30:00Z.').optional(),
    text: z
      .string()
      .trim()
      .max(longestNote, `At most ${longestNote.toLocaleString('en')} characters.`)
      .default(''),
    mentionIds,
  }),
  allow: { staff: 'activity.write' },
  run: async ({
    input: { direction, outcome, durationMinutes, calledAt, ...note },
    ctx: { req, actor },
  }) => {
    const now = await databaseNow(req)
    // A minute of grace for a clock that goes ahead of ours.
    if (calledAt && epochMsOf(calledAt) > epochMsOf(addMinutes({ instant: now, minutes: 1 })))
      return refuseInput({ calledAt: 'This moment is still to come: make it a task instead.' })
    return await writeNote({
      req,
      actor,
      ...note,
      call: {
        direction,
        outcome,
        durationMinutes: durationMinutes ?? null,
        calledAt: calledAt ?? now,
      },
    })
  },
})
