import { z } from 'zod'

import { sqlOf, type EventDetails } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'

/** What the letters to candidates in a timeline say. */
export const letterDetails: EventDetails = {
  on: ['candidate-message.sent'],
  read: async ({ req, events }) => {
    const idOf = (changes: Readonly<Record<string, unknown>> | null): string => {
      const id = changes?.message
      return typeof id === 'string' && isUuid(id) ? id : ''
    }
    const rows = await sqlOf(req).rows({
      schema: z.object({
        id: z.string(),
        subject: z.string().nullable(),
        text: z.string().nullable(),
      }),
      text: 'select id, subject, text from candidate_messages where id = any($1::uuid[])',
      values: [events.map(({ changes }) => idOf(changes)).filter(Boolean)],
    })
    const letters = new Map(rows.map((found) => [found.id, found]))
    return new Map(
      events.flatMap((event) => {
        const letter = letters.get(idOf(event.changes))
        if (!letter) return []
        const { id, subject, text } = letter
        const facts = [...(subject ? [subject] : []), 'by mail']
        return [[event.id, { id, text: text ?? '', facts, mayChange: false }] as const]
      }),
    )
  },
}
