import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { sqlOf, transactionClientOf } from '../database/sql'
import type { SubjectRef } from '../domain/actor'
import { enqueue } from '../jobs/enqueue'
import { currentRequestId } from '../logs/request-scope'
import { registryOf } from '../registry/registry'
import { reasonKey } from './stored-event'

export type NewEvent = {
  /** Past tense: `placement.started`. */
  name: string
  subject: SubjectRef
  person?: SubjectRef | null
  clientId?: string | null
  orderId?: string | null
  from?: string | null
  to?: string | null
  reason?: string | null
  /** Whose turn it is now. */
  ballIn?: 'agency' | 'client' | 'candidate' | 'none' | null
  changes?: Record<string, unknown> | null
  /** Values of personal fields; kept apart, so that erasure can empty them. */
  personal?: Record<string, unknown> | null
}

/**
 * Tells that something happened: one row, a notification to every process, and a job per reaction,
 * all in the transaction of the change. Rolled back with it, never before it.
 */
export const publish = async ({
  req,
  event,
}: {
  req: PayloadRequest
  event: NewEvent
}): Promise<string> => {
  if (!(await transactionClientOf(req)))
    throw new Error(`The event ${event.name} was published outside a transaction.`)
  const sql = sqlOf(req)
  const row = await sql.first({
    schema: z.object({ id: z.string() }),
    text: `insert into domain_events (name, subject_type, subject_id, person_type, person_id, client_id,
        order_id, actor_kind, actor_id, on_behalf_of, from_state, to_state, ball_in, changes,
        request_id, command)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      returning id`,
    values: [
      event.name,
      event.subject.kind,
      event.subject.id,
      event.person?.kind ?? null,
      event.person?.id ?? null,
      event.clientId ?? null,
      event.orderId ?? null,
      ...actorColumns(req),
      event.from ?? null,
      event.to ?? null,
      event.ballIn ?? null,
      event.changes ? JSON.stringify(event.changes) : null,
      contextText({ req, name: 'requestId' }) ?? currentRequestId(),
      contextText({ req, name: 'command' }),
    ],
  })
  if (!row) throw new Error('The event was not stored.')
  // A reason is somebody's own words, and may be about anybody.
  const personal = { ...event.personal, ...(event.reason ? { [reasonKey]: event.reason } : {}) }
  if (Object.keys(personal).length > 0)
    await sql.run({
      text: 'insert into domain_event_personal (event_id, values) values ($1, $2)',
      values: [row.id, JSON.stringify(personal)],
    })
  await sql.run({
    text: `select pg_notify('placewright_events', $1)`,
    values: [
      JSON.stringify({
        id: row.id,
        name: event.name,
        subject: event.subject,
        orderId: event.orderId ?? null,
        clientId: event.clientId ?? null,
      }),
    ],
  })
  for (const { name, on, isOnEvery, isWanted } of registryOf(req.payload).reactions)
    if (
      (isOnEvery || on.includes(event.name)) &&
      (!isWanted || (await isWanted({ sql, eventName: event.name })))
    )
      await enqueue({ req, queue: name, data: { eventId: row.id } })
  return row.id
}

/** A program that acts for a colleague is named itself; the colleague is whom it acts for. */
const actorColumns = (req: PayloadRequest): (string | null)[] => {
  const actor = actorOf(req)
  return actor.kind === 'staff' && actor.viaKey
    ? ['api-key', actor.viaKey.id, actor.id]
    : [actor.kind, actor.id, contextText({ req, name: 'onBehalfOf' })]
}

const contextText = ({ req, name }: { req: PayloadRequest; name: string }): string | null => {
  const value: unknown = req.context[name]
  return typeof value === 'string' ? value : null
}
