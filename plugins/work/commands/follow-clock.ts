import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, lockRecord, sqlOf, takeTurn } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'
import {
  eventsOfRule,
  runsOf,
  type ClockEvent,
  type ClockRule,
  type ClockRun,
} from '../domain/clock-rule'
import { clockStateOf, mergedPauses } from '../domain/clock-state'
import { isLiveClock } from '../domain/clock-workflow'
import { clockTimesOf } from '../queries/clock-times'
import { settleChase } from './escalate-clock'
import { pausesOf, readClock, writeClock, type Clock } from './write-clock'

/** Who looks after a clock, and whose stories it belongs to. */
export type ClockPlace = { ownerId: string | null; orderId: string | null; clientId: string | null }

/**
 * Brings the clocks of a record into line with what has happened to it. Told from the whole story and
 * not from the last event, so that events heard twice or out of order come to the same.
 */
export const followClock = async ({
  req,
  rule,
  subjectId,
  place,
}: {
  req: PayloadRequest
  rule: ClockRule
  subjectId: string
  place: ClockPlace
}): Promise<void> => {
  const subject = { kind: rule.subject, id: subjectId }
  // Two who hear of the same record take turns; the second one then sees what the first one wrote.
  await takeTurn({ req, name: `clock:${rule.kind}:${subjectId}` })
  for (const run of runsOf({ rule, events: await eventsOf({ req, rule, subject, place }) })) {
    const startKey = `${rule.kind}:${run.startEventId}`
    const known = await clockOf({ req, startKey })
    if (!known) await startClock({ req, rule, subject, run, startKey, place })
    else if (isLiveClock(known.state)) await followRun({ req, clock: known, run })
  }
}

const followRun = async ({
  req,
  clock,
  run,
}: {
  req: PayloadRequest
  clock: Clock
  run: ClockRun
}): Promise<void> => {
  const pauses = mergedPauses({
    ofRule: run.pauses,
    stored: pausesOf(clock),
    endedAt: run.end?.at ?? null,
  })
  const written = await writeClock({ req, clock, pauses, end: run.end })
  if (run.end) await settleChase({ req, clock: written })
}

const startClock = async ({
  req,
  rule,
  subject,
  run,
  startKey,
  place,
}: {
  req: PayloadRequest
  rule: ClockRule
  subject: SubjectRef
  run: ClockRun
  startKey: string
  place: ClockPlace
}): Promise<void> => {
  const pauses = mergedPauses({ ofRule: run.pauses, stored: [], endedAt: run.end?.at ?? null })
  const { minutes, amberPercent, escalateAfterMinutes } = await clockTimesOf({ req, kind: rule })
  const times = {
    startedAt: run.startedAt,
    allowedMinutes: minutes,
    amberPercent,
    escalateAfterMinutes,
    pauses,
    stoppedAt: run.end?.at ?? null,
    owner: place.ownerId,
    ballIn: rule.ballIn,
    clientId: place.clientId,
  }
  const reading = await readClock({ req, clock: times })
  await req.payload.create({
    collection: 'clocks',
    data: {
      ...times,
      state: clockStateOf({ end: run.end, pauses, reading }),
      title: rule.label,
      kind: rule.kind,
      amberAt: reading.amberAt,
      dueAt: reading.dueAt,
      aboutKind: subject.kind,
      aboutId: subject.id,
      orderId: place.orderId,
      startKey,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
}

const clockOf = async ({
  req,
  startKey,
}: {
  req: PayloadRequest
  startKey: string
}): Promise<Clock | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from clocks where start_key = $1',
    values: [startKey],
  })
  return row ? await lockRecord({ req, collection: 'clocks', id: row.id }) : null
}

/** The record's own events; of an order also those of what belongs to it, else those of its order. */
const eventsOf = async ({
  req,
  rule,
  subject,
  place: { orderId },
}: {
  req: PayloadRequest
  rule: ClockRule
  subject: SubjectRef
  place: ClockPlace
}): Promise<ClockEvent[]> =>
  await sqlOf(req).rows({
    schema: z.object({
      id: z.string(),
      name: z.string(),
      to: z.string().nullable(),
      at: instant,
    }),
    text: `select id, name, to_state as to, at from domain_events
      where name = any($1) and ((subject_type = $2 and subject_id = $3)
        or order_id = $4 or (subject_type = 'job-order' and subject_id = $5))`,
    values: [
      eventsOfRule(rule),
      subject.kind,
      subject.id,
      subject.kind === 'job-order' ? subject.id : null,
      subject.kind === 'job-order' ? null : orderId,
    ],
  })
