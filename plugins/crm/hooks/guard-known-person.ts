import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/**
 * Refuses a second candidate with the same e-mail or phone, beside the field, and names the first.
 * The unique indexes stand behind it for two who come at the same moment.
 */
export const guardKnownCandidate: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const id = String(originalDoc?.id ?? '')
  const errors: { path: string; message: string }[] = []
  for (const { column, path, key } of [
    { column: 'email_normalised', path: 'email', key: data.emailNormalised },
    { column: 'phone_e164', path: 'phone', key: data.phoneE164 },
  ]) {
    if (typeof key !== 'string') continue
    const other = await sqlOf(req).first({
      schema: z.object({ ref: z.string().nullable() }),
      text: `select ref from candidates
        where ${column} = $1 and deleted_at is null and id::text <> $2 limit 1`,
      values: [key, id],
    })
    if (other) errors.push({ path, message: `Candidate ${other.ref ?? ''} already has this.` })
  }
  if (errors.length > 0) throw new ValidationError({ collection: 'candidates', errors })
  return data
}

/** The same for contacts, within one client. */
export const guardKnownContact: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const client: unknown = data.client ?? originalDoc?.client
  const email: unknown = data.emailNormalised
  if (typeof client !== 'string' || typeof email !== 'string') return data
  const other = await sqlOf(req).first({
    schema: z.object({ name: z.string() }),
    text: `select first_name || ' ' || last_name as name from client_contacts
      where email_normalised = $1 and client_id = $2 and deleted_at is null and id::text <> $3
      limit 1`,
    values: [email, client, String(originalDoc?.id ?? '')],
  })
  if (other)
    throw new ValidationError({
      collection: 'client-contacts',
      errors: [{ path: 'email', message: `${other.name} already has this e-mail here.` }],
    })
  return data
}
