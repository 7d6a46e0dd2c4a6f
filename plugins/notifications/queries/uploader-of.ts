import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { readRecord } from './read-record'
import {
  candidateReader,
  contactReader,
  staffReader,
  type Reader,
  type StaffReader,
} from './readers'

type Uploader = { kind: 'colleague'; reader: StaffReader } | { kind: 'person'; reader: Reader }

const actorRow = z.object({
  actor_kind: z.string(),
  actor_id: z.string().nullable(),
  on_behalf_of: z.string().nullable(),
  person_kind: z.string().nullable(),
  person_id: z.string().nullable(),
})

/**
 * Who brought a document, as the audit tells: a colleague, also by a program; somebody with a login
 * or a link; an application on the site is the candidate's. Null when nobody can be told.
 */
export const uploaderOf = async ({
  req,
  document,
}: {
  req: PayloadRequest
  document: DataFromCollectionSlug<'documents'>
}): Promise<Uploader | null> => {
  const made = await sqlOf(req).first({
    schema: actorRow,
    text: `select made.actor_kind, made.actor_id, made.on_behalf_of, link.person_kind, link.person_id
      from domain_events made
      left join access_links link on made.actor_kind = 'link' and link.id::text = made.actor_id
      where made.subject_type = 'document' and made.subject_id = $1 and made.name = 'document.created'
      order by made.id limit 1`,
    values: [document.id],
  })
  switch (made?.actor_kind) {
    case 'staff':
      return asColleague(await staffReader({ req, id: made.actor_id }))
    case 'api-key':
      return asColleague(await staffReader({ req, id: made.on_behalf_of }))
    case 'portal': {
      const account = await readRecord({
        req,
        collection: 'portal-accounts',
        id: made.actor_id,
      })
      return asPerson(
        account?.contact && !document.candidate
          ? await contactReader({ req, id: account.contact })
          : await candidateReader({ req, id: account?.candidate ?? document.candidate }),
      )
    }
    case 'link':
      return asPerson(
        made.person_kind === 'client-contact'
          ? await contactReader({ req, id: made.person_id })
          : await candidateReader({ req, id: made.person_id ?? document.candidate }),
      )
    case 'anonymous':
      return asPerson(await candidateReader({ req, id: document.candidate }))
    default:
      return null
  }
}

const asColleague = (reader: StaffReader | null): Uploader | null =>
  reader && { kind: 'colleague', reader }

const asPerson = (reader: Reader | null): Uploader | null => reader && { kind: 'person', reader }
