import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import {
  databaseNow,
  defineCommand,
  instant,
  lockRecord,
  moveRecord,
  publish,
  sqlOf,
} from '#plugins/kernel'
import {
  epochMsOf,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  stateFrom,
  type Actor,
  type Result,
} from '#plugins/kernel/domain'
import { isTheClients } from '../access/whose'
import { chosen, optionalText, rejectReason } from '../domain/inputs'
import {
  countingAnswer,
  judgeDecision,
  shortlistDecisions,
  shortlistStateFor,
  type GivenAnswer,
  type ItemDecision,
  type ShortlistDecision,
} from '../domain/shortlist-answer'
import { shortlistWorkflow } from '../domain/shortlist-workflow'
import { lockSubmission } from './lock-submission'
import { reject } from './reject-submission'
import { hasOpenQuestion, tellOfQuestions } from './tell-of-questions'

const eventNames = {
  approve: 'shortlist-item.approved',
  interview: 'shortlist-item.interview-wished',
  maybe: 'shortlist-item.maybe',
  reject: 'shortlist-item.rejected',
  question: 'shortlist-item.questioned',
} as const

/**
 * Takes the answer of one person at a client on one candidate, beside those of their colleagues. A no of
 * whom the shortlist was sent to ends the submission; a yes leaves it in the client's review, because
 * the next step (an interview, an offer) is the recruiter's to arrange.
 */
export const decideShortlistItem = defineCommand({
  name: 'decide-shortlist-item',
  summary: 'Answer on one candidate of a shortlist: approve, meet, maybe, reject or ask',
  input: z.object({
    shortlistId: chosen('a shortlist'),
    itemId: chosen('a candidate'),
    decision: z.enum(shortlistDecisions, 'Choose an answer.'),
    reason: rejectReason.nullish(),
    comment: optionalText(2_000),
    rating: z
      .number('Choose from 1 to 5.')
      .int('Choose from 1 to 5.')
      .min(1, 'Choose from 1 to 5.')
      .max(5, 'Choose from 1 to 5.')
      .nullish(),
    /** Whose word a colleague notes; the addressee’s when left out. */
    contactId: chosen('a contact').nullish(),
    /** When the client said it on the phone; now when left out. */
    saidAt: z.iso.datetime({ offset: true, error: 'Choose a day and a time.' }).nullish(),
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
    const contact = await speakerOf({ req, actor, shortlist, wished: input.contactId })
    if (!contact.ok) return contact
    const now = await databaseNow(req)
    const saidAt = actor.kind === 'staff' && input.saidAt ? input.saidAt : now
    if (epochMsOf(saidAt) > epochMsOf(now))
      return refuseInput({ saidAt: 'This time is still to come.' })
    const given = await answersOn({ req, itemId })
    const before = given.find(({ contactId }) => contactId === contact.value.id)
    const judged = judgeDecision({
      current: currentOf({ item, before: before?.decision ?? 'pending', decision }),
      decision,
      reason,
      comment,
    })
    if (!judged.ok) return judged
    if (judged.value.isRepeated)
      return ok({ shortlistId, itemId, decision, state: shortlist.state })
    if (locked.value.state !== 'client_review')
      return refuseState({
        code: 'no-longer-under-review',
        message: 'This candidate is no longer under review. Please call us.',
      })
    const answer = {
      decision,
      reason,
      comment,
      rating: input.rating ?? null,
      answeredAt: saidAt,
      takenByName: actor.kind === 'staff' ? actor.name : null,
      // A new question has no answer of ours yet.
      ...(decision === 'question' ? { reply: null, repliedAt: null, repliedByName: null } : {}),
    }
    const wasAsking = await hasOpenQuestion({ req, shortlistId })
    await keepAnswer({ req, item, contactId: contact.value.id, knownId: before?.id, answer })
    const addresseeId = idOf(shortlist.contact)
    const counted = countingAnswer({
      addresseeId,
      answers: [
        ...given.filter(({ contactId }) => contactId !== contact.value.id),
        { contactId: contact.value.id, decision, at: new Date(saidAt).toISOString() },
      ],
    })
    // The item shows whose word counts; what the others said stands in their rows.
    const isCounted =
      counted === decision &&
      (contact.value.id === addresseeId ||
        given.every(({ contactId }) => contactId !== addresseeId))
    await payload.update({
      collection: 'shortlist-items',
      id: itemId,
      data: {
        decision: counted,
        ...(isCounted
          ? {
              reason,
              comment,
              rating: answer.rating,
              decidedAt: saidAt,
              decidedByName:
                actor.kind === 'staff'
                  ? `${contact.value.name}, told ${actor.name}`
                  : contact.value.name,
            }
          : {}),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    if (reason && counted === 'reject') {
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
    // An opinion beside the word that counts is told by its own row.
    if (isCounted)
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
    await tellOfQuestions({ req, shortlist, wasAsking })
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

/**
 * A no that ended the submission is final; a no that was a colleague’s opinion may still become another.
 */
const currentOf = ({
  item,
  before,
  decision,
}: {
  item: DataFromCollectionSlug<'shortlist-items'>
  before: ItemDecision
  decision: ShortlistDecision
}): ItemDecision => {
  if (item.decision === 'reject') return 'reject'
  return before === 'reject' && decision !== 'reject' ? 'pending' : before
}

/** Who at the client speaks: the holder of the link, whoever is signed in, or whom a colleague names. */
const speakerOf = async ({
  req,
  actor,
  shortlist,
  wished,
}: {
  req: PayloadRequest
  actor: Actor
  shortlist: DataFromCollectionSlug<'shortlists'>
  wished: string | null | undefined
}): Promise<Result<{ id: string; name: string }>> => {
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id: speakerIdOf({ actor, wished }) ?? idOf(shortlist.contact),
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!contact || idOf(contact.client) !== idOf(shortlist.client))
    return refuseInput({ contactId: 'Choose a contact of this client.' })
  return ok({ id: contact.id, name: `${contact.firstName} ${contact.lastName}` })
}

const speakerIdOf = ({
  actor,
  wished,
}: {
  actor: Actor
  wished: string | null | undefined
}): string | null => {
  if (actor.kind === 'portal') return actor.contactId
  if (actor.kind === 'link') return actor.person?.kind === 'client-contact' ? actor.person.id : null
  return wished ?? null
}

/** What the people of the client said on a candidate so far. */
const answersOn = async ({
  req,
  itemId,
}: {
  req: PayloadRequest
  itemId: string
}): Promise<(GivenAnswer & { id: string })[]> =>
  await sqlOf(req).rows({
    schema: z
      .object({
        id: z.string(),
        contact_id: z.string(),
        decision: z.enum(shortlistDecisions),
        answered_at: instant,
      })
      .transform((row) => ({
        id: row.id,
        contactId: row.contact_id,
        decision: row.decision,
        at: row.answered_at,
      })),
    text: `select id, contact_id, decision::text as decision, answered_at from shortlist_answers
      where item_id = $1 and answered_at is not null`,
    values: [itemId],
  })

type Answer = Pick<
  DataFromCollectionSlug<'shortlist-answers'>,
  | 'decision'
  | 'reason'
  | 'comment'
  | 'rating'
  | 'answeredAt'
  | 'takenByName'
  | 'reply'
  | 'repliedAt'
  | 'repliedByName'
>

const keepAnswer = async ({
  req,
  item,
  contactId,
  knownId,
  answer,
}: {
  req: PayloadRequest
  item: DataFromCollectionSlug<'shortlist-items'>
  contactId: string
  knownId: string | undefined
  answer: Answer
}): Promise<void> => {
  if (knownId) {
    await req.payload.update({
      collection: 'shortlist-answers',
      id: knownId,
      data: answer,
      req,
      overrideAccess: true,
      depth: 0,
    })
    return
  }
  await req.payload.create({
    collection: 'shortlist-answers',
    data: {
      item: item.id,
      contact: contactId,
      candidate: idOf(item.candidate),
      client: idOf(item.client),
      jobOrder: idOf(item.jobOrder),
      ...answer,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
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
