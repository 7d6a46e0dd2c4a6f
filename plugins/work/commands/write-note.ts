import type { PayloadRequest } from 'payload'

import { publish, recordStory, seenBy, staffActorOf } from '#plugins/kernel'
import {
  ok,
  refuseInput,
  refuseMissing,
  type Actor,
  type Result,
  type SubjectRef,
} from '#plugins/kernel/domain'
import { mentionedIn, type CallDirection, type CallOutcome, type Colleague } from '../domain'

export type Call = {
  direction: CallDirection
  outcome: CallOutcome
  durationMinutes: number | null
  calledAt: string
}

/** Keeps what a colleague wrote about a record, and tells it in the stories the record belongs to. */
export const writeNote = async ({
  req,
  actor,
  about,
  text,
  mentionIds,
  call = null,
}: {
  req: PayloadRequest
  actor: Actor
  about: SubjectRef
  text: string
  mentionIds: readonly string[]
  call?: Call | null
}): Promise<Result<{ noteId: string }>> => {
  const story = await recordStory({ req, subject: about })
  if (!story) return refuseMissing('record')
  const mentioned = await mentionedColleagues({ req, about, text, mentionIds })
  if (!mentioned.ok) return mentioned
  const note = await req.payload.create({
    collection: 'notes',
    data: {
      kind: call ? 'call' : 'note',
      text,
      author: actor.kind === 'staff' ? actor.id : null,
      mentions: mentioned.value.map(({ id }) => id),
      aboutKind: about.kind,
      aboutId: about.id,
      ...call,
    },
    depth: 0,
    req,
    overrideAccess: true,
  })
  await publish({
    req,
    event: {
      name: call ? 'call.logged' : 'note.added',
      ...story,
      changes: {
        note: note.id,
        ...(call ? { outcome: [null, call.outcome] } : {}),
        ...(mentioned.value.length > 0 ? { mentioned: mentioned.value.map(({ id }) => id) } : {}),
        text: null,
      },
      personal: { text: [null, text] },
    },
  })
  return ok({ noteId: note.id })
}

/**
 * The colleagues that a text names, of those that were chosen while it was written. Whoever could not
 * see the record may not be called to it.
 */
export const mentionedColleagues = async ({
  req,
  about,
  text,
  mentionIds,
}: {
  req: PayloadRequest
  about: SubjectRef
  text: string
  mentionIds: readonly string[]
}): Promise<Result<readonly Colleague[]>> => {
  if (mentionIds.length === 0) return ok([])
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: [...mentionIds] }, isDisabled: { not_equals: true } },
    limit: mentionIds.length,
    // Rights come from the roles.
    depth: 1,
    req,
    overrideAccess: true,
  })
  if (docs.length < new Set(mentionIds).size)
    return refuseInput({ mentionIds: 'Mention colleagues who still work here.' })
  const named = mentionedIn({ text, colleagues: docs.map(({ id, name }) => ({ id, name })) })
  for (const { id, name } of named) {
    const user = docs.find((one) => one.id === id)
    const asThem = user && seenBy({ req, actor: staffActorOf(user) })
    if (!asThem || !(await recordStory({ req: asThem, subject: about })))
      return refuseInput({ mentionIds: `${name} may not see this record: mention somebody else.` })
  }
  return ok(named)
}
