import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { actorOf } from '../commands/actor-of'
import { sqlOf } from '../database/sql'
import { can, type SubjectRef } from '../domain/actor'
import { sentenceOf } from '../domain/event-sentence'
import { ok, refuseMissing, refuseRight, type Result } from '../domain/result'
import { isUuid } from '../domain/uuid'
import { storedEvent, storedEventColumns, type StoredEvent } from '../events/stored-event'
import { registryOf, type EventDetail } from '../registry/registry'
import { actorNames } from './actor-names'
import { collectionOf } from './collection-of'
import { withPersonalValues } from './personal-values'
import { keyOf, recordTitles } from './record-titles'
import { customChanges } from './custom-changes'
import { inNames, isToldByName, relatedNames } from './related-names'
import { visibleRecord } from './visible-record'
import { changeOf, type TimelineChange } from './shown-change'

export type TimelineEntry = {
  id: string
  at: string
  sentence: string
  tone: 'neutral' | 'info' | 'good' | 'warn' | 'bad'
  /** Who did it, by name. */
  actor: string
  reason: string | null
  changes: readonly TimelineChange[]
  /** What was said: the words of a note, the outcome of a call. */
  detail: EventDetail | null
  /** The record it is about, when that is another than the one the timeline stands beside. */
  about: { title: string; path: string } | null
}

export type TimelinePage = {
  entries: readonly TimelineEntry[]
  /** Hand it back for the entries before these; null at the beginning of the story. */
  before: string | null
}

const pageSize = 20

/**
 * What happened to a record and to what belongs to it, newest first: all of a person, a client or an
 * order, else the record alone. The reader needs `activity.read` and sight of the record; events of
 * kinds he may not read are left out, and of fields he may not read only the names are shown.
 */
export const recordTimeline = async ({
  req,
  subject,
  before,
}: {
  req: PayloadRequest
  subject: SubjectRef
  before?: string | null
}): Promise<Result<TimelinePage>> => {
  if (!can({ actor: actorOf(req), permission: 'activity.read' })) return refuseRight()
  const record = await visibleRecord({ req, subject })
  if (!record) return refuseMissing('record')
  const rows = await eventsOf({ req, subject, before: before ?? null })
  const shown = rows.slice(0, pageSize)
  const readable = await readableKindsOf({ req, events: shown })
  const visible = await withPersonalValues({
    req,
    events: shown.filter((event) => readable.has(event.subject.kind)),
  })
  const nameOf = await actorNames({ req, events: visible })
  const titles = await recordTitles({
    req,
    records: visible
      .map((event) => event.subject)
      .filter((about) => keyOf(about) !== keyOf(subject)),
  })
  const details = await detailsOf({ req, events: visible })
  const ofOwnFields = await customChanges({ req, events: visible })
  const entries: TimelineEntry[] = []
  for (const event of visible) {
    const about = titles.get(keyOf(event.subject))
    entries.push({
      id: event.id,
      at: event.at,
      ...told({ req, event }),
      actor: nameOf(event),
      reason: event.reason,
      changes: [
        ...(await changesOf({
          req,
          event,
          currency: about ? about.currency : Reflect.get(record, 'currency'),
        })),
        ...(ofOwnFields.get(event.id) ?? []),
      ],
      detail: details.get(event.id) ?? null,
      about: about ? { title: about.title, path: about.path } : null,
    })
  }
  const last = shown.at(-1)
  return ok({ entries, before: rows.length > pageSize && last ? `${last.at}_${last.id}` : null })
}

/** The column of an event that leads to a record of this kind, besides its own subject. */
const relatedColumn: Readonly<Record<string, string>> = {
  candidate: 'person_id',
  'client-contact': 'person_id',
  client: 'client_id',
  'job-order': 'order_id',
}

const eventsOf = async ({
  req,
  subject,
  before,
}: {
  req: PayloadRequest
  subject: SubjectRef
  before: string | null
}): Promise<StoredEvent[]> => {
  const [at, id] = before?.split('_') ?? []
  const related = relatedColumn[subject.kind]
  const isPage = at !== undefined && isUuid(id) && !Number.isNaN(Date.parse(at))
  const ids = [subject.id]
  for (const { kind, read } of registryOf(req.payload).sameRecords)
    if (kind === subject.kind) ids.push(...(await read({ req, id: subject.id })))
  return await sqlOf(req).rows({
    schema: storedEvent,
    text: `select ${storedEventColumns} from domain_events
      where ((subject_type = $1 and subject_id = any($2))${related ? ` or ${related} = any($2)` : ''})
        ${isPage ? 'and (at, id) < ($4::timestamptz, $5::uuid)' : ''}
      order by at desc, id desc limit $3`,
    values: [subject.kind, ids, pageSize + 1, ...(isPage ? [at, id] : [])],
  })
}

/** @param isForAudit only what the audit may show of any record */
export const detailsOf = async ({
  req,
  events,
  isForAudit = false,
}: {
  req: PayloadRequest
  events: readonly StoredEvent[]
  isForAudit?: boolean
}): Promise<ReadonlyMap<string, EventDetail>> => {
  const found = new Map<string, EventDetail>()
  for (const { on, read, isInAudit } of registryOf(req.payload).details) {
    if (isForAudit && !isInAudit) continue
    const concerned = events.filter(({ name }) => on.includes(name))
    if (concerned.length === 0) continue
    for (const [id, detail] of await read({ req, events: concerned })) found.set(id, detail)
  }
  return found
}

/** The kinds of record among these events of which the reader may see any. */
export const readableKindsOf = async ({
  req,
  events,
}: {
  req: PayloadRequest
  events: readonly StoredEvent[]
}): Promise<ReadonlySet<string>> => {
  const readable = new Set<string>()
  for (const kind of new Set(events.map(({ subject }) => subject.kind))) {
    const known = registryOf(req.payload).subjects.get(kind)
    const collection = known && collectionOf({ req, slug: known.collection })
    if (collection && (await collection.access.read({ req }))) readable.add(kind)
  }
  return readable
}

/** An event in words, with the colour of the state it led to. */
export const told = ({
  req,
  event,
}: {
  req: PayloadRequest
  event: StoredEvent
}): Pick<TimelineEntry, 'sentence' | 'tone'> => {
  const registry = registryOf(req.payload)
  const kind = registry.subjects.get(event.subject.kind)
  const workflow = kind && registry.workflows.get(kind.collection)
  return {
    sentence: sentenceOf({
      event,
      subject: kind?.label ?? event.subject.kind,
      summary: registry.events.get(event.name)?.summary,
      workflow,
    }),
    tone: (event.to && workflow?.states[event.to]?.tone) || 'neutral',
  }
}

const changesOf = async (change: {
  req: PayloadRequest
  event: StoredEvent
  currency: unknown
}): Promise<TimelineChange[]> =>
  // A new record is shown by the record itself; a move by its sentence.
  change.event.name.endsWith('.created') ? [] : await shownChanges(change)

/** What an event changed, field by field, as far as the reader may see the fields. */
export const shownChanges = async ({
  req,
  event,
  currency,
}: {
  req: PayloadRequest
  event: StoredEvent
  currency: unknown
}): Promise<TimelineChange[]> => {
  if (!event.changes) return []
  const kind = registryOf(req.payload).subjects.get(event.subject.kind)
  const collection = kind && collectionOf({ req, slug: kind.collection })
  if (!collection) return []
  const changes: TimelineChange[] = []
  for (const [name, pair] of Object.entries(event.changes)) {
    if (name === 'state' || name === 'ref') continue
    const field = fieldOf({ collection, name })
    if (!field || !isTelling(field)) continue
    const mayRead = await mayReadField({ req, field })
    const told = isToldByName(field) ? await pairInNames({ req, field, pair }) : pair
    changes.push(changeOf({ field, pair: mayRead ? told : null, zone: zoneOf(req), currency }))
  }
  return changes
}

/** The records that a field named before and after, by their names. */
const pairInNames = async ({
  req,
  field,
  pair,
}: {
  req: PayloadRequest
  field: FlattenedField
  pair: unknown
}): Promise<unknown> => {
  if (!Array.isArray(pair)) return pair
  const names = await relatedNames({ req, field, values: pair })
  return pair.map((value: unknown) => inNames({ value, names }).join(', '))
}

/** Rows of other records tell of themselves; a moment that a move writes is the moment of the move. */
const isTelling = (field: FlattenedField): boolean =>
  field.type !== 'join' && !(field.type === 'date' && field.admin?.readOnly)

const fieldOf = ({
  collection,
  name,
}: {
  collection: SanitizedCollectionConfig
  name: string
}): FlattenedField | undefined =>
  collection.flattenedFields.find((field) => 'name' in field && field.name === name)

const mayReadField = async ({
  req,
  field,
}: {
  req: PayloadRequest
  field: FlattenedField
}): Promise<boolean> => {
  const read = 'access' in field ? field.access?.read : undefined
  return read ? Boolean(await read({ req })) : true
}

const zoneOf = (req: PayloadRequest): string => {
  const actor = actorOf(req)
  return actor.kind === 'staff' ? actor.zone : 'UTC'
}
