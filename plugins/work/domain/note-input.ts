import { z } from 'zod'

import { longestNote, type CallDirection, type CallOutcome } from './notes'

/** The record that something is written about. */
export const aboutRecord = z.object({
  kind: z.string('Name the kind of record.').min(1, 'Name the kind of record.').max(60),
  id: z.uuid('Name the record by its id.'),
})

export const noteText = z
  .string('Please write something.')
  .trim()
  .min(1, 'Please write something.')
  .max(longestNote, `At most ${longestNote.toLocaleString('en')} characters.`)

export const mentionIds = z
  .array(z.uuid('Name a colleague by their id.'))
  .max(20, 'Mention at most 20 colleagues.')
  .default([])

export const callDirection = z.enum(
  ['outgoing', 'incoming'] satisfies CallDirection[],
  'Say who called: outgoing or incoming.',
)

export const callOutcome = z.enum(
  ['reached', 'call-back', 'message', 'no-answer', 'wrong-number'] satisfies CallOutcome[],
  'Say how the call ended: reached, call-back, message, no-answer or wrong-number.',
)
