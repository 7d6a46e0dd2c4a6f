import { SetStepNav } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import { EmptyState, PageHeader } from '#plugins/agency/admin'
import { idOf } from '#plugins/crm/domain'
import { withStaff } from '#plugins/kernel/admin/server'
import { lettersAbout } from '../queries/letters-about'
import type { LetterTo } from './LetterDialog'
import { MailThreads } from './MailThreads'
import './letters.css'

type Kind = 'candidate' | 'client-contact' | 'job-order'

type About = { title: string; to: LetterTo | null }

const screenOf = ({
  kind,
  list,
  about,
}: {
  kind: Kind
  list: { label: string; url: string }
  about: (args: { req: PayloadRequest; id: string }) => Promise<About | null>
}) =>
  withStaff({
    permission: 'activity.read',
    frame: 'none',
    view: async ({ initPageResult: { req, docID }, actor }) => {
      const id = String(docID ?? '')
      const record = await about({ req, id })
      const found = await lettersAbout({ req, subject: { kind, id } })
      if (!record || !found.ok) return <EmptyState title="This record was not found" />
      const mayWrite = actor.permissions.has('pipeline.write')
      return (
        <div className="pwa-screen">
          <SetStepNav
            nav={[list, { label: record.title, url: `${list.url}/${id}` }, { label: 'Mail' }]}
          />
          <PageHeader
            title="Mail"
            lead="What was written to each other. Every colleague who sees this record may read it."
          />
          <MailThreads
            threads={found.value}
            to={mayWrite ? record.to : null}
            mayAnswer={mayWrite}
            showsPerson={kind === 'job-order'}
            zone={actor.zone}
            locale={actor.locale}
          />
        </div>
      )
    },
  })

const readOf = async <Slug extends 'candidates' | 'client-contacts' | 'job-orders'>({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: Slug
  id: string
}) =>
  await req.payload.findByID({
    collection,
    id,
    depth: 0,
    req,
    overrideAccess: false,
    disableErrors: true,
  })

export const CandidateMail = screenOf({
  kind: 'candidate',
  list: { label: 'Candidates', url: '/admin/collections/candidates' },
  about: async ({ req, id }) => {
    const candidate = await readOf({ req, collection: 'candidates', id })
    return candidate
      ? { title: candidate.name ?? '', to: { reader: 'candidate', readerIds: [id] } }
      : null
  },
})

export const ContactMail = screenOf({
  kind: 'client-contact',
  list: { label: 'Client contacts', url: '/admin/collections/client-contacts' },
  about: async ({ req, id }) => {
    const contact = await readOf({ req, collection: 'client-contacts', id })
    return contact
      ? { title: contact.name ?? '', to: { reader: 'client-contact', readerIds: [id] } }
      : null
  },
})

export const OrderMail = screenOf({
  kind: 'job-order',
  list: { label: 'Job orders', url: '/admin/collections/job-orders' },
  about: async ({ req, id }) => {
    const order = await readOf({ req, collection: 'job-orders', id })
    if (!order) return null
    const { docs } = await req.payload.find({
      collection: 'client-contacts',
      where: { client: { equals: idOf(order.client) } },
      sort: 'name',
      limit: 100,
      depth: 0,
      pagination: false,
      req,
      overrideAccess: false,
    })
    const contactId = idOf(order.contact ?? null)
    return {
      title: order.title,
      to:
        docs.length === 0
          ? null
          : {
              reader: 'client-contact',
              readerIds: contactId ? [contactId] : [],
              choices: docs.map((contact) => ({
                value: contact.id,
                label: contact.name ?? contact.id,
              })),
              order: { id, title: order.title },
            },
    }
  },
})
