import { z } from 'zod'

import { instant } from '../database/sql'

/** A row of `domain_events`, as reactions and timelines read it. */
export const storedEvent = z
  .object({
    id: z.string(),
    name: z.string(),
    at: instant,
    subject_type: z.string(),
    subject_id: z.string(),
    person_type: z.string().nullable(),
    person_id: z.string().nullable(),
    client_id: z.string().nullable(),
    order_id: z.string().nullable(),
    actor_kind: z.string(),
    actor_id: z.string().nullable(),
    on_behalf_of: z.string().nullable(),
    from_state: z.string().nullable(),
    to_state: z.string().nullable(),
    reason: z.string().nullable(),
    ball_in: z.string().nullable(),
    changes: z.record(z.string(), z.unknown()).nullable(),
    command: z.string().nullable(),
    request_id: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    at: row.at,
    subject: { kind: row.subject_type, id: row.subject_id },
    person: row.person_type && row.person_id ? { kind: row.person_type, id: row.person_id } : null,
    clientId: row.client_id,
    orderId: row.order_id,
    actor: { kind: row.actor_kind, id: row.actor_id },
    onBehalfOf: row.on_behalf_of,
    from: row.from_state,
    to: row.to_state,
    reason: row.reason,
    ballIn: row.ball_in,
    changes: row.changes,
    command: row.command,
    requestId: row.request_id,
  }))

export type StoredEvent = z.output<typeof storedEvent>

/** Among the personal values of an event, the reason that was given for it. */
export const reasonKey = '$reason'

const plainColumns = [
  'id',
  'name',
  'at',
  'subject_type',
  'subject_id',
  'person_type',
  'person_id',
  'client_id',
  'order_id',
  'actor_kind',
  'actor_id',
  'on_behalf_of',
  'from_state',
  'to_state',
  'ball_in',
  'changes',
  'command',
  'request_id',
]

/**
 * What a query selects of an event; its reason stands among the personal values.
 *
 * @param row alias of `domain_events` in the query
 */
export const storedEventColumnsOf = (row: string): string =>
  `${plainColumns.map((column) => `${row}.${column}`).join(', ')},
  coalesce(${row}.reason, (select personal.values ->> '${reasonKey}'
    from domain_event_personal personal where personal.event_id = ${row}.id)) as reason`

/** The same for a query that selects from `domain_events` under its own name. */
export const storedEventColumns = storedEventColumnsOf('domain_events')
