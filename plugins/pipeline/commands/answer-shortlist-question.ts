import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord, publish, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { settleTask } from '#plugins/work'
import { withoutIdentity } from '../domain/blind-words'
import { chosen, requiredText } from '../domain/inputs'
import { asksSomething, questionTaskKey } from '../domain/shortlist-answer'
import { identityOf } from '../queries/identity-of'
import { hasOpenQuestion, tellOfQuestions } from './tell-of-questions'

/** What a client asked about a candidate is answered where it was asked, and by mail. */
export const answerShortlistQuestion = defineCommand({
  name: 'answer-shortlist-question',
  summary: 'Answer what a client asked about a candidate of a shortlist',
  input: z.object({
    answerId: chosen('a question'),
    reply: requiredText({ what: 'your answer', most: 4_000 }),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { answerId, reply }, ctx: { req, payload, actor } }) => {
    const place = await sqlOf(req).first({
      schema: z.object({ item_id: z.string(), shortlist_id: z.string() }),
      text: `select answer.item_id, item.shortlist_id from shortlist_answers answer
        join shortlist_items item on item.id = answer.item_id where answer.id = $1`,
      values: [answerId],
    })
    if (!place) return refuseMissing('question')
    // In the order in which answers are taken, so that one who answers meanwhile waits.
    const shortlist = await lockRecord({ req, collection: 'shortlists', id: place.shortlist_id })
    const item = await lockRecord({ req, collection: 'shortlist-items', id: place.item_id })
    const asked = await lockRecord({ req, collection: 'shortlist-answers', id: answerId })
    if (!asked || !item || !shortlist) return refuseMissing('question')
    if (!asksSomething(asked))
      return refuseState({
        code: 'nothing-asked',
        message: 'This person asks nothing any more. Read their answer.',
      })
    const told = shortlist.isBlind
      ? withoutIdentity({
          text: reply,
          identity: await identityOf({ req, candidateIds: [idOf(item.candidate)] }),
        })
      : reply
    if (!told.trim()) return refuseInput({ reply: 'Please fill in your answer.' })
    const wasAsking = await hasOpenQuestion({ req, shortlistId: shortlist.id })
    await payload.update({
      collection: 'shortlist-answers',
      id: answerId,
      data: {
        reply: told,
        repliedAt: await databaseNow(req),
        repliedByName: actor.kind === 'staff' ? actor.name : null,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await settleTask({ req, sourceKey: questionTaskKey({ answerId, askedAt: asked.answeredAt }) })
    await publish({
      req,
      event: {
        name: 'shortlist-answer.replied',
        subject: { kind: 'shortlist-answer', id: answerId },
        person: { kind: 'candidate', id: idOf(item.candidate) },
        clientId: idOf(item.client),
        orderId: idOf(item.jobOrder),
        ballIn: 'client',
      },
    })
    await tellOfQuestions({ req, shortlist, wasAsking })
    return ok({ answerId, shortlistId: shortlist.id })
  },
})
