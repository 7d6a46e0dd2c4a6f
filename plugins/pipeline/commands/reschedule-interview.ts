import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord, moveRecord, publish } from '#plugins/kernel'
import {
  calendarDay,
  epochMsOf,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Result,
} from '#plugins/kernel/domain'
import { chosen, optionalText, otherTimes, wallTime } from '../domain/inputs'
import { interviewModes } from '../domain/interview-plan'
import { nextSequence, overlaps, slotsFrom, type Span } from '../domain/interview-times'
import { isWorkedOn } from '../domain/job-order-workflow'
import { isLiveSubmission } from '../domain/submission-workflow'
import { peopleOfInterview, takenTimesInTurn } from '../queries/taken-times'
import { lockSubmission, orderStateOf } from './lock-submission'

type Interview = DataFromCollectionSlug<'interviews'>

const movable = ['proposed', 'declined', 'scheduled']

/**
 * Gives an interview other times: agreed on the phone already, or put to the candidate once more. What
 * stood in calendars is taken out or moved there; its id stays the same.
 */
export const rescheduleInterview = defineCommand({
  name: 'reschedule-interview',
  summary: 'Move an interview to another time, agreed on the phone or proposed anew',
  input: z.object({
    interviewId: chosen('an interview'),
    day: calendarDay,
    time: wallTime,
    otherTimes,
    /** Candidate and client know and agree; else the candidate is asked by link. */
    isAgreed: z.boolean().default(false),
    mode: z.enum(interviewModes, 'Choose how they talk.').nullish(),
    place: optionalText(300),
    note: optionalText(2_000),
    reason: optionalText(2_000),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input, ctx: { req, payload } }) => {
    const known = await payload.findByID({
      collection: 'interviews',
      id: input.interviewId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!known) return refuseMissing('interview')
    const locked = await lockSubmission({ req, id: idOf(known.submission) })
    const interview = await lockRecord({ req, collection: 'interviews', id: known.id })
    if (!locked.ok || !interview) return refuseMissing('interview')
    if (!movable.includes(interview.state))
      return refuseState({
        code: 'interview-over',
        message: 'This interview is over or was called off. Propose a new one.',
      })
    const { order, state } = locked.value
    if (!isWorkedOn(orderStateOf(order)) || !isLiveSubmission(state))
      return refuseState({
        code: 'submission-ended',
        message: 'This candidate is no longer in the running for the order.',
      })
    if (input.isAgreed && input.otherTimes.length > 0)
      return refuseInput({ otherTimes: 'Only one time can be agreed. Leave the others out.' })
    const now = await databaseNow(req)
    const slots = slotsFrom({
      ...input,
      zone: interview.zone,
      durationMinutes: minutesOf(interview),
      now,
    })
    if (!slots.ok) return slots
    const [first] = slots.value
    if (!first) throw new Error('A proposal without a time.')
    const told = {
      slots: slots.value,
      ...first,
      remindedAt: null,
      endedAt: null,
      answerNote: null,
      ...(input.mode ? { mode: input.mode } : {}),
      ...(input.place ? { place: input.place } : {}),
      ...(input.note ? { note: input.note } : {}),
    }
    const moved = input.isAgreed
      ? await agree({ req, interview, time: first, data: told, now, reason: input.reason })
      : await askAgain({ req, interview, data: told, reason: input.reason })
    if (!moved.ok) return moved
    const { id, sequence } = moved.value
    return ok({ interviewId: id, state: moved.value.state, sequence, slots: slots.value })
  },
})

type Wish = {
  req: PayloadRequest
  interview: Interview
  data: Partial<Interview>
  reason: string | null
}

/** Both sides agreed on the phone: into the calendars, or to its new place in them. */
const agree = async ({
  req,
  interview,
  time,
  data,
  now,
  reason,
}: Wish & { time: Span; now: string }): Promise<Result<Interview>> => {
  const taken = await takenTimesInTurn({ req, people: peopleOfInterview(interview) })
  if (taken.some((other) => overlaps(other, time)))
    return refuseInput({
      time: 'The candidate or somebody of the client has another interview then. Choose another time.',
    })
  const written = { ...data, agreedAt: now }
  if (interview.state !== 'scheduled')
    return await moveRecord({
      req,
      collection: 'interviews',
      id: interview.id,
      locked: interview,
      to: 'scheduled',
      reason,
      data: { ...written, ...nextSequence(interview) },
      what: 'interview',
    })
  return await rewrite({
    req,
    interview,
    data: { ...written, sequence: interview.sequence + 1 },
    event: 'interview.rescheduled',
    ballIn: 'none',
    reason,
  })
}

/** The candidate chooses anew; what stood in calendars is no longer agreed. */
const askAgain = async ({ req, interview, data, reason }: Wish): Promise<Result<Interview>> =>
  interview.state === 'proposed'
    ? await rewrite({
        req,
        interview,
        data,
        event: 'interview.reproposed',
        ballIn: 'candidate',
        reason,
      })
    : await moveRecord({
        req,
        collection: 'interviews',
        id: interview.id,
        locked: interview,
        to: 'proposed',
        reason,
        data: {
          ...data,
          sequence: interview.sequence + (interview.state === 'scheduled' ? 1 : 0),
        },
        what: 'interview',
      })

/** Other times in the same state are no move, and are told by an event of their own. */
const rewrite = async ({
  req,
  interview,
  data,
  event,
  ballIn,
  reason,
}: Wish & {
  event: 'interview.rescheduled' | 'interview.reproposed'
  ballIn: 'candidate' | 'none'
}): Promise<Result<Interview>> => {
  const written = await req.payload.update({
    collection: 'interviews',
    id: interview.id,
    data,
    req,
    overrideAccess: true,
    depth: 0,
  })
  await publish({
    req,
    event: {
      name: event,
      subject: { kind: 'interview', id: interview.id },
      person: { kind: 'candidate', id: idOf(interview.candidate) },
      clientId: idOf(interview.client),
      orderId: idOf(interview.jobOrder),
      reason,
      ballIn,
    },
  })
  return ok(written)
}

const minutesOf = ({ startsAt, endsAt }: Span): number =>
  Math.max(5, Math.round((epochMsOf(endsAt) - epochMsOf(startsAt)) / 60_000))
