import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { normaliseEmail, ok, refuseInput, type Result } from '#plugins/kernel/domain'

/** Adds a company as a prospect, in the caller's transaction. Returns its id. */
export const addClient = async ({
  req,
  client: { name, ownerId, currency },
}: {
  req: PayloadRequest
  client: { name: string; ownerId: string | null; currency: string }
}): Promise<string> => {
  const client = await req.payload.create({
    collection: 'client-corporations',
    data: {
      name,
      owner: ownerId,
      status: 'prospect',
      currency,
      overtimeBilling: 'last-worked',
      billOvertimeMultiplierBp: 15_000,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return client.id
}

/**
 * The contact of a client with this e-mail, or a new one. A name in one piece is split before its
 * last word. Returns the id.
 */
export const addContact = async ({
  req,
  contact: { clientId, name, email, phone },
}: {
  req: PayloadRequest
  contact: { clientId: string; name: string; email: string; phone: string | null }
}): Promise<Result<string>> => {
  const key = normaliseEmail(email)
  if (!key) return refuseInput({ email: 'This is not a complete e-mail address.' })
  const known = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from client_contacts
      where client_id::text = $1 and email_normalised = $2 and deleted_at is null`,
    values: [clientId, key],
  })
  if (known) return ok(known.id)
  const words = name.trim().split(/\s+/)
  const created = await req.payload.create({
    collection: 'client-contacts',
    data: {
      client: clientId,
      firstName: words.slice(0, -1).join(' ') || name.trim(),
      lastName: words.length > 1 ? (words.at(-1) ?? '—') : '—',
      email: email.trim(),
      phone,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return ok(created.id)
}

export type NewWorkLocation = {
  clientId: string
  name: string
  zone: string
  line1?: string | null | undefined
  postalCode?: string | null | undefined
  city?: string | null | undefined
  region?: string | null | undefined
  country?: string | undefined
  jurisdiction?: string | null | undefined
}

/** Adds a place of work of a client. Returns its id. */
export const addWorkLocation = async ({
  req,
  location: { clientId, ...location },
}: {
  req: PayloadRequest
  location: NewWorkLocation
}): Promise<string> => {
  const created = await req.payload.create({
    collection: 'work-locations',
    data: { ...location, client: clientId },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return created.id
}
