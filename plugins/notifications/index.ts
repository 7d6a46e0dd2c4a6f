import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { noticeSettings } from './collections/notice-settings'
import { notices } from './collections/notices'
import { chooseNotices } from './commands/choose-notices'
import { readNotices } from './commands/read-notices'
import { personalData } from './database/personal-data'
import { noticesEndpoint } from './endpoints/notices-endpoint'
import { sendDigestsJob } from './jobs/send-digests'
import { messages } from './domain'
import type { NotificationsOptions } from './options'
import { answerOffer } from './reactions/answer-offer'
import { answerOrderRequest } from './reactions/answer-order-request'
import { arrangeInterview } from './reactions/arrange-interview'
import { askForScorecards } from './reactions/ask-for-scorecards'
import { askToStay } from './reactions/ask-to-stay'
import { askToRepresent } from './reactions/ask-to-represent'
import { askClientToChoose, tellOwnerOfDecision } from './reactions/ask-client-to-choose'
import { collectHours } from './reactions/collect-hours'
import { carryLetters } from './reactions/carry-letters'
import { tellOfLetters } from './reactions/tell-of-letters'
import { carryMessages } from './reactions/carry-messages'
import { confirmApplication } from './reactions/confirm-application'
import { inviteColleague, sendPortalLink } from './reactions/let-people-in'
import { sendDataArchiveLink } from './reactions/send-data-archive'
import { carryShortlistAnswer, remindClientToChoose } from './reactions/remind-client-to-choose'
import { sendInvoice, sendReceipt } from './reactions/send-invoice'
import { tellFollowers } from './reactions/tell-followers'
import { tellMentioned } from './reactions/tell-mentioned'
import { tellOfFactorReset } from './reactions/tell-of-factor-reset'
import { tellNotChosen } from './reactions/tell-not-chosen'
import { tellOfPoolMatches } from './reactions/tell-of-pool-matches'
import { tellOfVirus } from './reactions/tell-of-virus'
import { tellOfWork } from './reactions/tell-of-work'
import { welcomePlacement } from './reactions/welcome-placement'

export type { NotificationsOptions } from './options'

/** Listens to what happens and tells whom it concerns, never more than they may know. */
export const notificationsPlugin =
  (options: NotificationsOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        collections: [...(config.collections ?? []), notices, noticeSettings],
        endpoints: [...(config.endpoints ?? []), noticesEndpoint()],
        admin: {
          ...config.admin,
          components: {
            ...config.admin?.components,
            actions: [
              ...(config.admin?.components?.actions ?? []),
              '/plugins/notifications/admin/Bell#Bell',
            ],
            views: {
              ...config.admin?.components?.views,
              notifications: {
                Component: '/plugins/notifications/admin/Notifications#Notifications',
                path: '/notifications',
                exact: true,
              },
              notificationSettings: {
                Component: '/plugins/notifications/admin/NotificationSettings#NotificationSettings',
                path: '/notifications/settings',
                exact: true,
              },
            },
          },
        },
      },
      contribution: {
        plugin: 'notifications',
        personalData,
        messages,
        commands: [readNotices, chooseNotices],
        jobs: [sendDigestsJob(options)],
        subjects: {
          'notice-setting': { collection: 'notice-settings', label: 'Choice of notifications' },
        },
        reactions: [
          answerOrderRequest(options),
          confirmApplication(options),
          tellNotChosen(options),
          askToRepresent(options),
          askToStay(options),
          askClientToChoose(options),
          remindClientToChoose(options),
          carryShortlistAnswer(options),
          tellOwnerOfDecision(options),
          arrangeInterview(options),
          askForScorecards(options),
          answerOffer(options),
          welcomePlacement(options),
          collectHours(options),
          sendInvoice(options),
          sendReceipt(options),
          sendPortalLink(options),
          sendDataArchiveLink(options),
          inviteColleague(options),
          carryMessages(options),
          carryLetters(options),
          tellOfLetters(options),
          tellOfPoolMatches(options),
          tellOfVirus(options),
          tellOfWork(options),
          tellMentioned(options),
          tellFollowers(options),
          tellOfFactorReset(options),
        ],
      },
    })
