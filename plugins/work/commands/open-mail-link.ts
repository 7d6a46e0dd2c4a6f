import { z } from 'zod'

import { defineCommand, findLink, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseRight, refuseState } from '#plugins/kernel/domain'
import { mailLink } from '../domain/mail-content'
import type { MailOptions } from '../options'
import { mailLinkUrl } from '../queries/mail-link-url'

/**
 * Gives a member of staff the address behind a button of a kept mail, so that the demo can be seen
 * through the receiver's eyes. In the demo only, and never without a trace in the audit: elsewhere
 * nobody of the agency can act as a client or candidate. Logins of staff are not opened this way.
 */
export const openMailLink = (options: MailOptions) =>
  defineCommand({
    name: 'open-mail-link',
    summary: 'Demo only: open the link of a kept mail as its receiver',
    input: z.object({
      mailId: z.uuid('Choose a mail.'),
      /** Which of the mail's links, counted from 0. */
      link: z.number().int().min(0).default(0),
    }),
    allow: { staff: 'mail.read' },
    run: async ({ input, ctx: { req } }) => {
      if (!options.isDemo) return refuseRight('Only the demo can open a mail as its receiver.')
      const mail = await lockRecord({ req, collection: 'outbound-mails', id: input.mailId })
      if (!mail) return refuseMissing('mail')
      if (mail.state !== 'kept')
        return refuseState({
          code: 'mail-not-kept',
          message: 'This mail has left the house: only its receiver can open it.',
        })
      const chosen = z.array(mailLink).parse(mail.links)[input.link]
      if (chosen?.kind !== 'access') return refuseMissing('link')
      const url = await mailLinkUrl({ req, link: chosen, options })
      const granted = await findLink({ req, linkId: chosen.linkId })
      if (!url || !granted)
        return refuseState({
          code: 'link-not-usable',
          message: 'This link has been used, was withdrawn or has expired.',
        })
      await publish({
        req,
        event: {
          name: 'mail.opened-as',
          subject: { kind: 'mail', id: mail.id },
          person: granted.person,
          changes: { link: granted.id, purpose: granted.purpose, about: granted.subject },
        },
      })
      return ok({ url })
    },
  })
