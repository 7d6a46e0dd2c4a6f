import { z } from 'zod'

import { defineReaction, sqlOf, wholeNumber } from '#plugins/kernel'
import { coverValues, isAnswerable, reviewedByClient } from '#plugins/pipeline/domain'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { candidateName, mergedOrder, orderFacts } from '../queries/order-facts'
import { readRecord } from '../queries/read-record'
import { contactReader } from '../queries/readers'

const reminderName = 'mail-shortlist-reminder'

const changes = z.object({ contacts: z.array(z.string()) })

/** Who at the client has not answered a shortlist gets its link again. */
export const remindClientToChoose = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name: reminderName,
    on: ['shortlist.reminded'],
    run: async ({ req, event }) => {
      const told = changes.safeParse(event.changes)
      const shortlist = await readRecord({ req, collection: 'shortlists', id: event.subject.id })
      if (!told.success || !shortlist || !isAnswerable(shortlist.state)) return
      const order = await orderFacts({ req, id: shortlist.jobOrder })
      const waiting = await sqlOf(req).first({
        schema: z.object({ count: wholeNumber }),
        text: `select count(*) as count from shortlist_items item
          join submissions submission on submission.id = item.submission_id
          where item.shortlist_id = $1 and submission.state = $2
            and item.decision in ('pending', 'maybe', 'question')`,
        values: [shortlist.id, reviewedByClient],
      })
      // All were answered between the wish and the mail.
      if (!order || !waiting || waiting.count === 0) return
      for (const id of told.data.contacts) {
        const to = await contactReader({ req, id })
        if (!to) continue
        await tellReader({
          req,
          cause: `${reminderName}:${event.id}`,
          agencyName,
          letter: {
            to,
            message: {
              kind: 'shortlist.reminded',
              values: { ...mergedOrder(order), ...coverValues(waiting.count) },
            },
            button: 0,
            links: [
              {
                kind: 'access',
                purpose: 'shortlist.decide',
                subject: event.subject,
                person: to.person,
              },
            ],
            about: event.subject,
            signedBy: order.owner?.name ?? null,
            isOwed: true,
          },
        })
      }
    },
  })

const answerName = 'mail-shortlist-answer'

/** Whoever asked about a candidate reads what we answered, and goes on from there. */
export const carryShortlistAnswer = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name: answerName,
    on: ['shortlist-answer.replied'],
    run: async ({ req, event }) => {
      const answer = await readRecord({
        req,
        collection: 'shortlist-answers',
        id: event.subject.id,
      })
      const item =
        answer && (await readRecord({ req, collection: 'shortlist-items', id: answer.item }))
      const shortlist =
        item && (await readRecord({ req, collection: 'shortlists', id: item.shortlist }))
      if (!answer?.reply || !item || !shortlist) return
      const order = await orderFacts({ req, id: shortlist.jobOrder })
      const to = await contactReader({ req, id: answer.contact })
      if (!order || !to) return
      const about = { kind: 'shortlist', id: shortlist.id }
      await tellReader({
        req,
        cause: `${answerName}:${event.id}`,
        agencyName,
        letter: {
          to,
          message: {
            kind: 'shortlist.question-answered',
            values: {
              ...mergedOrder(order),
              'candidate.name': shortlist.isBlind
                ? `Candidate ${item.position}`
                : await candidateName({ req, id: item.candidate }),
            },
          },
          blocks: [
            ...(answer.comment
              ? [
                  {
                    kind: 'facts' as const,
                    facts: [{ label: 'You asked', value: answer.comment }],
                  },
                ]
              : []),
            { kind: 'text', text: answer.reply },
          ],
          button: 0,
          links: [
            { kind: 'access', purpose: 'shortlist.decide', subject: about, person: to.person },
          ],
          about,
          signedBy: answer.repliedByName ?? order.owner?.name ?? null,
          isOwed: true,
        },
      })
    },
  })
