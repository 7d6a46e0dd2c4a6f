import { z } from 'zod'

import { withdrawNews } from '#plugins/crm'
import { defineCommand, findLinkByToken, publish } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { optOut } from '#plugins/work'
import { unsubscribePurpose } from './queue-letter'

/**
 * Ends mailings to whoever got the mail with this token. It may be said twice, by a mail program
 * without cookies and script, and by somebody the mail was forwarded to: all it can do is less mail.
 */
export const leaveMailings = defineCommand({
  name: 'leave-mailings',
  summary: 'Want no more mailings, by the link of one of them',
  input: z.object({ token: z.string().min(1, 'The token of the mail is missing.').max(200) }),
  allow: { anonymous: true },
  rate: { limit: 60, windowSeconds: 60 },
  run: async ({ input: { token }, ctx: { req, sql } }) => {
    const link = await findLinkByToken({ req, token })
    if (!link?.usable || link.purpose !== unsubscribePurpose || !link.person)
      return refuseMissing('link')
    const person = link.person
    const mail = await sql.first({
      schema: z.object({ to: z.string() }),
      text: `select "to" from outbound_mails
        where mailing = $1 and person_id = $2 and person_kind = $3`,
      values: [link.subject.id, person.id, person.kind],
    })
    if (!mail) return refuseMissing('link')
    await optOut({ req, address: mail.to })
    if (person.kind === 'candidate') await withdrawNews({ req, candidateId: person.id })
    const isFirst = await sql.run({
      text: `update mailing_recipients set unsubscribed_at = now(), updated_at = now()
        where mailing_id = $1 and person_id = $2 and unsubscribed_at is null`,
      values: [link.subject.id, person.id],
    })
    if (isFirst > 0)
      await publish({ req, event: { name: 'mailing.left', subject: person, person } })
    return ok({ done: true })
  },
})
