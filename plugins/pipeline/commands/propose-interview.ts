import { randomUUID } from 'node:crypto'
import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, databaseNow } from '#plugins/kernel'
import { calendarDay, ok, refuseInput, refuseState, type Result } from '#plugins/kernel/domain'
import { chosen, optionalText, wallTime, zoneName } from '../domain/inputs'
import { meetingTime } from '../domain/meeting-time'
import { isLiveSubmission } from '../domain/submission-workflow'
import { lockSubmission } from './lock-submission'
import { putSubmission } from './put-submission'
import { zoneOfWork } from '../queries/clock-of-work'

export const proposeInterview = defineCommand({
  name: 'propose-interview',
  summary: 'Propose a time for an interview to a candidate, who answers by link',
  input: z.object({
    submissionId: chosen('a submission'),
    mode: z.enum(['phone', 'video', 'onsite'], 'Choose how they talk.'),
    day: calendarDay,
    time: wallTime,
    /** Without one: the zone of the order's work location. */
    zone: zoneName.optional(),
    durationMinutes: z
      .number('Choose how long it takes.')
      .int()
      .min(5, 'At least five minutes.')
      .max(600, 'At most ten hours.')
      .default(60),
    place: optionalText(300),
    note: optionalText(2_000),
    contactId: chosen('a contact').nullish(),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input, ctx: { req, payload } }) => {
    const locked = await lockSubmission({ req, id: input.submissionId })
    if (!locked.ok) return locked
    const { order, submission, state } = locked.value
    if (!isLiveSubmission(state))
      return refuseState({
        code: 'submission-ended',
        message: 'This candidate is no longer in the running for the order.',
      })
    const zone = input.zone ?? (await zoneOfWork({ req, order }))
    if (!zone) return refuseInput({ zone: 'Choose a time zone: the order has no work location.' })
    const times = meetingTime({ ...input, zone, now: await databaseNow(req) })
    if (!times.ok) return times
    const contactId = await contactOf({ req, order, wished: input.contactId })
    if (!contactId.ok) return contactId
    if (state !== 'interview' && state !== 'offer') {
      const moved = await putSubmission({ req, locked: locked.value, to: 'interview' })
      if (!moved.ok) return moved
    }
    const interview = await payload.create({
      collection: 'interviews',
      data: {
        state: 'proposed',
        submission: submission.id,
        jobOrder: order.id,
        candidate: idOf(submission.candidate),
        client: idOf(order.client),
        contact: contactId.value,
        mode: input.mode,
        ...times.value,
        zone,
        place: input.place,
        note: input.note,
        uid: `${randomUUID()}@placewright`,
        sequence: 0,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ interviewId: interview.id, ...times.value, zone })
  },
})

const contactOf = async ({
  req,
  order,
  wished,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  wished: string | null | undefined
}): Promise<Result<string | null>> => {
  if (!wished) return ok(idOf(order.contact))
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id: wished,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return contact && idOf(contact.client) === idOf(order.client)
    ? ok(contact.id)
    : refuseInput({ contactId: 'Choose a contact of this client.' })
}
