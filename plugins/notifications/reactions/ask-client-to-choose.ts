import { defineReaction } from '#plugins/kernel'
import { formatDay } from '#plugins/kernel/domain'
import {
  coverValues,
  isOpenShortlist,
  rejectReasonLabels,
  reviewedByClient,
  writtenCover,
} from '#plugins/pipeline/domain'
import { tellColleague } from '../commands/tell-colleague'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { candidateName, mergedOrder, orderFacts } from '../queries/order-facts'
import { readAsIn, readRecord } from '../queries/read-record'
import { contactReader } from '../queries/readers'

const shortlistName = 'mail-shortlist'

/** A shortlist goes to the client's person with the link by which to decide, without a login. */
export const askClientToChoose = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name: shortlistName,
    on: ['shortlist.sent'],
    run: async ({ req, event }) => {
      const shortlist = await readAsIn({
        req,
        collection: 'shortlists',
        event,
        isStill: isOpenShortlist,
      })
      if (!shortlist) return
      const order = await orderFacts({ req, id: shortlist.jobOrder })
      if (!order) return
      const { totalDocs: count } = await req.payload.count({
        collection: 'shortlist-items',
        where: {
          shortlist: { equals: shortlist.id },
          'submission.state': { equals: reviewedByClient },
        },
        req,
        overrideAccess: true,
      })
      // All of them left the client's review before the mail was written: nobody is to be chosen.
      if (count === 0) return
      for (const id of [shortlist.contact, ...(shortlist.alsoTo ?? [])]) {
        const to = await contactReader({ req, id })
        if (!to) continue
        await tellReader({
          req,
          cause: `${shortlistName}:${event.id}`,
          agencyName,
          letter: {
            to,
            message: {
              kind: 'shortlist.sent',
              values: { ...mergedOrder(order), ...coverValues(count) },
              written: writtenCover({
                subject: shortlist.coverSubject ?? null,
                text: shortlist.coverText ?? null,
              }),
            },
            blocks: [
              ...(shortlist.message ? [{ kind: 'text' as const, text: shortlist.message }] : []),
              ...(shortlist.dueOn
                ? [
                    {
                      kind: 'facts' as const,
                      facts: [
                        {
                          label: 'Please answer by',
                          value: formatDay({ day: shortlist.dueOn, locale: to.locale }),
                        },
                      ],
                    },
                  ]
                : []),
            ],
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

const decisionName = 'mail-shortlist-decision'

/** The owner of the order hears what the client decided on each candidate. */
export const tellOwnerOfDecision = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name: decisionName,
    on: ['shortlist-item.updated'],
    run: async ({ req, event }) => {
      if (!event.changes || !('decision' in event.changes)) return
      const item = await readRecord({ req, collection: 'shortlist-items', id: event.subject.id })
      const order = item && (await orderFacts({ req, id: item.jobOrder }))
      if (!item || !order?.owner || item.decision === 'pending') return
      const who = await candidateName({ req, id: item.candidate })
      await tellColleague({
        req,
        event,
        kind: 'answer',
        to: order.owner,
        leadsTo: { kind: 'job-order', id: order.id },
        cause: `${decisionName}:${event.id}`,
        agencyName,
        letter: {
          subject: `${who}: ${decisionWords[item.decision]} (${order.title})`,
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: 'Order', value: `${order.ref} · ${order.title}` },
                { label: 'Candidate', value: who },
                { label: 'Decision', value: decisionWords[item.decision] },
                ...(item.reason
                  ? [{ label: 'Reason', value: rejectReasonLabels[item.reason] }]
                  : []),
                ...(item.comment ? [{ label: 'Comment', value: item.comment }] : []),
                ...(item.decidedByName ? [{ label: 'By', value: item.decidedByName }] : []),
              ],
            },
            { kind: 'action', label: 'Open the order', link: 0 },
          ],
          links: [{ kind: 'page', url: `${adminUrl}/admin/collections/job-orders/${order.id}` }],
          about: event.subject,
        },
      })
    },
  })

const decisionWords = {
  approve: 'the client says yes',
  interview: 'the client wants to meet',
  maybe: 'the client is not sure',
  reject: 'the client says no',
  question: 'the client has a question',
} as const
