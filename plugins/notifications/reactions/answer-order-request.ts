import { defineReaction } from '#plugins/kernel'
import { formatDay } from '#plugins/kernel/domain'
import { tellColleague } from '../commands/tell-colleague'
import { tellReader } from '../commands/tell-reader'
import { englishFor, firstNameOf, plural, type Fact } from '../domain'
import type { NotificationsOptions } from '../options'
import { idOf, readRecord } from '../queries/read-record'
import { staffReader, staffWith, type Reader, type StaffReader } from '../queries/readers'

type Request = NonNullable<Awaited<ReturnType<typeof requestOf>>>
type Work = Parameters<Parameters<typeof defineReaction>[0]['run']>[0]

/** What the client's person hears from us about a request for staff, and what our own people hear. */
export const answerOrderRequest = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name: 'mail-order-request',
    on: [
      'order-request.created',
      'order-request.questioned',
      'order-request.declined',
      'order-request.answered',
    ],
    run: async (work) => {
      const { req, event } = work
      const request = await requestOf(work)
      if (!request) return
      const contact = contactOf(request)
      const common = { req, cause: `${answerName}:${event.id}`, agencyName }
      const about = event.subject
      switch (event.name) {
        case 'order-request.created':
          await tellReader({
            ...common,
            letter: {
              to: contact,
              message: { kind: 'request.received', values: merged(request) },
              blocks: [{ kind: 'facts', facts: factsOf({ request, locale: contact.locale }) }],
              about,
              isOwed: true,
            },
          })
          for (const to of await colleaguesOf({ work, request }))
            await tellColleague({
              ...common,
              event,
              kind: 'request',
              to,
              leadsTo: about,
              letter: {
                subject: `New request: ${request.jobTitle} for ${request.company}`,
                blocks: [
                  {
                    kind: 'text',
                    text: `${request.contactName} of ${request.company} needs staff.`,
                  },
                  { kind: 'facts', facts: factsOf({ request, locale: to.locale }) },
                  { kind: 'action', label: 'Open the request', link: 0 },
                ],
                links: [adminLink({ adminUrl, request })],
                about,
              },
            })
          return
        case 'order-request.answered':
          for (const to of await colleaguesOf({ work, request }))
            await tellColleague({
              ...common,
              event,
              kind: 'request',
              to,
              leadsTo: about,
              letter: {
                subject: `${request.company} answered: ${request.jobTitle}`,
                blocks: [
                  {
                    kind: 'text',
                    text: request.answer ?? 'The contact has answered our question.',
                  },
                  { kind: 'action', label: 'Open the request', link: 0 },
                ],
                links: [adminLink({ adminUrl, request })],
                about,
              },
            })
          return
        case 'order-request.questioned':
          await tellReader({
            ...common,
            letter: {
              to: contact,
              message: { kind: 'request.questioned', values: merged(request) },
              blocks: [{ kind: 'text', text: request.question ?? event.reason ?? '' }],
              button: 0,
              links: [
                {
                  kind: 'access',
                  purpose: 'order-request.answer',
                  subject: event.subject,
                  person: contact.person,
                },
              ],
              about,
              isOwed: true,
            },
          })
          return
        case 'order-request.declined':
          await tellReader({
            ...common,
            letter: {
              to: contact,
              message: { kind: 'request.declined', values: merged(request) },
              blocks: request.declineReason ? [{ kind: 'text', text: request.declineReason }] : [],
              about,
              isOwed: true,
            },
          })
      }
    },
  })

const answerName = 'mail-order-request'

const requestOf = async ({ req, event }: Work) =>
  await readRecord({ req, collection: 'order-requests', id: event.subject.id })

/** Whoever sent the request, known to us or not. */
const contactOf = (request: Request): Reader => {
  const id = idOf(request.contact)
  return {
    key: 'contact',
    person: id ? { kind: 'client-contact', id } : null,
    name: request.contactName,
    firstName: firstNameOf(request.contactName),
    email: request.email,
    locale: englishFor(request.currency === 'USD' ? 'US' : 'GB'),
    zone: 'UTC',
    isSilenced: false,
  }
}

/** The owner of a client we know; for a new company whoever takes on clients. */
const colleaguesOf = async ({
  work: { req },
  request,
}: {
  work: Work
  request: Request
}): Promise<StaffReader[]> => {
  const client = await readRecord({ req, collection: 'client-corporations', id: request.client })
  const owner = await staffReader({ req, id: client?.owner })
  return owner ? [owner] : await staffWith({ req, permission: 'clients.write' })
}

const factsOf = ({ request, locale }: { request: Request; locale: string }): Fact[] => [
  { label: 'Reference', value: request.ref ?? '' },
  { label: 'Role', value: request.jobTitle },
  {
    label: 'How many',
    value: plural({ count: request.openingsCount, one: 'person', many: 'people' }),
  },
  ...(request.workLocation ? [{ label: 'Where', value: request.workLocation }] : []),
  ...(request.startsOn
    ? [{ label: 'Start', value: formatDay({ day: request.startsOn, locale }) }]
    : []),
]

const merged = (request: Request) => ({
  'request.title': request.jobTitle,
  'request.ref': request.ref,
  'request.company': request.company,
})

const adminLink = ({ adminUrl, request }: { adminUrl: string; request: Request }) => ({
  kind: 'page' as const,
  url: `${adminUrl}/admin/collections/order-requests/${request.id}`,
})
