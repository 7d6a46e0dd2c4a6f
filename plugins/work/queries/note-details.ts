import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, databaseNow, instant, sqlOf, type EventDetails } from '#plugins/kernel'
import { epochMsOf, formatInstant, isUuid, type Instant } from '#plugins/kernel/domain'
import { callFacts, canChangeNote } from '../domain'
import { callDirection, callOutcome } from '../domain/note-input'

const noteRow = z.object({
  id: z.string(),
  text: z.string().nullable(),
  author_id: z.string().nullable(),
  author_name: z.string().nullable(),
  direction: callDirection.nullable(),
  outcome: callOutcome.nullable(),
  duration_minutes: z.coerce.number().nullable(),
  created_at: instant,
  changed_at: instant.nullable(),
  removed_at: instant.nullable(),
})

/** What the notes and calls in a timeline say now, and whether the reader may still change them. */
export const noteDetails: EventDetails = {
  on: ['note.added', 'call.logged'],
  read: async ({ req, events }) => {
    const idOf = (changes: Readonly<Record<string, unknown>> | null): string[] => {
      const id = changes?.note
      return typeof id === 'string' && isUuid(id) ? [id] : []
    }
    const rows = await sqlOf(req).rows({
      schema: noteRow,
      text: `select id, text, author_id, author_name, direction, outcome, duration_minutes, created_at,
          changed_at, removed_at
        from notes where id = any($1::uuid[])`,
      values: [events.flatMap(({ changes }) => idOf(changes))],
    })
    const now = await databaseNow(req)
    const notes = new Map(rows.map((row) => [row.id, row]))
    return new Map(
      events.flatMap((event) => {
        const note = notes.get(idOf(event.changes)[0] ?? '')
        const detail = note && detailOf({ note, actorId: actorOf(req).id, now })
        if (!note || !detail) return []
        const before = writtenBefore({ note, toldAt: event.at, req })
        return [[event.id, { ...detail, facts: [...before, ...detail.facts] }] as const]
      }),
    )
  },
}

/** A note that was brought in is told later than it was written, and by somebody else. */
const writtenBefore = ({
  note,
  toldAt,
  req,
}: {
  note: z.output<typeof noteRow>
  toldAt: string
  req: PayloadRequest
}): string[] => {
  const isBrought =
    note.author_name !== null || epochMsOf(toldAt) - epochMsOf(note.created_at) > 60_000
  if (!isBrought) return []
  const actor = actorOf(req)
  const { zone, locale } = actor.kind === 'staff' ? actor : { zone: 'UTC', locale: 'en-US' }
  const day = formatInstant({ instant: note.created_at, zone, locale })
  return [`written ${day}${note.author_name ? ` by ${note.author_name}` : ''}`]
}

const detailOf = ({
  note,
  actorId,
  now,
}: {
  note: z.output<typeof noteRow>
  actorId: string
  now: Instant
}) => ({
  id: note.id,
  text: note.removed_at ? 'Taken back by whoever wrote it.' : (note.text ?? ''),
  facts: [
    ...(note.direction && note.outcome
      ? callFacts({
          direction: note.direction,
          outcome: note.outcome,
          durationMinutes: note.duration_minutes,
        })
      : []),
    ...(note.changed_at && !note.removed_at ? ['changed since'] : []),
  ],
  mayChange: canChangeNote({
    authorId: note.author_id,
    actorId,
    writtenAt: note.created_at,
    isRemoved: note.removed_at !== null,
    now,
  }),
})
