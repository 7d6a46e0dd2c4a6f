import { z } from 'zod'

import { defineReaction } from '#plugins/kernel'
import { queueMail } from '../commands/queue-mail'

const accounts = {
  user: { collection: 'users', table: 'users' },
  'portal-account': { collection: 'portal-accounts', table: 'portal_accounts' },
} as const

/** The mail with the way to a new password. The outbox knows whose it is, not the token. */
export const sendPasswordReset = defineReaction({
  name: 'send-password-reset',
  on: ['staff-password.requested', 'portal-password.requested'],
  run: async ({ event, req, sql }) => {
    const kind = z.enum(['user', 'portal-account']).parse(event.subject.kind)
    const { collection, table } = accounts[kind]
    const account = await sql.first({
      schema: z.object({ email: z.string(), name: z.string().nullable() }),
      text: `select email, name from ${table} where id = $1`,
      values: [event.subject.id],
    })
    if (!account) return
    await queueMail({
      req,
      mail: {
        to: account.email,
        toName: account.name,
        subject: 'Choose a new password',
        content: {
          ...(account.name ? { greeting: `Hello ${account.name},` } : {}),
          blocks: [
            { kind: 'text', text: 'somebody, probably you, asked for a new password.' },
            { kind: 'action', label: 'Choose a new password', link: 0 },
            {
              kind: 'note',
              text: 'The link works once and for one hour. If it was not you, ignore this mail: your password stays as it is.',
            },
          ],
        },
        links: [{ kind: 'reset', collection, id: event.subject.id }],
        dedupeKey: `${sendPasswordReset.name}:${event.id}`,
        about: event.subject,
      },
    })
  },
})
