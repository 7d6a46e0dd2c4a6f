import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineReaction } from '#plugins/kernel'
import { dueInWorkingTime, putTask, settleTask } from '#plugins/work'
import { asksSomething, meetingTaskKey, questionTaskKey } from '../domain/shortlist-answer'
import { submissionStateOf } from '../commands/lock-submission'
import { isLiveSubmission } from '../domain/submission-workflow'

/** Working minutes for what a client who chose somebody is waiting for. */
const answerMinutes = 240

/** A question or a wish to meet is the agency's to act on: a task for the owner of the order, once. */
export const followClientAnswers = defineReaction({
  name: 'follow-client-answers',
  on: ['shortlist-answer.created', 'shortlist-answer.updated'],
  run: async ({ req, event }) => {
    const answer = await req.payload.findByID({
      collection: 'shortlist-answers',
      id: event.subject.id,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    const isAsked = answer && asksSomething(answer)
    if (!answer || (!isAsked && answer.decision !== 'interview')) return
    const order = await req.payload.findByID({
      collection: 'job-orders',
      id: idOf(answer.jobOrder),
      depth: 0,
      req,
      overrideAccess: true,
    })
    const item = await req.payload.findByID({
      collection: 'shortlist-items',
      id: idOf(answer.item),
      depth: 0,
      req,
      overrideAccess: true,
    })
    const submissionId = idOf(item.submission)
    const submission = await req.payload.findByID({
      collection: 'submissions',
      id: submissionId,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const ownerId = idOf(order.owner)
    if (!ownerId || !isLiveSubmission(submissionStateOf(submission))) return
    const dueAt = await dueInWorkingTime({
      req,
      ownerId,
      from: await databaseNow(req),
      minutes: answerMinutes,
    })
    if (isAsked)
      await putTask({
        req,
        task: {
          title: `Answer the client’s question about a candidate: ${order.title}`,
          note: 'The question stands on the shortlist. Answer it there: the client gets it by mail and reads it beside the candidate.',
          dueAt,
          priority: 'high',
          ownerId,
          about: { kind: 'shortlist', id: idOf(item.shortlist) },
          source: 'rule',
          sourceKey: questionTaskKey({ answerId: answer.id, askedAt: answer.answeredAt }),
        },
      })
    else
      await putTask({
        req,
        task: {
          title: `Propose times: the client wants to meet a candidate for ${order.title}`,
          note: 'It is ticked off by itself once an interview is proposed.',
          dueAt,
          priority: 'high',
          ownerId,
          about: { kind: 'submission', id: submissionId },
          source: 'rule',
          sourceKey: meetingTaskKey(submissionId),
        },
      })
  },
})

/** The wish is met once a time is proposed. */
export const settleMeetings = defineReaction({
  name: 'settle-meetings',
  on: ['interview.created'],
  run: async ({ req, event }) => {
    const interview = await req.payload.findByID({
      collection: 'interviews',
      id: event.subject.id,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!interview) return
    await settleTask({ req, sourceKey: meetingTaskKey(idOf(interview.submission)) })
  },
})
