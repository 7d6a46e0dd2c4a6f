import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineReaction, lockRecord, sqlOf, type Reaction, type StoredEvent } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'
import { eventsOfRule, type ClockRule } from '../domain/clock-rule'
import { liveClockStates } from '../domain/clock-workflow'
import { followClock, type ClockPlace } from '../commands/follow-clock'

/**
 * The reaction that keeps the clocks of a plugin's table. The plugin that knows the records lists it
 * among its own and says who looks after them.
 */
export const followClocks = ({
  name,
  rules,
  placeOf,
  movesOn = [],
}: {
  /** kebab-case; also the name of its queue. */
  name: string
  rules: readonly ClockRule[]
  /** Null: the record is gone. */
  placeOf: (args: { req: PayloadRequest; subject: SubjectRef }) => Promise<ClockPlace | null>
  /** Events after which somebody else may look after the clocks of an order. */
  movesOn?: readonly string[]
}): Reaction =>
  defineReaction({
    name,
    on: [...new Set([...rules.flatMap(eventsOfRule), ...movesOn])],
    run: async ({ req, event }) => {
      for (const rule of rules.filter((each) => eventsOfRule(each).includes(event.name)))
        for (const subjectId of await subjectsIn({ req, event, rule })) {
          const place = await placeOf({ req, subject: { kind: rule.subject, id: subjectId } })
          if (place) await followClock({ req, rule, subjectId, place })
        }
      if (movesOn.includes(event.name)) await handOver({ req, event, placeOf })
    },
  })

/**
 * Which records of the rule's kind an event belongs to: itself, the order it is told in, or what still
 * runs on the order it is about.
 */
const subjectsIn = async ({
  req,
  event,
  rule,
}: {
  req: PayloadRequest
  event: StoredEvent
  rule: ClockRule
}): Promise<readonly string[]> => {
  if (event.subject.kind === rule.subject) return [event.subject.id]
  if (rule.subject === 'job-order') return event.orderId ? [event.orderId] : []
  if (event.subject.kind !== 'job-order') return []
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select distinct about_id as id from clocks
      where kind = $1 and order_id = $2 and state = any($3) order by 1`,
    values: [rule.kind, event.subject.id, liveClockStates],
  })
  return rows.map(({ id }) => id)
}

const handOver = async ({
  req,
  event,
  placeOf,
}: {
  req: PayloadRequest
  event: StoredEvent
  placeOf: (args: { req: PayloadRequest; subject: SubjectRef }) => Promise<ClockPlace | null>
}): Promise<void> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from clocks where state = any($1) and (about_id = $2 or order_id = $2) order by id`,
    values: [liveClockStates, event.subject.id],
  })
  for (const { id } of rows) {
    const clock = await lockRecord({ req, collection: 'clocks', id })
    if (!clock) continue
    const place = await placeOf({ req, subject: { kind: clock.aboutKind, id: clock.aboutId } })
    if (!place || place.ownerId === (clock.owner ?? null)) continue
    await req.payload.update({
      collection: 'clocks',
      id,
      data: { owner: place.ownerId },
      req,
      overrideAccess: true,
      depth: 0,
    })
  }
}
