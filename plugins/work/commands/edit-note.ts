import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { mentionIds, noteText } from '../domain'
import { changeNote, storyOfNote } from './change-note'
import { mentionedColleagues } from './write-note'

/** Other words for a note of one's own; the ones before stay in the audit. */
export const editNote = defineCommand({
  name: 'edit-note',
  summary: 'Change a note of one’s own within a day',
  input: z.object({ noteId: z.uuid('Choose a note.'), text: noteText, mentionIds }),
  allow: { staff: 'activity.write' },
  run: async ({ input: { noteId, text, mentionIds: chosen }, ctx: { req, actor } }) => {
    const note = await lockRecord({ req, collection: 'notes', id: noteId })
    const story = note && (await storyOfNote({ req, note }))
    if (!note || !story) return refuseMissing('note')
    const now = await databaseNow(req)
    const refusal = changeNote({ note, actor, now })
    if (refusal) return refusal
    const mentioned = await mentionedColleagues({
      req,
      about: story.subject,
      text,
      mentionIds: chosen,
    })
    if (!mentioned.ok) return mentioned
    const known = (note.mentions ?? []).map((one) => (typeof one === 'string' ? one : one.id))
    // Whoever was called to it before is not called again.
    const added = mentioned.value.flatMap(({ id }) => (known.includes(id) ? [] : [id]))
    if (text === note.text && added.length === 0) return ok({ noteId })
    await req.payload.update({
      collection: 'notes',
      id: noteId,
      data: { text, mentions: [...known, ...added], changedAt: now },
      depth: 0,
      req,
      overrideAccess: true,
    })
    await publish({
      req,
      event: {
        name: 'note.changed',
        ...story,
        changes: {
          note: noteId,
          ...(added.length > 0 ? { mentioned: added } : {}),
          text: null,
        },
        personal: { text: [note.text ?? null, text] },
      },
    })
    return ok({ noteId })
  },
})
