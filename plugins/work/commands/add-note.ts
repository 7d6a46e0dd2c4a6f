import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { aboutRecord, mentionIds, noteText } from '../domain'
import { writeNote } from './write-note'

/** A note of the team about a record, which nobody outside ever sees. */
export const addNote = defineCommand({
  name: 'add-note',
  summary: 'Write a note about a record, and call colleagues to it',
  input: z.object({ about: aboutRecord, text: noteText, mentionIds }),
  allow: { staff: 'activity.write' },
  run: async ({ input, ctx: { req, actor } }) => await writeNote({ req, actor, ...input }),
})
