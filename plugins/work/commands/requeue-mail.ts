import { z } from 'zod'

import { defineCommand, enqueue, lockRecord, moveRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { canBeRequeued } from '../domain/mail-workflow'
import { mailLink } from '../domain/mail-content'
import type { MailOptions } from '../options'
import { mailLinkUrl } from '../queries/mail-link-url'
import { trustAddress } from './note-bounce'
import { sendMailQueue } from './queue-mail'

/** Has a mail sent that failed, or that was kept while there was no mail server. */
export const requeueMail = (options: MailOptions) =>
  defineCommand({
    name: 'requeue-mail',
    summary: 'Send a mail again that failed or was kept',
    input: z.object({ mailId: z.uuid('Choose a mail.') }),
    allow: { staff: 'settings.write' },
    run: async ({ input: { mailId }, ctx: { req } }) => {
      const mail = await lockRecord({ req, collection: 'outbound-mails', id: mailId })
      if (!mail) return refuseMissing('mail')
      if (!canBeRequeued(mail.state))
        return refuseState({
          code: 'mail-not-waiting',
          message: 'Only a mail that failed or was kept can be sent again.',
        })
      if (!options.smtpUrl)
        return refuseState({
          code: 'no-mail-server',
          message: 'There is no mail server: set SMTP_URL first.',
        })
      for (const link of z.array(mailLink).parse(mail.links))
        if (!(await mailLinkUrl({ req, link, options })))
          return refuseState({
            code: 'link-not-usable',
            message:
              'A link of this mail was used, withdrawn or has expired: it would lead nowhere.',
          })
      const moved = await moveRecord({
        req,
        collection: 'outbound-mails',
        id: mailId,
        to: 'queued',
        data: { serverAnswer: null },
        what: 'mail',
      })
      if (!moved.ok) return moved
      // Whoever has it sent again says that the address is right; it is marked anew when it is not.
      await trustAddress({ req, address: mail.to })
      await enqueue({ req, queue: sendMailQueue, data: { mailId } })
      await publish({
        req,
        event: { name: 'mail.sent-again', subject: { kind: 'mail', id: mailId } },
      })
      return ok({ mailId, state: moved.value.state })
    },
  })
