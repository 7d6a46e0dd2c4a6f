import { z } from 'zod'

import { sqlOf, type EventDetails } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'

const row = z.object({
  id: z.string(),
  text: z.string().nullable(),
  written_by: z.enum(['agency', 'client']),
  contact: z.string(),
})

/** What the messages in a timeline say, and who outside the agency wrote or got them. */
export const messageDetails: EventDetails = {
  on: ['client-message.sent', 'client-message.received'],
  read: async ({ req, events }) => {
    const idOf = (changes: Readonly<Record<string, unknown>> | null): string[] => {
      const id = changes?.message
      return typeof id === 'string' && isUuid(id) ? [id] : []
    }
    const rows = await sqlOf(req).rows({
      schema: row,
      text: `select message.id, message.text, message.written_by::text as written_by,
          concat_ws(' ', contact.first_name, contact.last_name) as contact
        from client_messages message join client_contacts contact on contact.id = message.contact_id
        where message.id = any($1::uuid[])`,
      values: [events.flatMap(({ changes }) => idOf(changes))],
    })
    const messages = new Map(rows.map((found) => [found.id, found]))
    return new Map(
      events.flatMap((event) => {
        const message = messages.get(idOf(event.changes)[0] ?? '')
        if (!message) return []
        const { id, text, written_by: writtenBy, contact } = message
        const facts = [
          `${writtenBy === 'agency' ? 'to' : 'from'} ${contact}`,
          'the client reads it',
        ]
        return [[event.id, { id, text: text ?? '', facts, mayChange: false }] as const]
      }),
    )
  },
}
