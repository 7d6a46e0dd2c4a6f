import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { recordStory } from '#plugins/kernel'
import {
  refuseRight,
  refuseState,
  type Actor,
  type Failure,
  type Instant,
} from '#plugins/kernel/domain'
import { canChangeNote, noteChangeHours } from '../domain'

type Note = DataFromCollectionSlug<'notes'>

/** The stories in which a note is told, as far as whoever asks may see its record. */
export const storyOfNote = async ({ req, note }: { req: PayloadRequest; note: Note }) =>
  await recordStory({ req, subject: { kind: note.aboutKind, id: note.aboutId } })

/** Why somebody may not change a note now; null when they may. */
export const changeNote = ({
  note,
  actor,
  now,
}: {
  note: Note
  actor: Actor
  now: Instant
}): { ok: false; failure: Failure } | null => {
  const authorId = typeof note.author === 'string' ? note.author : (note.author?.id ?? null)
  const isRemoved = Boolean(note.removedAt)
  if (canChangeNote({ authorId, actorId: actor.id, writtenAt: note.createdAt, isRemoved, now }))
    return null
  if (authorId !== actor.id) return refuseRight('Only whoever wrote a note may change it.')
  return isRemoved
    ? refuseState({ code: 'note-removed', message: 'This note was taken back.' })
    : refuseState({
        code: 'note-stands',
        message: `A note can be changed for ${noteChangeHours} hours. Write another one below it.`,
      })
}
