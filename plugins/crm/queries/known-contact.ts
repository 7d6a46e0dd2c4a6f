import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { normaliseEmail } from '#plugins/kernel/domain'

/**
 * The contact whose e-mail this is. When the same address stands at several clients, the one whose
 * name was given decides; when that does not tell, nobody is recognised. For the product's own use:
 * nothing of it is shown to whoever typed the address.
 */
export const knownContact = async ({
  req,
  email,
  company,
}: {
  req: PayloadRequest
  email: string
  company: string
}): Promise<{ contactId: string; clientId: string } | null> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ contact_id: z.string(), client_id: z.string(), same_name: z.boolean() }),
    text: `select contact.id as contact_id, client.id as client_id,
        lower(unaccent(client.name)) = lower(unaccent($2)) as same_name
      from client_contacts contact
      join client_corporations client on client.id = contact.client_id
      where contact.email_normalised = $1 and contact.deleted_at is null
        and client.deleted_at is null
      order by contact.created_at limit 20`,
    values: [normaliseEmail(email), company.trim()],
  })
  const named = rows.filter(({ same_name }) => same_name)
  const only = rows.length === 1 ? rows[0] : named.length === 1 ? named[0] : undefined
  return only ? { contactId: only.contact_id, clientId: only.client_id } : null
}
