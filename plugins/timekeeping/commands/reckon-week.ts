import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { publish, sqlOf } from '#plugins/kernel'
import {
  addDays,
  isZone,
  ok,
  refuseMissing,
  refuseState,
  type Failure,
  type Result,
  type Zone,
} from '#plugins/kernel/domain'
import { evaluateSheets } from '../domain/evaluate-sheets'
import type { WeekKey } from '../domain/week-key'
import { countedTime } from '../queries/counted-time'
import { postLines } from './post-lines'

/**
 * Reckons a worker's week at one employer from all counted sheets and posts what the lines lack.
 * The week's row is locked first and everything is read after it, so that two approvals at once are
 * reckoned one after the other and the second sees the first. Without a change nothing is posted.
 */
export const reckonWeek = async ({
  req,
  week,
}: {
  req: PayloadRequest
  week: WeekKey
}): Promise<Result<{ isLocked: boolean; posted: number }>> => {
  // Held to the end: the employer's workweek cannot change while weeks are made by it.
  const zone = await employersZone({ req, week })
  if (!zone) return refuseMissing('legal entity')
  const overlapping = await judgeOverlap({ req, week })
  if (overlapping) return overlapping
  const held = await holdWeek({ req, week })
  const time = await countedTime({ req, week, zone })
  const evaluation = evaluateSheets({ week, zone, time })
  if (!evaluation.ok) return evaluation

  const { payLines, billLines } = evaluation.value
  const clients = new Map(time.map(({ timesheetId, clientId }) => [timesheetId, clientId]))
  const posting = { req, week, clients, evaluation: randomUUID() }
  const posted =
    (await postLines({ ...posting, side: 'pay', next: payLines })) +
    (await postLines({ ...posting, side: 'bill', next: billLines }))
  await sqlOf(req).run({
    text: 'update work_weeks set evaluated_at = now(), updated_at = now() where id = $1',
    values: [held.id],
  })
  if (posted > 0)
    await publish({
      req,
      event: {
        name: 'work-week.evaluated',
        subject: { kind: 'work-week', id: held.id },
        person: { kind: 'candidate', id: week.candidateId },
        changes: {
          evaluation: posting.evaluation,
          lines: posted,
          weekStartsOn: week.weekStartsOn,
        },
      },
    })
  return ok({ isLocked: held.isLocked, posted })
}

/** Two weeks that share days would pay and bill the time they share twice. */
const judgeOverlap = async ({
  req,
  week: { candidateId, legalEntityId, weekStartsOn },
}: {
  req: PayloadRequest
  week: WeekKey
}): Promise<Result<never, Failure> | null> => {
  const other = await sqlOf(req).first({
    schema: z.object({ startsOn: z.string() }),
    text: `select week_starts_on as "startsOn" from work_weeks
      where candidate_id = $1 and legal_entity_id = $2 and week_starts_on <> $3
        and week_starts_on between $4 and $5
      limit 1`,
    values: [
      candidateId,
      legalEntityId,
      weekStartsOn,
      addDays({ day: weekStartsOn, days: -6 }),
      addDays({ day: weekStartsOn, days: 6 }),
    ],
  })
  if (!other) return null
  return refuseState({
    code: 'overlapping-weeks',
    message: `The week from ${weekStartsOn} overlaps the one from ${other.startsOn} that was reckoned for this worker: the employer’s workweek was changed. Set it back.`,
  })
}

/** Two first approvals at once: one inserts, the other waits and finds the row. */
const holdWeek = async ({
  req,
  week: { candidateId, legalEntityId, weekStartsOn },
}: {
  req: PayloadRequest
  week: WeekKey
}): Promise<{ id: string; isLocked: boolean }> => {
  const sql = sqlOf(req)
  const values = [candidateId, legalEntityId, weekStartsOn]
  await sql.run({
    text: `insert into work_weeks (id, candidate_id, legal_entity_id, week_starts_on)
      values (uuid_v7(), $1, $2, $3)
      on conflict (candidate_id, legal_entity_id, week_starts_on) do nothing`,
    values,
  })
  const row = await sql.first({
    schema: z.object({ id: z.string(), isLocked: z.boolean() }),
    text: `select id, state = 'locked' as "isLocked" from work_weeks
      where candidate_id = $1 and legal_entity_id = $2 and week_starts_on = $3 for update`,
    values,
  })
  if (!row) throw new Error('The work week was not stored.')
  return row
}

const employersZone = async ({
  req,
  week,
}: {
  req: PayloadRequest
  week: WeekKey
}): Promise<Zone | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ zone: z.string().refine(isZone) }),
    text: 'select zone from legal_entities where id = $1 for share',
    values: [week.legalEntityId],
  })
  return row?.zone ?? null
}
