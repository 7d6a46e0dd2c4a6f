import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { calendarDay, ok } from '#plugins/kernel/domain'
import { chosen, optionalText, otherTimes, wallTime, zoneName } from '../domain/inputs'
import { interviewModes } from '../domain/interview-plan'
import { lockSubmission } from './lock-submission'
import { putInterview } from './put-interview'

export const proposeInterview = defineCommand({
  name: 'propose-interview',
  summary: 'Propose one or several times for an interview to a candidate, who chooses by link',
  input: z.object({
    submissionId: chosen('a submission'),
    /** Of the order’s interview plan; without one: the round that comes next. */
    round: optionalText(80),
    mode: z.enum(interviewModes, 'Choose how they talk.').nullish(),
    day: calendarDay,
    time: wallTime,
    otherTimes,
    /** Without one: the zone of the order's work location. */
    zone: zoneName.optional(),
    durationMinutes: z
      .number('Choose how long it takes.')
      .int('Whole minutes.')
      .min(5, 'At least five minutes.')
      .max(600, 'At most ten hours.')
      .nullish(),
    place: optionalText(300),
    note: optionalText(2_000),
    contactId: chosen('a contact').nullish(),
    /** Several candidates may have one time with the same people. */
    isGroup: z.boolean().default(false),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { submissionId, ...wish }, ctx: { req } }) => {
    const locked = await lockSubmission({ req, id: submissionId })
    if (!locked.ok) return locked
    const put = await putInterview({ req, locked: locked.value, wish, proposedBy: 'agency' })
    if (!put.ok) return put
    const { interviewId, slots, zone } = put.value
    return ok({ interviewId, slots, zone, startsAt: slots[0]?.startsAt, endsAt: slots[0]?.endsAt })
  },
})
