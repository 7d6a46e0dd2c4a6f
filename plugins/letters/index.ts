import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { LetterTemplates } from './collections/letter-templates'
import { MailingRecipients } from './collections/mailing-recipients'
import { Mailings } from './collections/mailings'
import { leaveMailings } from './commands/leave-mailings'
import { unsubscribePurpose } from './commands/queue-letter'
import { sendLetters } from './commands/send-letters'
import { stopMailing } from './commands/stop-mailing'
import { personalData } from './database/personal-data'
import { mailingWorkflow } from './domain/mailing-workflow'
import { mailingFiguresEndpoint } from './endpoints/mailing-figures-endpoint'
import { oneClickUnsubscribe, showUnsubscribe } from './endpoints/unsubscribe-endpoint'
import { sendMailingJob } from './jobs/send-mailing'
import type { LettersOptions } from './options'
import { withMail } from './plugin'
import { letterDetails } from './queries/letter-details'

export { unsubscribeOf } from './queries/unsubscribe-of'

/** What colleagues and people outside write to each other: letters, mailings, conversations. */
export const lettersPlugin =
  (options: LettersOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        collections: [
          ...(config.collections ?? []).map(withMail),
          LetterTemplates,
          Mailings,
          MailingRecipients,
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
        ],
        workflows: [mailingWorkflow],
        events: [
          { name: 'letter.written', summary: 'Letter by mail' },
          { name: 'mailing.created', summary: 'A mailing began to go out' },
          { name: 'mailing.left', summary: 'Wants no more mailings' },
        ],
        commands: [sendLetters(options), stopMailing, leaveMailings],
        jobs: [sendMailingJob(options)],
        details: [letterDetails],
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
        },
      },
    })
