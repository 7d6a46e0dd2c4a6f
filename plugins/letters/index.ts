import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { IncomingMails } from './collections/incoming-mails'
import { LetterTemplates } from './collections/letter-templates'
import { Mailboxes } from './collections/mailboxes'
import { MailingRecipients } from './collections/mailing-recipients'
import { Mailings } from './collections/mailings'
import { discardMail, fileMail, takeMailOut } from './commands/file-mail'
import { leaveMailings } from './commands/leave-mailings'
import { unsubscribePurpose } from './commands/queue-letter'
import { sendLetters } from './commands/send-letters'
import { addMailbox, changeMailbox, switchMailbox } from './commands/add-mailbox'
import { stopMailing } from './commands/stop-mailing'
import { personalData } from './database/personal-data'
import { incomingWorkflow } from './domain/incoming-workflow'
import { mailingWorkflow } from './domain/mailing-workflow'
import { mailingFiguresEndpoint } from './endpoints/mailing-figures-endpoint'
import { oneClickUnsubscribe, showUnsubscribe } from './endpoints/unsubscribe-endpoint'
import { pollMailboxesJob, readMailboxJob } from './jobs/read-mailbox'
import { sendMailingJob } from './jobs/send-mailing'
import type { LettersOptions } from './options'
import { withMail } from './plugin'
import { letterDetails } from './queries/letter-details'
import { mailboxChecks } from './queries/mailbox-checks'

export { fileIncoming } from './commands/file-incoming'
export { unsubscribeOf } from './queries/unsubscribe-of'

/** What colleagues and people outside write to each other: letters, mailings, conversations. */
export const lettersPlugin =
  (options: LettersOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        admin: {
          ...config.admin,
          components: {
            ...config.admin?.components,
            providers: [
              ...(config.admin?.components?.providers ?? []),
              '/plugins/letters/admin/LetterWriting#LetterWriting',
            ],
          },
        },
        collections: [
          ...(config.collections ?? []).map(withMail),
          LetterTemplates,
          Mailings,
          MailingRecipients,
          Mailboxes,
          IncomingMails,
        ],
        endpoints: [
          ...(config.endpoints ?? []),
          showUnsubscribe,
          oneClickUnsubscribe,
          mailingFiguresEndpoint,
        ],
      },
      contribution: {
        plugin: 'letters',
        personalData,
        settings: [
          {
            area: 'voice',
            label: 'Letter templates',
            text: 'Words for candidates and contacts that colleagues write again and again.',
            path: '/collections/letter-templates',
            permission: 'pipeline.write',
          },
          {
            area: 'systems',
            label: 'Mailboxes',
            text: 'Where answers to letters come to, read every minute and filed.',
            path: '/collections/mailboxes',
            permission: 'integrations.write',
          },
        ],
        places: [
          {
            label: 'Mail to be filed',
            path: '/admin/collections/incoming-mails?where[or][0][and][0][state][equals]=unfiled',
            words: 'inbox triage incoming unknown sender',
            permission: 'mail.read',
          },
        ],
        workflows: [mailingWorkflow, incomingWorkflow],
        events: [
          { name: 'letter.written', summary: 'Letter by mail' },
          { name: 'mailing.created', summary: 'A mailing began to go out' },
          { name: 'letter.received', summary: 'Mail received' },
          { name: 'letter.copied', summary: 'Mail sent by a colleague from their own program' },
          { name: 'letter.returned', summary: 'A letter could not be delivered' },
          { name: 'mailbox.created', summary: 'A mailbox was set up' },
          { name: 'mailing.left', summary: 'Wants no more mailings' },
        ],
        commands: [
          sendLetters(options),
          stopMailing,
          leaveMailings,
          addMailbox,
          changeMailbox,
          switchMailbox,
          fileMail,
          discardMail,
          takeMailOut,
        ],
        jobs: [sendMailingJob(options), pollMailboxesJob, readMailboxJob(options)],
        details: [letterDetails],
        checks: mailboxChecks,
        links: [
          {
            purpose: unsubscribePurpose,
            label: 'Want no more mailings',
            path: () => '/portal',
            lifetimeDays: 730,
            spentByAct: false,
          },
        ],
        subjects: {
          'letter-template': { collection: 'letter-templates', label: 'Letter template' },
          mailing: { collection: 'mailings', label: 'Mailing' },
          mailbox: { collection: 'mailboxes', label: 'Mailbox' },
          'incoming-mail': { collection: 'incoming-mails', label: 'Incoming mail' },
        },
      },
    })
