import { defineReaction } from '#plugins/kernel'
import { formatInstant } from '#plugins/kernel/domain'
import { interviewInvitation } from '#plugins/pipeline'
import { isProposedInterview } from '#plugins/pipeline/domain'
import type { MailAttachment } from '#plugins/work/domain'
import { tellColleague } from '../commands/tell-colleague'
import { tellReader } from '../commands/tell-reader'
import { addressIn, type Fact, type MessageName } from '../domain'
import type { NotificationsOptions } from '../options'
import { candidateName, mergedOrder, orderFacts, type OrderFacts } from '../queries/order-facts'
import { readAsIn } from '../queries/read-record'
import { candidateReader, contactReader, type Reader } from '../queries/readers'
import { wasWrittenTo } from '../queries/told-before'

const name = 'mail-interview'

type Interview = NonNullable<Awaited<ReturnType<typeof readAsIn<'interviews'>>>>

/**
 * A proposed time goes to the candidate with the link to answer it; an agreed one into the calendars
 * of both sides, and out of them when it is called off.
 */
export const arrangeInterview = (options: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['interview.created', 'interview.scheduled', 'interview.declined', 'interview.cancelled'],
    run: async ({ req, event }) => {
      const interview = await readAsIn({
        req,
        collection: 'interviews',
        event,
        ...(event.name === 'interview.created' ? { isStill: isProposedInterview } : {}),
      })
      const order = interview && (await orderFacts({ req, id: interview.jobOrder }))
      if (!interview || !order) return
      const candidate = await candidateReader({ req, id: interview.candidate })
      const candidateCalled =
        candidate?.name ?? (await candidateName({ req, id: interview.candidate }))
      const { adminUrl, agencyName } = options
      const common = { req, cause: `${name}:${event.id}`, agencyName }
      const about = event.subject
      const signedBy = order.owner?.name ?? null
      const wasAgreed = event.name === 'interview.scheduled' || event.from === 'scheduled'
      if (event.name === 'interview.created') {
        if (!candidate) return
        return await tellReader({
          ...common,
          letter: {
            to: candidate,
            message: { kind: 'interview.proposed', values: mergedOrder(order) },
            blocks: [
              { kind: 'facts', facts: factsOf({ interview, order, reader: candidate }) },
              ...(interview.note ? [{ kind: 'text' as const, text: interview.note }] : []),
            ],
            button: 0,
            links: [
              {
                kind: 'access',
                purpose: 'interview.answer',
                subject: event.subject,
                person: candidate.person,
              },
            ],
            about,
            signedBy,
            isOwed: true,
          },
        })
      }
      if (event.name === 'interview.declined') {
        if (!order.owner) return
        return await tellColleague({
          ...common,
          event,
          kind: 'answer',
          to: order.owner,
          leadsTo: { kind: 'job-order', id: order.id },
          letter: {
            subject: `${candidateCalled} cannot make the interview: ${order.title}`,
            blocks: [
              {
                kind: 'facts',
                facts: [
                  { label: 'Order', value: `${order.ref} · ${order.title}` },
                  ...factsOf({ interview, order, reader: order.owner }),
                  ...(interview.answerNote
                    ? [{ label: 'Answer', value: interview.answerNote }]
                    : []),
                ],
              },
              { kind: 'action', label: 'Open the order', link: 0 },
            ],
            links: [{ kind: 'page', url: `${adminUrl}/admin/collections/job-orders/${order.id}` }],
            about,
          },
        })
      }
      const isCancelled = event.name === 'interview.cancelled'
      const contact = wasAgreed ? await contactReader({ req, id: interview.contact }) : null
      for (const to of [candidate, contact]) {
        if (!to) continue
        if (isCancelled && !(await wasWrittenTo({ req, reader: to, about }))) continue
        await tellReader({
          ...common,
          letter: {
            to,
            message: {
              kind: messageFor({ isCancelled, isFilled: to === candidate && order.isFilled }),
              values: {
                ...mergedOrder(order),
                'interview.with': to === candidate ? order.clientName : candidateCalled,
              },
            },
            blocks: [{ kind: 'facts', facts: factsOf({ interview, order, reader: to }) }],
            attachments: wasAgreed
              ? [calendarOf({ interview, order, isCancelled, to, options, stampedAt: event.at })]
              : [],
            about,
            signedBy,
            isOwed: true,
          },
        })
      }
    },
  })

/** Whoever reads it is the only guest in it: neither side learns the other's address. */
const calendarOf = ({
  interview,
  order,
  isCancelled,
  to,
  options,
  stampedAt,
}: {
  interview: Interview
  order: OrderFacts
  isCancelled: boolean
  to: Reader
  options: NotificationsOptions
  stampedAt: string
}): MailAttachment => {
  const method = isCancelled ? 'CANCEL' : 'REQUEST'
  return {
    kind: 'calendar',
    filename: 'interview.ics',
    method,
    content: interviewInvitation({
      method,
      uid: interview.uid,
      sequence: interview.sequence,
      summary: `Interview: ${order.title}`,
      place: interview.place ?? null,
      startsAt: interview.startsAt,
      endsAt: interview.endsAt,
      stampedAt,
      organiser: order.owner ?? { name: options.agencyName, email: addressIn(options.from) },
      attendees: [to],
    }),
  }
}

const messageFor = ({
  isCancelled,
  isFilled,
}: {
  isCancelled: boolean
  isFilled: boolean
}): MessageName => {
  if (!isCancelled) return 'interview.agreed'
  return isFilled ? 'interview.cancelled-filled' : 'interview.cancelled'
}

const modes = { phone: 'By phone', video: 'Video call', onsite: 'In person' } as const

const factsOf = ({
  interview,
  order,
  reader: { locale },
}: {
  interview: Interview
  order: OrderFacts
  reader: Reader
}): Fact[] => [
  { label: 'Role', value: order.title },
  {
    label: 'When',
    value: formatInstant({ instant: interview.startsAt, locale, zone: interview.zone }),
  },
  { label: 'How', value: modes[interview.mode] },
  ...(interview.place ? [{ label: 'Where', value: interview.place }] : []),
]
