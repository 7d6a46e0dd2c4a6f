import type { PayloadRequest } from 'payload'

import { defineReaction, type StoredEvent } from '#plugins/kernel'
import { interviewInvitation } from '#plugins/pipeline'
import {
  interviewModeLabels,
  isAgreedInterview,
  isProposedInterview,
  talkWords,
} from '#plugins/pipeline/domain'
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

/** Events without a state of their own count while the interview is still in this one. */
const stillIn: Readonly<Record<string, (state: string) => boolean>> = {
  'interview.created': isProposedInterview,
  'interview.reproposed': isProposedInterview,
  'interview.rescheduled': isAgreedInterview,
  'interview.reminder-due': isAgreedInterview,
}

/**
 * Proposed times go to the candidate with the link to choose one; an agreed one into the calendars of
 * both sides, to its new place there when it is moved, and out of them when it is called off.
 */
export const arrangeInterview = (options: NotificationsOptions) =>
  defineReaction({
    name,
    on: [
      'interview.created',
      'interview.scheduled',
      'interview.declined',
      'interview.rescheduled',
      'interview.reproposed',
      'interview.cancelled',
      'interview.reminder-due',
    ],
    run: async ({ req, event }) => {
      const isStill = stillIn[event.name]
      const interview = await readAsIn({
        req,
        collection: 'interviews',
        event,
        ...(isStill ? { isStill } : {}),
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
      const isDeclined = event.name === 'interview.declined'
      const isByClient = event.name === 'interview.created' && interview.proposedBy === 'client'
      if ((isDeclined || isByClient) && order.owner)
        await tellColleague({
          ...common,
          event,
          kind: 'answer',
          to: order.owner,
          leadsTo: { kind: 'job-order', id: order.id },
          letter: {
            subject: isDeclined
              ? `${candidateCalled} cannot make the interview: ${order.title}`
              : `The client proposed times to meet ${candidateCalled}: ${order.title}`,
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
      const told = toldBy({ event })
      const mailOf = (to: Reader): MailAttachment[] =>
        told?.method
          ? [
              calendarOf({
                interview,
                order,
                method: told.method,
                to,
                options,
                stampedAt: event.at,
              }),
            ]
          : []
      const isAsked = isProposedInterview(interview.state)
      if (isAsked && candidate)
        await tellReader({
          ...common,
          letter: {
            ...askingWords({ interview, order, candidate }),
            links: [
              {
                kind: 'access',
                purpose: 'interview.answer',
                subject: event.subject,
                person: candidate.person,
              },
            ],
            // What was agreed before leaves their calendar with the same letter.
            attachments: mailOf(candidate),
            about,
            signedBy,
            isOwed: true,
          },
        })
      if (!told) return
      const contacts = told.isForClient ? await contactsOf({ req, interview, order }) : []
      const isCancelled = told.kind === 'interview.cancelled'
      for (const to of [...(isAsked ? [] : [candidate]), ...contacts]) {
        if (!to) continue
        if (isCancelled && !(await wasWrittenTo({ req, reader: to, about }))) continue
        const isFilled = isCancelled && to === candidate && order.isFilled
        await tellReader({
          ...common,
          letter: {
            to,
            message: {
              kind: isFilled ? 'interview.cancelled-filled' : told.kind,
              values: {
                ...mergedOrder(order),
                'interview.with': to === candidate ? order.clientName : candidateCalled,
              },
            },
            // The time that is being moved is no longer known, and the new one not yet.
            blocks: isAsked
              ? []
              : [{ kind: 'facts', facts: factsOf({ interview, order, reader: to }) }],
            attachments: mailOf(to),
            about,
            signedBy,
            isOwed: true,
          },
        })
      }
    },
  })

type Told = { kind: MessageName; method: 'REQUEST' | 'CANCEL' | null; isForClient: boolean }

/**
 * What both sides are told, and what it does in their calendars. What was never agreed stands in no
 * calendar, and the client has not heard of it.
 */
const toldBy = ({ event }: { event: StoredEvent }): Told | null => {
  const wasAgreed = event.from === 'scheduled'
  switch (event.name) {
    case 'interview.scheduled':
      return { kind: 'interview.agreed', method: 'REQUEST', isForClient: true }
    case 'interview.rescheduled':
      return { kind: 'interview.moved', method: 'REQUEST', isForClient: true }
    case 'interview.reminder-due':
      return { kind: 'interview.reminder', method: null, isForClient: true }
    case 'interview.reproposed':
      return wasAgreed
        ? { kind: 'interview.being-moved', method: 'CANCEL', isForClient: true }
        : null
    case 'interview.cancelled':
      return {
        kind: 'interview.cancelled',
        method: wasAgreed ? 'CANCEL' : null,
        isForClient: wasAgreed,
      }
    default:
      return null
  }
}

/** The client's people who are there, each once. */
const contactsOf = async ({
  req,
  interview,
  order,
}: {
  req: PayloadRequest
  interview: Interview
  order: OrderFacts
}): Promise<(Reader | null)[]> => {
  const readers: (Reader | null)[] = []
  for (const id of [interview.contact, ...(interview.otherContacts ?? [])])
    readers.push(await contactReader({ req, id, zone: order.zone }))
  return readers
}

/** One time is accepted or not, of several one is chosen. */
const askingWords = ({
  interview,
  order,
  candidate,
}: {
  interview: Interview
  order: OrderFacts
  candidate: Reader
}) => {
  const slots = interview.slots ?? []
  const isChoice = slots.length > 1
  const times = isChoice
    ? slots.map(
        (slot, index): Fact => ({
          label: `Time ${index + 1}`,
          value: timeOf({ interview: { ...interview, ...slot }, reader: candidate }),
        }),
      )
    : []
  const facts = factsOf({ interview, order, reader: candidate }).filter(
    ({ label }) => !isChoice || label !== whenLabel,
  )
  return {
    to: candidate,
    message: {
      kind: isChoice ? ('interview.choice' as const) : ('interview.proposed' as const),
      values: mergedOrder(order),
    },
    blocks: [
      { kind: 'facts' as const, facts: [...facts, ...times] },
      ...(interview.note ? [{ kind: 'text' as const, text: interview.note }] : []),
    ],
    button: 0,
  }
}

/** Whoever reads it is the only guest in it: neither side learns the other's address. */
const calendarOf = ({
  interview,
  order,
  method,
  to,
  options,
  stampedAt,
}: {
  interview: Interview
  order: OrderFacts
  method: 'REQUEST' | 'CANCEL'
  to: Reader
  options: NotificationsOptions
  stampedAt: string
}): MailAttachment => ({
  kind: 'calendar',
  filename: 'interview.ics',
  method,
  content: interviewInvitation({
    method,
    uid: interview.uid,
    sequence: interview.sequence,
    summary: [`Interview: ${order.title}`, interview.round].filter(Boolean).join(', '),
    description: interview.note ?? null,
    place: interview.place ?? null,
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    stampedAt,
    organiser: order.owner ?? { name: options.agencyName, email: addressIn(options.from) },
    attendees: [to],
  }),
})

const whenLabel = 'When'

const timeOf = ({
  interview: { mode, startsAt, endsAt, zone },
  reader,
}: {
  interview: Pick<Interview, 'mode' | 'startsAt' | 'endsAt' | 'zone'>
  reader: Reader
}): string => {
  const { when, otherwise } = talkWords({
    mode,
    startsAt,
    endsAt,
    placeZone: zone,
    readerZone: reader.zone,
    locale: reader.locale,
  })
  return otherwise ? `${when} (${otherwise})` : when
}

const factsOf = ({
  interview,
  order,
  reader,
}: {
  interview: Interview
  order: OrderFacts
  reader: Reader
}): Fact[] => [
  { label: 'Role', value: order.title },
  ...(interview.round ? [{ label: 'Round', value: interview.round }] : []),
  { label: whenLabel, value: timeOf({ interview, reader }) },
  { label: 'How', value: interviewModeLabels[interview.mode] },
  ...(interview.place ? [{ label: 'Where', value: interview.place }] : []),
]
