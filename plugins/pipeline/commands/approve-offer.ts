import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseRight, refuseState } from '#plugins/kernel/domain'
import { chosen, optionalText } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { lockSubmission, orderStateOf } from './lock-submission'
import { sendOffer } from './send-offer'

/** Two see what is paid away: nobody approves an offer of their own. */
export const approveOffer = defineCommand({
  name: 'approve-offer',
  summary: 'Let an offer of a colleague go out that margin or pay rules hold back, or refuse it',
  input: z.object({
    offerId: chosen('an offer'),
    answer: z.enum(['approve', 'refuse'], 'Choose an answer.'),
    note: optionalText(2_000),
  }),
  allow: { staff: 'offers.approve' },
  run: async ({ input: { offerId, answer, note }, ctx: { req, payload, actor } }) => {
    const known = await payload.findByID({
      collection: 'offers',
      id: offerId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!known) return refuseMissing('offer')
    const locked = await lockSubmission({ req, id: idOf(known.submission) })
    const offer = await lockRecord({ req, collection: 'offers', id: offerId })
    if (!locked.ok || !offer) return refuseMissing('offer')
    if (actor.kind === 'staff' && offer.madeBy && idOf(offer.madeBy) === actor.id)
      return refuseRight('You made this offer, so a colleague has to approve it.')
    if (offer.state !== 'awaiting_approval')
      return refuseState({
        code: 'offer-not-waiting',
        message: 'This offer does not wait for approval any more.',
      })
    const approvedBy = actor.kind === 'staff' ? actor.id : null
    if (answer === 'refuse') {
      if (!note) return refuseInput({ note: 'Please say why, so that it can be made anew.' })
      const refused = await moveRecord({
        req,
        collection: 'offers',
        id: offerId,
        locked: offer,
        to: 'not_approved',
        reason: note,
        data: { approvedBy, approvalNote: note, resolvedAt: await databaseNow(req) },
        what: 'offer',
      })
      return refused.ok ? ok({ offerId, state: refused.value.state }) : refused
    }
    const { order, state } = locked.value
    if (!isWorkedOn(orderStateOf(order)) || state !== 'offer')
      return refuseState({
        code: 'offer-not-open',
        message: 'The order or the candidate is no longer where an offer is made. Withdraw it.',
      })
    const sent = await sendOffer({
      req,
      offer,
      data: { approvedBy, approvalNote: note },
      reason: note,
    })
    return sent.ok ? ok({ offerId, state: sent.value.state }) : sent
  },
})
