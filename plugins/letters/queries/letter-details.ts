import { z } from 'zod'

import { sqlOf, type EventDetails } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mailContent } from '#plugins/work/domain'

/** What the letters in a timeline say. */
export const letterDetails: EventDetails = {
  on: ['letter.written'],
  read: async ({ req, events }) => {
    const mailOf = (changes: Readonly<Record<string, unknown>> | null): string => {
      const id = changes?.mail
      return typeof id === 'string' && isUuid(id) ? id : ''
    }
    const rows = await sqlOf(req).rows({
      schema: z.object({ id: z.string(), subject: z.string(), content: mailContent }),
      text: `select id, subject, content from outbound_mails
        where id = any($1::uuid[]) and thread is not null`,
      values: [events.map(({ changes }) => mailOf(changes)).filter(Boolean)],
    })
    const letters = new Map(rows.map((found) => [found.id, found]))
    return new Map(
      events.flatMap((event) => {
        const letter = letters.get(mailOf(event.changes))
        if (!letter) return []
        const text = letter.content.blocks
          .flatMap((block) => (block.kind === 'text' ? [block.text] : []))
          .join('\n\n')
        const facts = [letter.subject, 'by mail']
        return [[event.id, { id: letter.id, text, facts, mayChange: false }] as const]
      }),
    )
  },
}
