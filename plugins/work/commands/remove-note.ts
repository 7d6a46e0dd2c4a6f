import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { changeNote, storyOfNote } from './change-note'

/** Takes back a note of one's own: its words go, that there was one stays. */
export const removeNote = defineCommand({
  name: 'remove-note',
  summary: 'Take back a note of one’s own within a day',
  input: z.object({ noteId: z.uuid('Choose a note.') }),
  allow: { staff: 'activity.write' },
  run: async ({ input: { noteId }, ctx: { req, actor } }) => {
    const note = await lockRecord({ req, collection: 'notes', id: noteId })
    const story = note && (await storyOfNote({ req, note }))
    if (!note || !story) return refuseMissing('note')
    const now = await databaseNow(req)
    const refusal = changeNote({ note, actor, now })
    if (refusal) return refusal
    await req.payload.update({
      collection: 'notes',
      id: noteId,
      data: { text: '', mentions: [], removedAt: now },
      depth: 0,
      req,
      overrideAccess: true,
    })
    await publish({
      req,
      event: {
        name: 'note.removed',
        ...story,
        changes: { note: noteId, text: null },
        personal: { text: [note.text ?? null, null] },
      },
    })
    return ok({ noteId })
  },
})
