import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord } from '#plugins/kernel'
import { calendarDay, ok, refuseMissing, refuseState, type Actor } from '#plugins/kernel/domain'
import { isTheClients } from '../access/whose'
import { chosen, optionalText, otherTimes, wallTime } from '../domain/inputs'
import { interviewModes } from '../domain/interview-plan'
import { isOpenInterview } from '../domain/interview-workflow'
import { zoneOfWork } from '../queries/clock-of-work'
import { lockSubmission } from './lock-submission'
import { putInterview } from './put-interview'

/**
 * Times at which the client can meet a candidate of a shortlist. They go to the candidate as they are;
 * the recruiter hears of it.
 */
export const offerInterviewTimes = defineCommand({
  name: 'offer-interview-times',
  summary: 'Propose times for an interview with a candidate of one’s shortlist',
  input: z.object({
    shortlistId: chosen('a shortlist'),
    itemId: chosen('a candidate'),
    mode: z.enum(interviewModes, 'Choose how you talk.').nullish(),
    day: calendarDay,
    time: wallTime,
    otherTimes,
    place: optionalText(300),
    note: optionalText(2_000),
  }),
  allow: {
    portal: ['client-contact'],
    link: {
      purpose: 'shortlist.decide',
      subject: ({ shortlistId }) => ({ kind: 'shortlist', id: shortlistId }),
    },
  },
  run: async ({ input: { shortlistId, itemId, ...wish }, ctx: { req, payload, actor } }) => {
    const known = await payload.findByID({
      collection: 'shortlist-items',
      id: itemId,
      depth: 0,
      req,
      // Whose it is is judged below.
      overrideAccess: true,
      disableErrors: true,
    })
    if (
      !known ||
      idOf(known.shortlist) !== shortlistId ||
      !isTheClients({ actor, clientId: idOf(known.client) })
    )
      return refuseMissing('candidate')
    const locked = await lockSubmission({ req, id: idOf(known.submission) })
    const item = await lockRecord({ req, collection: 'shortlist-items', id: itemId })
    if (!locked.ok || !item) return refuseMissing('candidate')
    if (item.decision !== 'interview' && item.decision !== 'approve')
      return refuseState({
        code: 'not-invited',
        message: 'Please say first that you would like to meet this candidate.',
      })
    if (!['client_review', 'interview'].includes(locked.value.state))
      return refuseState({
        code: 'no-longer-under-review',
        message: 'This candidate is no longer under review. Please call us.',
      })
    if (await hasOpenInterview({ req, submissionId: idOf(item.submission) }))
      return refuseState({
        code: 'interview-open',
        message:
          'An interview with this candidate is arranged already. Please call us to change it.',
      })
    const put = await putInterview({
      req,
      locked: locked.value,
      wish: {
        ...wish,
        zone:
          (await zoneOfWork({ req, order: locked.value.order })) ??
          (await zoneOfOwner({ req, order: locked.value.order })),
        contactId: contactOf(actor),
        isGroup: false,
      },
      proposedBy: 'client',
    })
    return put.ok ? ok({ interviewId: put.value.interviewId, slots: put.value.slots }) : put
  },
})

const hasOpenInterview = async ({
  req,
  submissionId,
}: {
  req: PayloadRequest
  submissionId: string
}): Promise<boolean> => {
  const { docs } = await req.payload.find({
    collection: 'interviews',
    where: { submission: { equals: submissionId } },
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs.some(({ state }) => isOpenInterview(state))
}

/** Where no place of work is named, the recruiter’s clock is meant: they are asked when in doubt. */
const zoneOfOwner = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
}): Promise<string> =>
  (
    await req.payload.findByID({
      collection: 'users',
      id: idOf(order.owner),
      depth: 0,
      req,
      overrideAccess: true,
    })
  ).zone

/** Whoever proposes it is there. */
const contactOf = (actor: Actor): string | null => {
  if (actor.kind === 'portal') return actor.contactId
  return actor.kind === 'link' && actor.person?.kind === 'client-contact' ? actor.person.id : null
}
