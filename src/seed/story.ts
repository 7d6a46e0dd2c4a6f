import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  actorOfLink,
  drainJobs,
  findLink,
  inOwnTransaction,
  instant,
  permissionsOf,
  registryOf,
  requestFor,
  runParsed,
  sqlOf,
  sqlOutside,
} from '#plugins/kernel'
import { addMinutes, type Actor, type Instant } from '#plugins/kernel/domain'
import { calendarFrom, type Calendar } from './calendar'
import { moveIntoPast, scenesFrom } from './past'

/**
 * Plays the story of the demo with the product's own commands: staff act with the rights of their
 * roles, outside people by the links of the mails they were sent. What follows from an act, mails and
 * papers too, has happened before the next one begins.
 */
export type Story = {
  payload: Payload
  calendar: Calendar
  /** Ids of what the story has made, by the names the story gives them. */
  ids: Cast
  /** From here on it is so many days ago, at a time of day in New York. */
  at: (daysAgo: number, time: string) => Promise<void>
  /** A command as a member of staff, known by the key of the cast. */
  staff: Act
  /** A command as somebody outside who opens the link they were sent for a record. */
  byLink: (act: {
    purpose: string
    subject: { kind: string; id: string }
    command: string
    input: object
  }) => Promise<void>
  /** A command as a visitor of a site. */
  visitor: (act: { command: string; input: object }) => Promise<void>
  /** Writes of the system itself, in one transaction. */
  system: <Value>(run: (req: PayloadRequest) => Promise<Value>) => Promise<Value>
  /** Lets everything happen that follows from what was done so far. */
  settle: () => Promise<void>
  /** Puts what was played into the past. */
  end: () => Promise<void>
}

/** A part of the story with the day on which it happens; others may happen in between. */
export type Happening = { daysAgo: number; time: string; play: () => Promise<void> }

/** Plays what happens on the same days in the order of its days, whoever tells it. */
export const playInOrder = async ({
  story,
  happenings,
}: {
  story: Story
  happenings: readonly Happening[]
}): Promise<void> => {
  const inOrder = happenings.toSorted(
    (one, other) => other.daysAgo - one.daysAgo || one.time.localeCompare(other.time),
  )
  for (const { daysAgo, time, play } of inOrder) {
    await story.at(daysAgo, time)
    await play()
  }
}

type Act = <Schema extends z.ZodType = z.ZodUnknown>(act: {
  as: string
  command: string
  input: object
  result?: Schema
  /** The program that does it in their name. */
  via?: { id: string; name: string }
  /** What follows waits until `settle`: some days are put right before mails and papers tell them. */
  isHeld?: boolean
}) => Promise<z.output<Schema>>

export type Cast = {
  keep: (name: string, id: string) => void
  /** The id of a name; throws when the story has no such name. */
  of: (name: string) => string
}

export const createStory = async ({ payload }: { payload: Payload }): Promise<Story> => {
  const calendar = calendarFrom(await databaseNow(payload))
  const ids = createCast()
  const cuts: { at: Instant; happenedAt: Instant }[] = []

  const settle = async () => {
    const [failure] = await drainJobs({ payload })
    if (failure) throw new Error(`The job ${failure.queue} failed.`, { cause: failure.error })
  }
  const run = async ({
    actor,
    command,
    input,
  }: {
    actor: Actor
    command: string
    input: object
  }): Promise<unknown> => {
    const defined = registryOf(payload).commands.get(command)
    if (!defined) throw new Error(`There is no command ${command}.`)
    const req = await requestFor({ payload, actor })
    const result = await runParsed({ command: defined, req, input })
    if (!result.ok)
      throw new Error(
        `${command} was refused: ${result.failure.message} ${JSON.stringify(result.failure.fields ?? {})}`,
      )
    return result.value
  }
  const act: Act = async ({ as, command, input, result, via, isHeld = false }) => {
    const actor = await staffActor({ payload, id: ids.of(`staff:${as}`), via })
    const value = await run({ actor, command, input })
    if (!isHeld) await settle()
    return parsed({ schema: result, value })
  }
  return {
    payload,
    calendar,
    ids,
    settle,
    staff: act,
    at: async (daysAgo, time) => {
      await settle()
      cuts.push({ at: await databaseNow(payload), happenedAt: calendar.moment(daysAgo, time) })
    },
    byLink: async ({ purpose, subject, command, input }) => {
      await run({ actor: await linkActor({ payload, purpose, subject }), command, input })
      await settle()
    },
    visitor: async ({ command, input }) => {
      await run({ actor: { kind: 'anonymous', id: 'anonymous' }, command, input })
      await settle()
    },
    system: async (work) => {
      const req = await requestFor({ payload, actor: { kind: 'system', id: 'demo' } })
      return await inOwnTransaction({ req, run: async () => await work(req) })
    },
    end: async () => {
      await settle()
      const end = await databaseNow(payload)
      await moveIntoPast({ payload, scenes: scenesFrom({ cuts, end }) })
    },
  }
}

/** What an act gave: told by its schema; without one its type is unknown, and nothing is claimed. */
const parsed = <Schema extends z.ZodType>({
  schema,
  value,
}: {
  schema: Schema | undefined
  value: unknown
}): z.output<Schema> => (schema ? schema.parse(value) : (value as z.output<Schema>))

/** The database's own clock: most moments of the story are written by it. */
const databaseNow = async (payload: Payload): Promise<Instant> => {
  const row = await sqlOutside(payload).first({
    schema: z.object({ now: instant }),
    text: 'select clock_timestamp() as now',
  })
  if (!row) throw new Error('The database does not tell the time.')
  return addMinutes({ instant: row.now, minutes: 0 })
}

const createCast = (): Cast => {
  const known = new Map<string, string>()
  return {
    keep: (name, id) => {
      if (known.has(name)) throw new Error(`The story names ${name} twice.`)
      known.set(name, id)
    },
    of: (name) => {
      const id = known.get(name)
      if (!id) throw new Error(`The story knows nobody and nothing called ${name}.`)
      return id
    },
  }
}

const staffActor = async ({
  payload,
  id,
  via,
}: {
  payload: Payload
  id: string
  via: { id: string; name: string } | undefined
}): Promise<Actor> => {
  const user = await payload.findByID({ collection: 'users', id, depth: 1, overrideAccess: true })
  return {
    kind: 'staff',
    id,
    name: user.name,
    email: user.email,
    permissions: permissionsOf(user),
    zone: user.zone,
    locale: user.locale,
    ...(via ? { viaKey: via } : {}),
  }
}

/** Whoever got the newest link for this record and purpose. */
const linkActor = async ({
  payload,
  purpose,
  subject,
}: {
  payload: Payload
  purpose: string
  subject: { kind: string; id: string }
}): Promise<Actor> => {
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'demo' } })
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from access_links
      where purpose = $1 and subject_kind = $2 and subject_id = $3 and person_id is not null
      order by created_at desc, id desc limit 1`,
    values: [purpose, subject.kind, subject.id],
  })
  const link = row ? await findLink({ req, linkId: row.id }) : null
  if (!link?.usable) throw new Error(`Nobody was sent a usable link for ${purpose}.`)
  return actorOfLink(link)
}
