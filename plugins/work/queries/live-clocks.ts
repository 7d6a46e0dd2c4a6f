import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import type { Instant, SubjectRef } from '#plugins/kernel/domain'
import { liveClockStates } from '../domain/clock-workflow'
import { ballKeys, type LiveClock } from '../domain/clock-words'

export type ClockRow = LiveClock & {
  id: string
  title: string
  state: string
  startedAt: Instant
  stoppedAt: Instant | null
  allowedMinutes: number
  ownerId: string | null
  ownerName: string | null
  /** A colleague let it stand still, and may let it run on. */
  isPausedByStaff: boolean
  about: SubjectRef
}

/** The live clocks that somebody looks after; of nobody's too, for who looks after all. */
export const clocksOfOwner = async ({
  req,
  ownerId,
  withNobodys,
}: {
  req: PayloadRequest
  ownerId: string
  withNobodys: boolean
}): Promise<ClockRow[]> =>
  await clocksWhere({
    req,
    text: `c.state = any($1) and (c.owner_id = $2 or ($3 and c.owner_id is null))`,
    values: [liveClockStates, ownerId, withNobodys],
    most: 200,
  })

/** The clocks of a record, an order's with those of what belongs to it: live ones, and the last that ended. */
export const clocksOfSubject = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<ClockRow[]> => {
  const related = relatedColumn[subject.kind]
  return await clocksWhere({
    req,
    text: `(c.state = any($1) or c.stopped_at > now() - interval '14 days')
      and ((c.about_kind = $2 and c.about_id = $3) ${related ? `or c.${related} = $3` : ''})`,
    values: [liveClockStates, subject.kind, subject.id],
    most: 20,
  })
}

const relatedColumn: Readonly<Record<string, string>> = {
  'job-order': 'order_id',
  client: 'client_id',
}

const clockRow = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  ball_in: z.enum(ballKeys),
  allowed_minutes: wholeNumber,
  started_at: instant,
  amber_at: instant.nullable(),
  due_at: instant.nullable(),
  stopped_at: instant.nullable(),
  owner_id: z.string().nullable(),
  owner_name: z.string().nullable(),
  about_kind: z.string(),
  about_id: z.string(),
  pauses: z.array(z.object({ until: z.string().nullable(), reason: z.string(), by: z.string() })),
})

const clocksWhere = async ({
  req,
  text,
  values,
  most,
}: {
  req: PayloadRequest
  text: string
  values: readonly unknown[]
  most: number
}): Promise<ClockRow[]> => {
  const rows = await sqlOf(req).rows({
    schema: clockRow,
    text: `select c.id, c.title, c.state, c.ball_in, c.allowed_minutes, c.started_at, c.amber_at, c.due_at,
        c.stopped_at, c.owner_id, u.name as owner_name, c.about_kind, c.about_id, c.pauses
      from clocks c left join users u on u.id = c.owner_id
      where ${text}
      order by c.stopped_at desc nulls first, c.due_at nulls last, c.id limit ${most}`,
    values,
  })
  return rows.map((row) => {
    const open = row.pauses.filter(({ until }) => until === null)
    return {
      id: row.id,
      title: row.title,
      state: row.state,
      ballIn: row.ball_in,
      allowedMinutes: row.allowed_minutes,
      startedAt: row.started_at,
      amberAt: row.amber_at,
      dueAt: row.due_at,
      stoppedAt: row.stopped_at,
      ownerId: row.owner_id,
      ownerName: row.owner_name,
      about: { kind: row.about_kind, id: row.about_id },
      pausedFor: open[0]?.reason ?? null,
      isPausedByStaff: open.some(({ by }) => by === 'staff'),
    }
  })
}
