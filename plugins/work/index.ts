import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { OutboundMails } from './collections/outbound-mails'
import { mailWorkflow } from './domain/mail-workflow'
import { sendMailJob } from './jobs/send-mail'
import type { MailOptions } from './options'

export { queueMail, type NewMail } from './commands/queue-mail'
export type { MailOptions } from './options'

/** What people owe and tell each other; in this thread: the mail that leaves the house. */
export const workPlugin =
  (options: MailOptions): Plugin =>
  (config) =>
    contribute({
      config: { ...config, collections: [...(config.collections ?? []), OutboundMails] },
      contribution: {
        plugin: 'work',
        workflows: [mailWorkflow],
        jobs: [sendMailJob(options)],
        subjects: { mail: { collection: 'outbound-mails', label: 'Mail' } },
      },
    })
