import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { sqlOf, sqlOutside, transactionClientOf, type Sql } from '../database/sql'
import { inOwnTransaction } from '../database/transaction'
import { publish, type NewEvent } from './publish'
import { takeTurn } from '../commands/take-turn'

/** The same reading again within so many minutes is one reading: a screen asks more than once. */
const oneReadingMinutes = 10

/**
 * Keeps that somebody read personal papers or searched people (security row J-6): in a transaction of
 * its own, because reading has none. Only what people read is kept, never what the product reads for
 * itself.
 *
 * @param personal what was looked for, kept apart so that it can be erased
 */
export const announceReading = async ({
  req,
  event,
}: {
  req: PayloadRequest
  event: NewEvent
}): Promise<void> => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff' && actor.kind !== 'portal' && actor.kind !== 'link') return
  if (await isKnown({ sql: sqlOutside(req.payload), event, actorId: actor.id })) return
  const tell = async (own: PayloadRequest) => {
    const sql = sqlOf(own)
    // Two answers for one screen at the same time are one reading as well.
    await takeTurn({ req: own, name: `reading:${event.name}:${actor.id}:${event.subject.id}` })
    if (!(await isKnown({ sql, event, actorId: actor.id }))) await publish({ req: own, event })
  }
  if (await transactionClientOf(req)) {
    await tell(req)
    return
  }
  const own = await createLocalReq({ context: { ...req.context, actor } }, req.payload)
  await inOwnTransaction({
    req: own,
    run: async () => {
      await tell(own)
    },
  })
}

const isKnown = async ({
  sql,
  event,
  actorId,
}: {
  sql: Sql
  event: NewEvent
  actorId: string
}): Promise<boolean> =>
  (await sql.first({
    schema: z.object({ id: z.string() }),
    text: `select e.id from domain_events e left join domain_event_personal p on p.event_id = e.id
      where e.subject_type = $1 and e.subject_id = $2 and e.name = $3 and e.actor_id = $4
        and e.at > now() - make_interval(mins => $5)
        and e.changes is not distinct from $6::jsonb and p.values is not distinct from $7::jsonb
      limit 1`,
    values: [
      event.subject.kind,
      event.subject.id,
      event.name,
      actorId,
      oneReadingMinutes,
      event.changes ? JSON.stringify(event.changes) : null,
      event.personal ? JSON.stringify(event.personal) : null,
    ],
  })) !== null
