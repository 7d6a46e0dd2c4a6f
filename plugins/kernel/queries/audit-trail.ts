import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { sqlOf } from '../database/sql'
import { can } from '../domain/actor'
import { ok, refuseRight, type Result } from '../domain/result'
import { isUuid } from '../domain/uuid'
import { storedEvent, storedEventColumns, type StoredEvent } from '../events/stored-event'
import { actorNames } from './actor-names'
import { withPersonalValues } from './personal-values'
import { detailsOf, readableKindsOf, shownChanges, told } from './record-timeline'
import { keyOf, recordTitles } from './record-titles'
import type { TimelineChange } from './shown-change'

export const auditPermission = 'audit.read'

/** Which events: by time, by who acted, by the record or anything that belongs to it, by name. */
export const auditFilter = z.object({
  from: z.iso.datetime('Write the moment as 2026-11-22T00:00:00Z.').nullish(),
  /** Before this moment. */
  until: z.iso.datetime('Write the moment as 2026-11-22T00:00:00Z.').nullish(),
  /** The id of a colleague, portal account or link; or a kind: staff, portal, link, system, anonymous. */
  actor: z.string().trim().max(100).nullish(),
  recordKind: z.string().trim().max(60).nullish(),
  recordId: z.uuid('Name the record by its id.').nullish(),
  /** The beginning of the event’s name: `candidate.` or `invoice.issued`. */
  name: z
    .string()
    .trim()
    .regex(/^[a-z0-9.-]*$/, 'Write the beginning of a name such as invoice.issued.')
    .max(80)
    .nullish(),
})

export type AuditFilter = z.output<typeof auditFilter>

export type AuditEntry = {
  id: string
  at: string
  name: string
  sentence: string
  actor: string
  actorKind: string
  actorId: string | null
  onBehalfOf: string | null
  record: { kind: string; id: string; title: string | null; path: string | null }
  from: string | null
  to: string | null
  reason: string | null
  changes: readonly TimelineChange[]
  /** What an event says beside its changes: by what somebody searched. */
  detail: string | null
  command: string | null
  requestId: string | null
}

export type AuditPage = {
  entries: readonly AuditEntry[]
  /** Hand it back for the entries before these; null at the beginning. */
  before: string | null
}

/**
 * Everything that happened, newest first. Who did what to which record, and when, is told of all;
 * names of records and values of fields only as far as the reader may see them.
 */
export const auditTrail = async ({
  req,
  filter,
  before = null,
  limit,
}: {
  req: PayloadRequest
  filter: AuditFilter
  before?: string | null
  limit: number
}): Promise<Result<AuditPage>> => {
  if (!can({ actor: actorOf(req), permission: auditPermission })) return refuseRight()
  const rows = await rowsOf({ req, filter, before, limit: limit + 1 })
  const events = await withPersonalValues({ req, events: rows.slice(0, limit) })
  const nameOf = await actorNames({ req, events })
  const titles = await recordTitles({ req, records: events.map(({ subject }) => subject) })
  const readable = await readableKindsOf({ req, events })
  const details = await detailsOf({ req, events, isForAudit: true })
  const entries: AuditEntry[] = []
  for (const event of events) {
    const title = titles.get(keyOf(event.subject))
    const detail = details.get(event.id)
    entries.push({
      id: event.id,
      at: event.at,
      name: event.name,
      sentence: told({ req, event }).sentence,
      actor: nameOf(event),
      actorKind: event.actor.kind,
      actorId: event.actor.id,
      onBehalfOf: event.onBehalfOf,
      record: { ...event.subject, title: title?.title ?? null, path: title?.path ?? null },
      from: event.from,
      to: event.to,
      reason: event.reason,
      changes: readable.has(event.subject.kind)
        ? await shownChanges({ req, event, currency: title?.currency })
        : [],
      detail: detail ? [detail.text, ...detail.facts].join(', ') : null,
      command: event.command,
      requestId: event.requestId,
    })
  }
  const last = events.at(-1)
  return ok({ entries, before: rows.length > limit && last ? `${last.at}_${last.id}` : null })
}

const actorKinds = ['staff', 'portal', 'link', 'system', 'anonymous']

const rowsOf = async ({
  req,
  filter,
  before,
  limit,
}: {
  req: PayloadRequest
  filter: AuditFilter
  before: string | null
  limit: number
}): Promise<StoredEvent[]> => {
  const values: unknown[] = []
  const conditions: string[] = []
  const add = (value: unknown, condition: (place: string) => string) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  if (filter.from) add(filter.from, (place) => `at >= ${place}::timestamptz`)
  if (filter.until) add(filter.until, (place) => `at < ${place}::timestamptz`)
  if (filter.actor)
    add(
      filter.actor,
      (place) =>
        `${actorKinds.includes(filter.actor ?? '') ? 'actor_kind' : 'actor_id'} = ${place}`,
    )
  if (filter.recordKind) add(filter.recordKind, (place) => `subject_type = ${place}`)
  if (filter.recordId)
    add(filter.recordId, (place) => `${place} in (subject_id, person_id, client_id, order_id)`)
  if (filter.name) add(filter.name, (place) => `starts_with(name, ${place})`)
  const [at, id] = before?.split('_') ?? []
  if (at !== undefined && isUuid(id) && !Number.isNaN(Date.parse(at))) {
    values.push(at, id)
    conditions.push(`(at, id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`)
  }
  values.push(limit)
  return await sqlOf(req).rows({
    schema: storedEvent,
    text: `select ${storedEventColumns} from domain_events
      ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
      order by at desc, id desc limit $${values.length}`,
    values,
  })
}
