import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { payloadEmail } from './adapters/payload-email'
import { outboundMails } from './collections/outbound-mails'
import { openMailLink } from './commands/open-mail-link'
import { requeueMail } from './commands/requeue-mail'
import { personalData } from './database/personal-data'
import { mailWorkflow } from './domain/mail-workflow'
import { systemEndpoint } from './endpoints/system-endpoint'
import { sendMailJob } from './jobs/send-mail'
import type { MailOptions } from './options'
import { mailChecks } from './queries/mail-checks'
import { sendPasswordReset } from './reactions/send-password-reset'

export { queueMail, type NewMail } from './commands/queue-mail'
export type { MailOptions } from './options'

/** What people owe and tell each other; in this thread: the mail that leaves the house. */
export const workPlugin =
  (options: MailOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        email: payloadEmail(options),
        endpoints: [...(config.endpoints ?? []), systemEndpoint()],
        collections: [...(config.collections ?? []), outboundMails({ isDemo: options.isDemo })],
      },
      contribution: {
        plugin: 'work',
        personalData,
        workflows: [mailWorkflow],
        events: [
          {
            name: 'mail.opened-as',
            summary:
              'In the demo, a member of staff opened the link of a kept mail as its receiver',
          },
          { name: 'mail.sent-again', summary: 'A member of staff had a mail sent again' },
        ],
        commands: [openMailLink(options), requeueMail(options)],
        jobs: [sendMailJob(options)],
        reactions: [sendPasswordReset],
        checks: mailChecks(options),
        subjects: { mail: { collection: 'outbound-mails', label: 'Mail' } },
      },
    })
