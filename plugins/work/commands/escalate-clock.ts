import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, publish, sqlOf } from '#plugins/kernel'
import { dayIn, relatedTo, type Zone } from '#plugins/kernel/domain'
import { ballWords } from '../domain/clock-words'
import { putTask } from './put-task'
import { settleTask } from './settle-task'
import { ownerOf, type Clock } from './write-clock'

const keyOf = (clock: Pick<Clock, 'id'>): string => `clock:${clock.id}`

type Helper = { id: string; zone: Zone }

/**
 * Puts a clock that ran out before whoever can help, once, as a task: the agency's own before a
 * manager, one of a client or candidate before its owner, who has to chase them.
 */
export const escalateClock = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<void> => {
  if (clock.escalatedAt) return
  const isOurs = clock.ballIn === 'agency'
  const to = await helperOf({ req, ownerId: ownerOf(clock), isOurs })
  if (!to) return
  const now = await databaseNow(req)
  const about = { kind: clock.aboutKind, id: clock.aboutId }
  await req.payload.update({
    collection: 'clocks',
    id: clock.id,
    data: { escalatedAt: now, escalatedTo: to.id },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await putTask({
    req,
    task: {
      title: `${isOurs ? 'Overdue' : 'Chase'}: ${clock.title}`,
      note: `${ballWords[clock.ballIn]} had the ball when the time ran out.`,
      dueOn: dayIn({ instant: now, zone: to.zone }),
      priority: 'high',
      ownerId: to.id,
      about,
      source: 'clock',
      sourceKey: keyOf(clock),
    },
  })
  await publish({
    req,
    event: {
      name: 'clock.escalated',
      subject: { kind: 'clock', id: clock.id },
      person: relatedTo(about).person,
      clientId: clock.clientId ?? null,
      orderId: clock.orderId ?? null,
      ballIn: clock.ballIn,
      changes: { escalatedTo: [null, to.id] },
    },
  })
}

/** What was asked for because a clock ran out is settled when it ends after all. */
export const settleChase = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Pick<Clock, 'id'>
}): Promise<void> => {
  await settleTask({ req, sourceKey: keyOf(clock) })
}

/**
 * Who can help. A manager is whom the owner reports to, else the colleague who has looked after all
 * tasks for the longest time; never somebody who has left, and not the owner.
 */
const helperOf = async ({
  req,
  ownerId,
  isOurs,
}: {
  req: PayloadRequest
  ownerId: string | null
  isOurs: boolean
}): Promise<Helper | null> =>
  await sqlOf(req).first({
    schema: z.object({ id: z.string(), zone: z.string() }),
    text: `select u.id, u.zone from users u left join users o on o.id = $1
      where u.is_disabled is not true and case
        when $2 or o.id is null or o.is_disabled then u.id is distinct from o.id and (u.id = o.reports_to_id
          or exists (select from users_rels r join roles on roles.id = r.roles_id
            where r.parent_id = u.id and r.path = 'roles' and roles.permissions ? 'tasks.oversee'))
        else u.id = o.id end
      order by (u.id = o.reports_to_id) is true desc, u.created_at, u.id limit 1`,
    values: [ownerId, isOurs],
  })
