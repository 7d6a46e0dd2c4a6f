import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, publish, sqlOf, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, stateFrom, type Actor } from '#plugins/kernel/domain'
import { isTheClients } from '../access/whose'
import { chosen, optionalText, rejectReason } from '../domain/inputs'
import { judgeDecision, shortlistDecisions, shortlistStateFor } from '../domain/shortlist-answer'
import { shortlistWorkflow } from '../domain/shortlist-workflow'
import { lockSubmission } from './lock-submission'
import { reject } from './reject-submission'

const eventNames = {
  approve: 'shortlist-item.approved',
  reject: 'shortlist-item.rejected',
  question: 'shortlist-item.questioned',
} as const

/**
 * Takes a client's answer on one candidate. A no ends the submission; a yes leaves it in the client's
 * review, because the next step (an interview, an offer) is the recruiter's to arrange.
 */
export const decideShortlistItem = defineCommand({
  name: 'decide-shortlist-item',
  summary: 'Answer on one candidate of a shortlist: approve, reject or ask',
  input: z.object({
    shortlistId: chosen('a shortlist'),
    itemId: chosen('a candidate'),
    decision: z.enum(shortlistDecisions, 'Choose an answer.'),
    reason: rejectReason.nullish(),
    comment: optionalText(2_000),
  }),
  allow: {
    staff: 'pipeline.write',
    portal: ['client-contact'],
    link: {
      purpose: 'shortlist.decide',
      subject: ({ shortlistId }) => ({ kind: 'shortlist', id: shortlistId }),
    },
  },
  run: async ({ input, ctx: { req, payload, actor } }) => {
    const { shortlistId, itemId, decision, comment } = input
    const reason = decision === 'reject' ? (input.reason ?? null) : null
    const found = await itemOf({ req, shortlistId, itemId })
    if (!found || !isTheClients({ actor, clientId: idOf(found.client) }))
      return refuseMissing('candidate')
    const locked = await lockSubmission({ req, id: idOf(found.submission) })
    if (!locked.ok) return refuseMissing('candidate')
    const shortlist = await lockRecord({ req, collection: 'shortlists', id: shortlistId })
    const item = await lockRecord({ req, collection: 'shortlist-items', id: itemId })
    if (!shortlist || !item) return refuseMissing('candidate')
    const judged = judgeDecision({ current: item.decision, decision, reason, comment })
    if (!judged.ok) return judged
    if (judged.value.isRepeated)
      return ok({ shortlistId, itemId, decision, state: shortlist.state })
    if (locked.value.state !== 'client_review')
      return refuseState({
        code: 'no-longer-under-review',
        message: 'This candidate is no longer under review. Please call us.',
      })
    await payload.update({
      collection: 'shortlist-items',
      id: itemId,
      data: {
        decision,
        reason,
        comment,
        decidedAt: await databaseNow(req),
        decidedByName: await nameOf({ req, actor, shortlist }),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    if (reason) {
      const rejected = await reject({
        req,
        locked: locked.value,
        reason,
        note: comment,
        rejectedBy: 'client',
        tellsCandidate: true,
      })
      if (!rejected.ok) return rejected
    }
    await publish({
      req,
      event: {
        name: eventNames[decision],
        subject: { kind: 'shortlist-item', id: itemId },
        person: { kind: 'candidate', id: idOf(item.candidate) },
        clientId: idOf(item.client),
        orderId: idOf(item.jobOrder),
        reason,
        ballIn: 'agency',
      },
    })
    const state = await settle({ req, shortlist })
    if (!state.ok) return state
    return ok({ shortlistId, itemId, decision, state: state.value })
  },
})

const itemOf = async ({
  req,
  shortlistId,
  itemId,
}: {
  req: PayloadRequest
  shortlistId: string
  itemId: string
}): Promise<DataFromCollectionSlug<'shortlist-items'> | null> => {
  const item = await req.payload.findByID({
    collection: 'shortlist-items',
    id: itemId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return item && idOf(item.shortlist) === shortlistId ? item : null
}

/** Who decided, in words that still tell when the contact has left. */
const nameOf = async ({
  req,
  actor,
  shortlist,
}: {
  req: PayloadRequest
  actor: Actor
  shortlist: DataFromCollectionSlug<'shortlists'>
}): Promise<string> => {
  if (actor.kind === 'staff') return `${actor.name}, for the client`
  const contactId =
    actor.kind === 'portal' && actor.contactId ? actor.contactId : idOf(shortlist.contact)
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id: contactId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return `${contact.firstName} ${contact.lastName}`
}

/** Brings the shortlist to where its answers put it. */
const settle = async ({
  req,
  shortlist,
}: {
  req: PayloadRequest
  shortlist: DataFromCollectionSlug<'shortlists'>
}) => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ decision: z.enum(['pending', ...shortlistDecisions]) }),
    text: 'select decision::text from shortlist_items where shortlist_id = $1',
    values: [shortlist.id],
  })
  const to = shortlistStateFor(rows.map(({ decision }) => decision))
  const from = stateFrom({ workflow: shortlistWorkflow, value: shortlist.state })
  if (from === to) return ok(to)
  const moved = await moveRecord({
    req,
    collection: 'shortlists',
    id: shortlist.id,
    to,
    what: 'shortlist',
  })
  return moved.ok ? ok(to) : moved
}
