import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineReaction, sqlOf } from '#plugins/kernel'
import { holdOpening } from '../commands/hold-opening'
import { lockSubmission, orderStateOf } from '../commands/lock-submission'
import { releaseSeats } from '../commands/release-seats'
import { isWorkedOn } from '../domain/job-order-workflow'
import { isLiveSubmission } from '../domain/submission-workflow'

/**
 * Who accepted an offer has a seat until they are placed; who leaves the race, or whose offer came to
 * nothing, gives it back. Judged from what is so now, so that hearing of it twice or late does no harm.
 */
export const keepOpenings = defineReaction({
  name: 'keep-openings',
  on: [
    'offer.accepted',
    'offer.declined',
    'offer.withdrawn',
    'offer.expired',
    'submission.rejected',
    'submission.withdrawn',
  ],
  run: async ({ req, event }) => {
    const submissionId = await submissionOf({ req, event })
    const locked = submissionId ? await lockSubmission({ req, id: submissionId }) : null
    if (!submissionId || !locked?.ok) return
    const { order, state } = locked.value
    const offers = await offersOf({ req, submissionId })
    if (isLiveSubmission(state) && offers.includes('accepted')) {
      if (isWorkedOn(orderStateOf(order)))
        await holdOpening({ req, jobOrderId: order.id, submissionId })
      return
    }
    if (isLiveSubmission(state) && offers.some(isUnderWay)) return
    // A placed candidate has filled their seat: it is reserved no more.
    await releaseSeats({ req, submissionId, reason: reasons[event.name] ?? 'Given back.' })
  },
})

/** Offers that may still come to a yes: what was reserved by hand stays reserved meanwhile. */
const isUnderWay = (state: string): boolean =>
  ['draft', 'awaiting_approval', 'extended', 'countered'].includes(state)

const reasons: Readonly<Record<string, string>> = {
  'offer.declined': 'The candidate declined the offer.',
  'offer.withdrawn': 'The offer was taken back.',
  'offer.expired': 'The offer expired.',
  'submission.rejected': 'The candidate was rejected.',
  'submission.withdrawn': 'The candidate withdrew.',
}

const submissionOf = async ({
  req,
  event,
}: {
  req: PayloadRequest
  event: { subject: { kind: string; id: string } }
}): Promise<string | null> => {
  if (event.subject.kind === 'submission') return event.subject.id
  const offer = await req.payload.findByID({
    collection: 'offers',
    id: event.subject.id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return offer ? idOf(offer.submission) : null
}

const offersOf = async ({
  req,
  submissionId,
}: {
  req: PayloadRequest
  submissionId: string
}): Promise<readonly string[]> =>
  (
    await sqlOf(req).rows({
      schema: z.object({ state: z.string() }),
      text: 'select state from offers where submission_id = $1',
      values: [submissionId],
    })
  ).map(({ state }) => state)
