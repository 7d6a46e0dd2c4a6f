import type { PayloadRequest } from 'payload'

import { defineReaction, type StoredEvent } from '#plugins/kernel'
import {
  currencyCode,
  formatDay,
  formatInstant,
  formatMinutes,
  formatMoney,
  formatRate,
} from '#plugins/kernel/domain'
import { declineReasonLabels, termWords } from '#plugins/pipeline/domain'
import { tellColleague } from '../commands/tell-colleague'
import { tellReader } from '../commands/tell-reader'
import type { Fact } from '../domain'
import type { NotificationsOptions } from '../options'
import { candidateName, mergedOrder, orderFacts, type OrderFacts } from '../queries/order-facts'
import { idOf, readAsIn } from '../queries/read-record'
import { candidateReader, staffReader, staffWith, type Reader } from '../queries/readers'
import { wasWrittenTo } from '../queries/told-before'

const name = 'mail-offer'

/** An offer goes to the candidate, and the answer to whoever owns the order. */
export const answerOffer = (options: NotificationsOptions) =>
  defineReaction({
    name,
    on: [
      'offer.extended',
      'offer.accepted',
      'offer.declined',
      'offer.countered',
      'offer.withdrawn',
      'offer.approval-asked',
      'offer.not-approved',
    ],
    run: async ({ req, event }) => {
      const { agencyName, adminUrl } = options
      const offer = await readAsIn({ req, collection: 'offers', event })
      const order = offer && (await orderFacts({ req, id: offer.jobOrder }))
      if (!offer || !order) return
      const candidate = await candidateReader({ req, id: offer.candidate })
      const common = { req, cause: `${name}:${event.id}`, agencyName }
      const about = event.subject
      const signedBy = order.owner?.name ?? null
      if (event.name === 'offer.extended' && candidate)
        await tellReader({
          ...common,
          letter: {
            to: candidate,
            message: { kind: 'offer.extended', values: mergedOrder(order) },
            blocks: [
              ...(offer.message ? [{ kind: 'text' as const, text: offer.message }] : []),
              { kind: 'facts', facts: factsOf({ offer, reader: candidate, zone: order.zone }) },
            ],
            button: 0,
            links: [
              {
                kind: 'access',
                purpose: 'offer.answer',
                subject: event.subject,
                person: candidate.person,
              },
            ],
            about,
            signedBy,
            isOwed: true,
          },
        })
      const isTakenBack =
        event.name === 'offer.withdrawn' &&
        candidate &&
        (await wasWrittenTo({ req, reader: candidate, about }))
      if (isTakenBack)
        await tellReader({
          ...common,
          letter: {
            to: candidate,
            message: {
              kind: order.isFilled ? 'offer.withdrawn-filled' : 'offer.withdrawn',
              values: mergedOrder(order),
            },
            about,
            signedBy,
            isOwed: true,
          },
        })
      if (event.name === 'offer.approval-asked' || event.name === 'offer.not-approved')
        return await tellOfApproval({ options, req, event, offer, order, who: candidate?.name })
      const verb = answered[event.name]
      if (!verb) return
      const isAccepted = event.name === 'offer.accepted'
      if (isAccepted && candidate)
        await tellReader({
          ...common,
          letter: {
            to: candidate,
            message: { kind: 'offer.accepted', values: mergedOrder(order) },
            blocks: [
              { kind: 'facts', facts: factsOf({ offer, reader: candidate, zone: order.zone }) },
            ],
            about,
            signedBy,
            isOwed: true,
          },
        })
      if (!order.owner) return
      const who = candidate?.name ?? (await candidateName({ req, id: offer.candidate }))
      await tellColleague({
        ...common,
        event,
        kind: 'answer',
        to: order.owner,
        leadsTo: { kind: 'job-order', id: order.id },
        letter: {
          subject: `${who} ${verb}: ${order.title}`,
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: 'Order', value: `${order.ref} · ${order.title}` },
                { label: 'Candidate', value: who },
                ...(offer.declineCode
                  ? [{ label: 'Because of', value: declineReasonLabels[offer.declineCode] }]
                  : []),
                ...(offer.declineReason ? [{ label: 'Reason', value: offer.declineReason }] : []),
                ...(event.name === 'offer.countered'
                  ? wishesOf({ offer, reader: order.owner })
                  : []),
              ],
            },
            { kind: 'action', label: 'Open the order', link: 0 },
          ],
          links: [{ kind: 'page', url: `${adminUrl}/admin/collections/job-orders/${order.id}` }],
          about,
        },
      })
    },
  })

const answered: Readonly<Record<string, string>> = {
  'offer.accepted': 'accepted',
  'offer.declined': 'declined',
  'offer.countered': 'wishes other terms',
}

/** Colleagues who may approve hear that an offer waits; whoever made it, that it was refused. */
const tellOfApproval = async ({
  options: { agencyName, adminUrl },
  req,
  event,
  offer,
  order,
  who = 'a candidate',
}: {
  options: NotificationsOptions
  req: PayloadRequest
  event: StoredEvent
  offer: Offer
  order: OrderFacts
  who: string | undefined
}): Promise<void> => {
  const isAsked = event.name === 'offer.approval-asked'
  const makerId = idOf(offer.madeBy)
  const maker = await staffReader({ req, id: makerId })
  const readers = isAsked ? await staffWith({ req, permission: 'offers.approve' }) : [maker]
  for (const to of readers) {
    if (!to || (isAsked && to.userId === makerId)) continue
    await tellColleague({
      req,
      event,
      kind: 'approval',
      to,
      leadsTo: event.subject,
      cause: `${name}:${event.id}`,
      agencyName,
      letter: {
        subject: isAsked
          ? `Please approve an offer: ${order.title}`
          : `Not approved: the offer for ${order.title}`,
        blocks: [
          {
            kind: 'facts',
            facts: [
              { label: 'Order', value: `${order.ref} · ${order.title}` },
              { label: 'Candidate', value: who },
              ...(isAsked && maker ? [{ label: 'Made by', value: maker.name }] : []),
              ...(offer.approvalNote ? [{ label: 'Why', value: offer.approvalNote }] : []),
            ],
          },
          { kind: 'action', label: 'Open the offer', link: 0 },
        ],
        links: [{ kind: 'page', url: `${adminUrl}/admin/collections/offers/${offer.id}` }],
        about: event.subject,
      },
    })
  }
}

/** What the candidate would like instead, in facts. */
const wishesOf = ({ offer, reader: { locale } }: { offer: Offer; reader: Reader }): Fact[] => [
  ...termWords({
    terms: {
      startsOn: offer.counterStartsOn ?? null,
      endsOn: null,
      payRateE4: offer.counterPayRateE4 ?? null,
      salaryMinor: offer.counterSalaryMinor ?? null,
      hoursPerWeekMinutes: offer.counterHoursPerWeekMinutes ?? null,
    },
    currency: offer.currency,
    locale,
  }).map((value) => ({ label: 'Wish', value })),
  ...(offer.counterWords ? [{ label: 'In words', value: offer.counterWords }] : []),
]

type Offer = NonNullable<Awaited<ReturnType<typeof readAsIn<'offers'>>>>

/** The terms as the candidate reads them; an offer holds no rate of the client. */
const factsOf = ({
  offer,
  reader: { locale },
  zone,
}: {
  offer: Offer
  reader: Reader
  zone: string
}): Fact[] => {
  const currency = currencyCode.parse(offer.currency)
  return [
    ...(offer.startsOn
      ? [{ label: 'Start', value: formatDay({ day: offer.startsOn, locale }) }]
      : []),
    ...(offer.endsOn ? [{ label: 'End', value: formatDay({ day: offer.endsOn, locale }) }] : []),
    ...(offer.payRateE4
      ? [
          {
            label: 'Pay',
            value: `${formatRate({ rateE4: offer.payRateE4, currency, locale })} an hour`,
          },
        ]
      : []),
    ...(offer.salaryMinor
      ? [
          {
            label: 'Salary',
            value: `${formatMoney({ amount: { amountMinor: offer.salaryMinor, currency }, locale })} a year`,
          },
        ]
      : []),
    ...(offer.hoursPerWeekMinutes
      ? [{ label: 'Hours a week', value: formatMinutes(offer.hoursPerWeekMinutes) }]
      : []),
    ...(offer.expiresAt
      ? [
          {
            label: 'Please answer by',
            value: formatInstant({ instant: offer.expiresAt, locale, zone }),
          },
        ]
      : []),
  ]
}
