import type { PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { actorOf } from '#plugins/kernel'
import type { KnownPerson } from '../domain/intake-answers'

/** Who asks, when it is a signed-in contact of a client; null for everybody else. */
export const knownPerson = async (req: PayloadRequest): Promise<KnownPerson | null> => {
  const actor = actorOf(req)
  if (actor.kind !== 'portal' || !actor.contactId) return null
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id: actor.contactId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  const client = contact
    ? await req.payload.findByID({
        collection: 'client-corporations',
        id: idOf(contact.client),
        depth: 0,
        req,
        overrideAccess: true,
        disableErrors: true,
      })
    : null
  if (!contact || !client) return null
  return {
    company: client.name,
    contactName: `${contact.firstName} ${contact.lastName}`,
    email: contact.email ?? actor.email,
    phone: contact.phone ?? null,
  }
}
