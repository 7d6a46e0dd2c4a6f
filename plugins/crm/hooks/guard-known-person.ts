import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { lockPersonKeys } from '../database/lock-person'

/**
 * Refuses a second candidate with the same e-mail, phone or profile page, beside the field, and names the first.
 * Writers of the same person wait for each other, so the unique indexes are only the last wall.
 */
export const guardKnownCandidate: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const id = String(originalDoc?.id ?? '')
  const email = changedKey({ now: data.emailNormalised, before: originalDoc?.emailNormalised })
  const phone = changedKey({ now: data.phoneE164, before: originalDoc?.phoneE164 })
  const page = changedKey({
    now: data.profileUrlNormalised,
    before: originalDoc?.profileUrlNormalised,
  })
  await lockPersonKeys({ req, keys: [email, phone, page] })
  const errors: { path: string; message: string }[] = []
  for (const { column, path, key } of [
    { column: 'email_normalised', path: 'email', key: email },
    { column: 'phone_e164', path: 'phone', key: phone },
    { column: 'profile_url_normalised', path: 'profileUrl', key: page },
  ]) {
    if (!key) continue
    // A record that was merged into this one keeps its key only until this one wants it.
    await sqlOf(req).run({
      text: `update candidates set ${column} = null
        where ${column} = $1 and merged_into_id::text = $2`,
      values: [key, id],
    })
    const other = await sqlOf(req).first({
      schema: z.object({ ref: z.string().nullable() }),
      text: `select coalesce(kept.ref, c.ref) as ref
        from candidates c left join candidates kept on kept.id = c.merged_into_id
        where c.${column} = $1 and c.deleted_at is null and c.id::text <> $2 limit 1`,
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
  const email = changedKey({ now: data.emailNormalised, before: originalDoc?.emailNormalised })
  if (typeof client !== 'string' || !email) return data
  await lockPersonKeys({ req, keys: [`${client} ${email}`] })
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

const changedKey = ({ now, before }: { now: unknown; before: unknown }): string | null =>
  typeof now === 'string' && now !== before ? now : null
