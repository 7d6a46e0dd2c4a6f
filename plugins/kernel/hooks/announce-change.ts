import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import type { SubjectRef } from '../domain/actor'
import { relatedTo } from '../domain/related'
import { customValuesOf, valueAt } from '../domain/custom-field'
import { changedKeys } from '../domain/custom-values'
import { stateFrom } from '../domain/workflow'
import { publish } from '../events/publish'
import { tableOf } from '../commands/lock-record'
import { registryOf } from '../registry/registry'
import { reasonIn } from './guard-workflow'

/** How a collection tells of its changes; the kernel adds the hooks to every collection that has one. */
export type Announcement = {
  /** Subject kind and first word of the events: `candidate` → `candidate.created`. */
  subject: string
  /** Fields that lead to the person, client and order the change belongs to; `id` is the record itself. */
  candidate?: string
  contact?: string
  client?: string
  order?: string
  /** Fields that name, by kind and id, the record it is about: the event is told in its story too. */
  about?: { kind: string; id: string }
  /** Fields whose values are personal: the event names them, a side table keeps the values. */
  personal?: readonly string[]
  /** Fields that never appear, not even by name. */
  silent?: readonly string[]
}

type Row = Record<string, unknown>

export const announceChange =
  (announcement: Announcement): CollectionAfterChangeHook =>
  async ({ collection, doc, operation, previousDoc, req }) => {
    const row: Row = doc
    const before: Row = operation === 'create' ? {} : previousDoc
    const changed = changedFields({ announcement, before, after: row })
    const isPersonal = personalFields({ req, collection: collection.slug, announcement })
    const move = moveOf({ req, collection: collection.slug, before, after: row, operation })
    if (operation === 'update' && !move && changed.length === 0) return doc
    await publish({
      req,
      event: {
        name:
          move?.event ??
          `${announcement.subject}.${operation === 'create' ? 'created' : 'updated'}`,
        ...aboutOf({ announcement, row }),
        from: move?.from ?? null,
        to: move?.to ?? null,
        reason: reasonIn(req.context),
        ...valuesOf({ isPersonal, changed, before, after: row }),
      },
    })
    return doc
  }

/**
 * The changes of a record as its event would tell them, for what is written past the hooks: names of
 * fields, values that are not personal, and the personal ones apart.
 */
export const toldValues = ({
  req,
  collection,
  before,
  after,
}: {
  req: PayloadRequest
  collection: string
  before: Row
  after: Row
}): { changes: Record<string, unknown>; personal: Record<string, unknown> } => {
  const config = req.payload.config.collections.find(({ slug }) => slug === collection)
  const announcement = config ? announcementOf(config) : null
  if (!announcement) throw new Error(`${collection} does not tell of its changes.`)
  return valuesOf({
    isPersonal: personalFields({ req, collection, announcement }),
    changed: changedFields({ announcement, before, after }),
    before,
    after,
  })
}

export const announceDelete =
  (announcement: Announcement): CollectionAfterDeleteHook =>
  async ({ doc, req }) => {
    await publish({
      req,
      event: {
        name: `${announcement.subject}.deleted`,
        ...aboutOf({ announcement, row: doc }),
      },
    })
    return doc
  }

export const announcementOf = (collection: {
  slug: string
  custom?: Record<string, unknown>
}): Announcement | null => {
  const announce: unknown = collection.custom?.announce
  return isAnnouncement(announce) ? announce : null
}

const isAnnouncement = (value: unknown): value is Announcement =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'subject') === 'string'

const moveOf = ({
  req,
  collection,
  before,
  after,
  operation,
}: {
  req: PayloadRequest
  collection: string
  before: Row
  after: Row
  operation: 'create' | 'update'
}): { event: string; from: string; to: string } | null => {
  const workflow = registryOf(req.payload).workflows.get(collection)
  if (!workflow || operation === 'create') return null
  const from = stateFrom({ workflow, value: before.state })
  const to = stateFrom({ workflow, value: after.state })
  if (!from || !to || from === to) return null
  const move = workflow.states[from]?.next[to]
  return move ? { event: move.event, from, to } : null
}

/** The record and the person, client and order it belongs to, as its events name them. */
export const aboutOf = ({ announcement, row }: { announcement: Announcement; row: Row }) => {
  const idIn = (field: string | undefined): string | null => {
    if (!field) return null
    const value = row[field]
    if (typeof value === 'object' && value !== null) return String(Reflect.get(value, 'id'))
    return typeof value === 'string' ? value : null
  }
  const candidate = idIn(announcement.candidate)
  const contact = idIn(announcement.contact)
  const person: SubjectRef | null = candidate
    ? { kind: 'candidate', id: candidate }
    : contact
      ? { kind: 'client-contact', id: contact }
      : null
  const kind = announcement.about ? row[announcement.about.kind] : null
  const id = idIn(announcement.about?.id)
  const related = relatedTo(typeof kind === 'string' && id ? { kind, id } : null)
  return {
    subject: { kind: announcement.subject, id: String(row.id) },
    person: person ?? related.person,
    clientId: idIn(announcement.client) ?? related.clientId,
    orderId: idIn(announcement.order) ?? related.orderId,
  }
}

const alwaysSilent = [
  'id',
  'updatedAt',
  'createdAt',
  'sessions',
  'hash',
  'salt',
  'password',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
]

const changedFields = ({
  announcement,
  before,
  after,
}: {
  announcement: Announcement
  before: Row
  after: Row
}): string[] => [
  ...Object.keys(after).filter(
    (name) =>
      name !== 'custom' &&
      !alwaysSilent.includes(name) &&
      !announcement.silent?.includes(name) &&
      stable(before[name]) !== stable(after[name]),
  ),
  ...changedKeys({
    before: customValuesOf(before.custom),
    after: customValuesOf(after.custom),
  }).map((key) => `${customPrefix}${key}`),
]

/** Each of the agency's own fields is told by itself: who reads the history may not see all of them. */
const customPrefix = 'custom.'

/** Those the announcement names, and all that hold a column which the plugin's lists call personal. */
const personalFields = ({
  req,
  collection,
  announcement,
}: {
  req: PayloadRequest
  collection: string
  announcement: Announcement
}): ((name: string) => boolean) => {
  const table = tableOf(collection)
  const columns = registryOf(req.payload)
    .personalData.filter((entry) => entry.table === table)
    .flatMap((entry) => [
      ...Object.keys({ ...entry.erased, ...entry.name, ...entry.mentions }),
      ...(entry.kept ?? []),
    ])
  return (name) => {
    // Nobody knows what an agency keeps in fields of its own: it is taken for personal.
    if (name.startsWith(customPrefix) || announcement.personal?.includes(name)) return true
    const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return columns.some((known) => known === column || known.startsWith(`${column}_`))
  }
}

const valuesOf = ({
  isPersonal,
  changed,
  before,
  after,
}: {
  isPersonal: (name: string) => boolean
  changed: readonly string[]
  before: Row
  after: Row
}) => {
  const pair = (name: string) => [valueIn({ row: before, name }), valueIn({ row: after, name })]
  return {
    changes: Object.fromEntries(
      changed.map((name) => [name, isPersonal(name) ? null : pair(name)]),
    ),
    personal: Object.fromEntries(changed.filter(isPersonal).map((name) => [name, pair(name)])),
  }
}

const valueIn = ({ row, name }: { row: Row; name: string }): unknown =>
  plain(
    name.startsWith(customPrefix)
      ? valueAt({ values: customValuesOf(row.custom), key: name.slice(customPrefix.length) })
      : row[name],
  )

/** Relations by id, whatever the depth they were read with; groups in one order of their fields. */
const plain = (value: unknown): unknown => {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if ('createdAt' in value && 'id' in value) return value.id
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, plain(inner)]),
  )
}

/** An empty text or list is nothing: a new record does not tell of it. */
const stable = (value: unknown): string => {
  const known = plain(value)
  const isNothing = known === '' || (Array.isArray(known) && known.length === 0)
  return JSON.stringify(isNothing ? null : known) ?? 'null'
}
