import type { CollectionSlug, Config, Payload, PayloadRequest, SanitizedConfig } from 'payload'

import type { AnyCommand } from '../commands/define-command'
import type { CommandGuard } from '../commands/guard-command'
import type { Sql } from '../database/sql'
import type { SubjectRef } from '../domain/actor'
import type { ClockKind } from '../domain/clock-kind'
import type { MessageKind } from '../domain/message-kind'
import type { ImportKind } from '../domain/import-kind'
import type { PersonalTable } from '../domain/personal-data'
import type { MetricFamily } from '../domain/prometheus-text'
import type { Result } from '../domain/result'
import type { Instant } from '../domain/time'
import type { StateTone, Workflow } from '../domain/workflow'
import type { Reaction } from '../events/define-reaction'
import type { SettingsEntry } from '../domain/settings'
import type { StoredEvent } from '../events/stored-event'
import type { AnyJob } from '../jobs/define-job'

export type EventDefinition = { name: string; summary: string }

/** What a link in a mail is for, where it leads and how long it lives. */
export type LinkPurpose = {
  purpose: string
  label: string
  /** Path on the agency's site, beginning with a slash. */
  path: (subject: SubjectRef) => string
  lifetimeDays: number
  /** Signing, approving and reset links are spent by the act; the others live until they expire. */
  spentByAct: boolean
}

/** How a record of a kind is named and where staff find it. */
export type SubjectKind = { collection: string; label: string }

/** Reads a private document for a mail; the plugin that owns documents registers it. */
export type DocumentReader = (args: {
  req: PayloadRequest
  documentId: string
}) => Promise<{ bytes: Buffer; mimeType: string } | null>

/** Something that whoever looks after the installation should see at a glance: a line of the System screen. */
export type SystemCheck = {
  key: string
  label: string
  read: (args: { payload: Payload; sql: Sql }) => Promise<{
    tone: StateTone
    /** What is so, in a few words. */
    text: string
    /** What follows from it or what to do. */
    hint?: string
  }>
}

/**
 * What must hold again after a backup was put back: who was erased since then stays erased. It runs
 * in the transaction of the restore, after all rows are in their place.
 */
export type RestoreStep = {
  name: string
  /** Reads from the database that is about to be replaced what must outlive it. */
  carry?: (args: { req: PayloadRequest }) => Promise<unknown>
  /** Returns what it did, for the operator. */
  run: (args: { req: PayloadRequest; carried: unknown; madeAt: string }) => Promise<string>
}

/**
 * Records that are found from anywhere by their words: `search_put_row` in the migrations says by
 * which. Titles and details are read as the seeker may read the record.
 */
export type SearchKind = {
  /** As in events. */
  kind: string
  /** Above the found ones: “Candidates”. */
  plural: string
  /** Fields that name the record; of a relation, its name. */
  title: readonly string[]
  /** Fields that tell it from others. */
  detail: readonly string[]
  /** Records of other kinds are found by these: the placements of a candidate. */
  isWhom?: true
  /** Somebody searched these by words and saw so many. */
  announce?: (search: { req: PayloadRequest; text: string; found: number }) => Promise<void>
}

/** A screen that is reached by its name from anywhere, besides the lists and forms of collections. */
export type SearchPlace = {
  label: string
  path: string
  /** Other words for it. */
  words?: string
  permission?: string
}

/** Figures for a monitor, read when it asks. */
export type Gauge = (args: { payload: Payload; sql: Sql }) => Promise<readonly MetricFamily[]>
/** What was said, beside the sentence of an event: the words of a note, the outcome of a call. */
export type EventDetail = {
  id: string
  text: string
  facts: readonly string[]
  /** The reader may change or take back what was said. */
  mayChange: boolean
}

/** Reads what belongs to events of some names; the reader may see the records they are about. */
export type EventDetails = {
  on: readonly string[]
  /** Stands in the audit too, and is taken out with it; `read` judges by itself what the reader may see. */
  isInAudit?: true
  read: (args: {
    req: PayloadRequest
    events: readonly StoredEvent[]
  }) => Promise<ReadonlyMap<string, EventDetail>>
}

/** Records of one kind that belong to a colleague by a field. */
export type OwnedRecords = {
  key: string
  /** In the plural, as a sentence begins with it. */
  label: string
  collection: CollectionSlug
  field: string
  /** What is not over yet, where a workflow lets everything begin anew. */
  openStates?: readonly string[]
  /** The event by which a new owner hears of it; else the update of the record. */
  event?: string
}

/**
 * What becomes of rows of a table that exclude each other once two records of one person are one: the
 * row of the record that is given up stays with it, the merge is refused, or the plugin settles it.
 */
export type MergeRule = {
  table: string
  /** In words, for whoever is about to merge. */
  text: string
} & (
  | { clash: 'stays' | 'refused' }
  | {
      clash: 'settled'
      settle: (args: {
        req: PayloadRequest
        pairs: readonly { keptRow: string; mergedRow: string }[]
      }) => Promise<Result<unknown>>
    }
)

/** Records of a kind that are the same as a record: what was merged into it is told in its story. */
export type SameRecords = {
  kind: string
  read: (args: { req: PayloadRequest; id: string }) => Promise<readonly string[]>
}

/** A meeting in somebody's calendar. */
export type Appointment = {
  id: string
  startsAt: Instant
  endsAt: Instant
  title: string
  /** Where, how and with whom, as far as it is known. */
  facts: readonly string[]
  path: string
}

/** Reads the meetings of a colleague that begin in a span, as far as the reader may see them. */
export type AppointmentSource = {
  key: string
  read: (args: {
    req: PayloadRequest
    userId: string
    from: Instant
    until: Instant
  }) => Promise<readonly Appointment[]>
}

/** What a plugin hands to the kernel, so that the kernel need not know any plugin. */
export type Contribution = {
  plugin: string
  workflows?: readonly Workflow[]
  events?: readonly EventDefinition[]
  commands?: readonly AnyCommand[]
  /** Reasons against commands of lower plugins. */
  guards?: readonly CommandGuard[]
  reactions?: readonly Reaction[]
  jobs?: readonly AnyJob[]
  links?: readonly LinkPurpose[]
  searches?: readonly SearchKind[]
  places?: readonly SearchPlace[]
  /** Subject kind (as in events) → its collection. */
  subjects?: Readonly<Record<string, SubjectKind>>
  /** Named permissions with what they allow in words. */
  permissions?: Readonly<Record<string, string>>
  /** Mails whose words an agency may write itself. */
  messages?: readonly MessageKind[]
  /** Clocks whose times an agency may choose itself. */
  clocks?: readonly ClockKind[]
  readDocument?: DocumentReader
  /** What an agency sets up by itself, as lines of its settings. */
  settings?: readonly SettingsEntry[]
  /** What the timeline shows below events of these names. */
  details?: readonly EventDetails[]
  /** The admin component that stands beside each record instead of the bare timeline. */
  timeline?: string
  /** Records that a colleague is responsible for, which a successor takes over. */
  owners?: readonly OwnedRecords[]
  /** Records that may be brought in as tables. */
  imports?: readonly ImportKind[]
  /** What the plugin's tables say about people; `src/testing/personal-data.test.ts` asks for all. */
  personalData?: readonly PersonalTable[]
  checks?: readonly SystemCheck[]
  afterRestore?: readonly RestoreStep[]
  gauges?: readonly Gauge[]
  mergeRules?: readonly MergeRule[]
  sameRecords?: readonly SameRecords[]
  appointments?: readonly AppointmentSource[]
}

export type Registry = {
  contributions: readonly Contribution[]
  workflows: ReadonlyMap<string, Workflow>
  events: ReadonlyMap<string, EventDefinition>
  commands: ReadonlyMap<string, AnyCommand>
  guards: readonly CommandGuard[]
  reactions: readonly Reaction[]
  jobs: ReadonlyMap<string, AnyJob>
  links: ReadonlyMap<string, LinkPurpose>
  searches: readonly SearchKind[]
  places: readonly SearchPlace[]
  subjects: ReadonlyMap<string, SubjectKind>
  permissions: ReadonlyMap<string, string>
  messages: ReadonlyMap<string, MessageKind>
  clocks: ReadonlyMap<string, ClockKind>
  readDocument: DocumentReader | null
  settings: readonly SettingsEntry[]
  details: readonly EventDetails[]
  owners: readonly OwnedRecords[]
  imports: ReadonlyMap<string, ImportKind>
  personalData: readonly PersonalTable[]
  checks: readonly SystemCheck[]
  afterRestore: readonly RestoreStep[]
  gauges: readonly Gauge[]
  mergeRules: ReadonlyMap<string, MergeRule>
  sameRecords: readonly SameRecords[]
  appointments: readonly AppointmentSource[]
}

/** Adds a plugin's contribution to the config. */
export const contribute = ({
  config,
  contribution,
}: {
  config: Config
  contribution: Contribution
}): Config => ({
  ...config,
  custom: {
    ...config.custom,
    placewright: [...contributionsOf(config.custom), contribution],
  },
})

/** What stands beside each announced record: what a plugin put there, else the timeline alone. */
export const timelineOf = (config: Config): string =>
  contributionsOf(config.custom).find(({ timeline }) => timeline)?.timeline ??
  '/plugins/kernel/admin/RecordTimeline#RecordTimeline'

export const registryOf = (source: Payload | SanitizedConfig): Registry => {
  const config = 'config' in source ? source.config : source
  const known = registries.get(config)
  if (known) return known
  const registry = build(contributionsOf(config.custom))
  registries.set(config, registry)
  return registry
}

const registries = new WeakMap<object, Registry>()

const build = (contributions: readonly Contribution[]): Registry => ({
  contributions,
  workflows: uniqueMap({
    what: 'workflow',
    entries: contributions.flatMap((c) => (c.workflows ?? []).map((w) => [w.collection, w])),
  }),
  events: uniqueMap({
    what: 'event',
    entries: contributions.flatMap((c) => (c.events ?? []).map((e) => [e.name, e])),
  }),
  commands: uniqueMap({
    what: 'command',
    entries: contributions.flatMap((c) => (c.commands ?? []).map((x) => [x.name, x])),
  }),
  guards: contributions.flatMap((c) => c.guards ?? []),
  reactions: contributions.flatMap((c) => c.reactions ?? []),
  jobs: uniqueMap({
    what: 'job',
    entries: contributions.flatMap((c) => (c.jobs ?? []).map((j) => [j.name, j])),
  }),
  links: uniqueMap({
    what: 'link purpose',
    entries: contributions.flatMap((c) => (c.links ?? []).map((l) => [l.purpose, l])),
  }),
  searches: contributions.flatMap((c) => c.searches ?? []),
  places: contributions.flatMap((c) => c.places ?? []),
  subjects: uniqueMap({
    what: 'subject kind',
    entries: contributions.flatMap((c) => Object.entries(c.subjects ?? {})),
  }),
  permissions: uniqueMap({
    what: 'permission',
    entries: contributions.flatMap((c) => Object.entries(c.permissions ?? {})),
  }),
  messages: uniqueMap({
    what: 'message',
    entries: contributions.flatMap((c) => (c.messages ?? []).map((m) => [m.kind, m])),
  }),
  clocks: uniqueMap({
    what: 'clock',
    entries: contributions.flatMap((c) => (c.clocks ?? []).map((k) => [k.kind, k])),
  }),
  readDocument: contributions.find((c) => c.readDocument)?.readDocument ?? null,
  settings: contributions.flatMap((c) => c.settings ?? []),
  details: contributions.flatMap((c) => c.details ?? []),
  owners: contributions.flatMap((c) => c.owners ?? []),
  imports: uniqueMap({
    what: 'kind of import',
    entries: contributions.flatMap((c) => (c.imports ?? []).map((kind) => [kind.key, kind])),
  }),
  personalData: contributions.flatMap((c) => c.personalData ?? []),
  checks: contributions.flatMap((c) => c.checks ?? []),
  afterRestore: contributions.flatMap((c) => c.afterRestore ?? []),
  gauges: contributions.flatMap((c) => c.gauges ?? []),
  mergeRules: uniqueMap({
    what: 'rule of merging',
    entries: contributions.flatMap((c) => (c.mergeRules ?? []).map((rule) => [rule.table, rule])),
  }),
  sameRecords: contributions.flatMap((c) => c.sameRecords ?? []),
  appointments: contributions.flatMap((c) => c.appointments ?? []),
})

const uniqueMap = <Value>({
  what,
  entries,
}: {
  what: string
  entries: readonly (readonly [string, Value])[]
}): ReadonlyMap<string, Value> => {
  const map = new Map(entries)
  if (map.size !== entries.length) {
    const names = entries.map(([name]) => name)
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    throw new Error(`The ${what} ${twice.join(', ')} is registered twice.`)
  }
  return map
}

const contributionsOf = (custom: Config['custom']): readonly Contribution[] => {
  const list: unknown = custom?.placewright
  return Array.isArray(list) ? list.filter(isContribution) : []
}

const isContribution = (value: unknown): value is Contribution =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'plugin') === 'string'
