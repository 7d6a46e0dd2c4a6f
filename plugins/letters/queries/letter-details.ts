import { z } from 'zod'

import { sqlOf, type EventDetails } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mailContent } from '#plugins/work/domain'

const row = z.object({
  id: z.string(),
  subject: z.string(),
  content: mailContent.nullable(),
  text: z.string().nullable(),
})

/** What the letters in a timeline say. */
export const letterDetails: EventDetails = {
  on: ['letter.written', 'letter.received', 'letter.copied'],
  read: async ({ req, events }) => {
    const ids = (key: 'mail' | 'incoming') =>
      events.map(({ changes }) => idIn(changes, key)).filter(Boolean)
    const rows = await sqlOf(req).rows({
      schema: row,
      text: `select id, subject, content, null as text from outbound_mails
          where id = any($1::uuid[]) and thread is not null
        union all
        select id, subject, null, text from incoming_mails where id = any($2::uuid[])`,
      values: [ids('mail'), ids('incoming')],
    })
    const letters = new Map(rows.map((found) => [found.id, found]))
    return new Map(
      events.flatMap((event) => {
        const letter = letters.get(idIn(event.changes, 'mail') || idIn(event.changes, 'incoming'))
        if (!letter) return []
        const text = letter.content
          ? letter.content.blocks
              .flatMap((block) => (block.kind === 'text' ? [block.text] : []))
              .join('\n\n')
          : (letter.text ?? '')
        const facts = [letter.subject, 'by mail']
        return [
          [
            event.id,
            { id: letter.id, text: text.slice(0, 2_000), facts, mayChange: false },
          ] as const,
        ]
      }),
    )
  },
}

const idIn = (
  changes: Readonly<Record<string, unknown>> | null,
  key: 'mail' | 'incoming',
): string => {
  const id = changes?.[key]
  return typeof id === 'string' && isUuid(id) ? id : ''
}
