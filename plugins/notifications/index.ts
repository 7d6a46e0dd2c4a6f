import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import type { NotificationsOptions } from './options'
import { answerOffer } from './reactions/answer-offer'
import { answerOrderRequest } from './reactions/answer-order-request'
import { arrangeInterview } from './reactions/arrange-interview'
import { askClientToChoose, tellOwnerOfDecision } from './reactions/ask-client-to-choose'
import { collectHours } from './reactions/collect-hours'
import { confirmApplication } from './reactions/confirm-application'
import { inviteColleague, sendPortalLink } from './reactions/let-people-in'
import { sendInvoice, sendReceipt } from './reactions/send-invoice'
import { tellNotChosen } from './reactions/tell-not-chosen'
import { welcomePlacement } from './reactions/welcome-placement'

export type { NotificationsOptions } from './options'

/** Listens to what happens and tells by mail whom it concerns, never more than they may know. */
export const notificationsPlugin =
  (options: NotificationsOptions): Plugin =>
  (config) =>
    contribute({
      config,
      contribution: {
        plugin: 'notifications',
        reactions: [
          answerOrderRequest(options),
          confirmApplication(options),
          tellNotChosen(options),
          askClientToChoose(options),
          tellOwnerOfDecision(options),
          arrangeInterview(options),
          answerOffer(options),
          welcomePlacement(options),
          collectHours(options),
          sendInvoice(options),
          sendReceipt(options),
          sendPortalLink(options),
          inviteColleague(options),
        ],
      },
    })
