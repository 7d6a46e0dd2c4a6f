import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf } from '../database/sql'
import type { Actor, PersonRef, SubjectRef } from '../domain/actor'
import { registryOf } from '../registry/registry'
import { hashOfToken, tokenOf } from './token'

const linkRow = z
  .object({
    id: z.string(),
    nonce: z.string(),
    purpose: z.string(),
    subject_kind: z.string(),
    subject_id: z.string(),
    person_kind: z.enum(['candidate', 'client-contact']).nullable(),
    person_id: z.string().nullable(),
    expires_at: instant,
    spent_by_act: z.boolean(),
    usable: z.boolean(),
    readable: z.boolean(),
  })
  .transform((row) => ({
    id: row.id,
    nonce: row.nonce,
    purpose: row.purpose,
    subject: { kind: row.subject_kind, id: row.subject_id },
    person: row.person_kind && row.person_id ? { kind: row.person_kind, id: row.person_id } : null,
    expiresAt: row.expires_at,
    spentByAct: row.spent_by_act,
    usable: row.usable,
    /** Still shows what its act led to, although the act itself may have spent it. */
    readable: row.readable,
  }))

export type AccessLink = z.output<typeof linkRow>

const columns = `id, nonce, purpose, subject_kind, subject_id, person_kind, person_id, expires_at,
  spent_by_act, (revoked_at is null and spent_at is null and expires_at > now()) as usable,
  (revoked_at is null and expires_at > now()) as readable`

/** Makes a link for a purpose and record; its token is made when the mail is sent. Returns its id. */
export const grantLink = async ({
  req,
  purpose,
  subject,
  person,
}: {
  req: PayloadRequest
  purpose: string
  subject: SubjectRef
  person: PersonRef | null
}): Promise<string> => {
  const definition = registryOf(req.payload).links.get(purpose)
  if (!definition) throw new Error(`No plugin registers the link purpose ${purpose}.`)
  const nonce = randomUUID()
  const id = randomUUID()
  await sqlOf(req).run({
    text: `insert into access_links (id, nonce, token_hash, purpose, subject_kind, subject_id,
        person_kind, person_id, expires_at, spent_by_act)
      values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(days => $9), $10)`,
    values: [
      id,
      nonce,
      hashOfToken(tokenOf({ linkId: id, nonce, secret: req.payload.secret })),
      purpose,
      subject.kind,
      subject.id,
      person?.kind ?? null,
      person?.id ?? null,
      definition.lifetimeDays,
      definition.spentByAct,
    ],
  })
  return id
}

/** The token that belongs into the mail; null when the link is no longer usable. */
export const tokenForSending = async ({
  req,
  linkId,
}: {
  req: PayloadRequest
  linkId: string
}): Promise<string | null> => {
  const link = await findLink({ req, linkId })
  return link?.usable ? tokenOf({ linkId, nonce: link.nonce, secret: req.payload.secret }) : null
}

export const findLinkByToken = async ({
  req,
  token,
}: {
  req: PayloadRequest
  token: string
}): Promise<AccessLink | null> =>
  await sqlOf(req).first({
    schema: linkRow,
    text: `select ${columns} from access_links where token_hash = $1`,
    values: [hashOfToken(token)],
  })

export const findLink = async ({
  req,
  linkId,
}: {
  req: PayloadRequest
  linkId: string
}): Promise<AccessLink | null> =>
  await sqlOf(req).first({
    schema: linkRow,
    text: `select ${columns} from access_links where id = $1`,
    values: [linkId],
  })

/** Several at once, in no order; those that do not exist are left out. */
export const findLinks = async ({
  req,
  linkIds,
}: {
  req: PayloadRequest
  linkIds: readonly string[]
}): Promise<AccessLink[]> =>
  linkIds.length === 0
    ? []
    : await sqlOf(req).rows({
        schema: linkRow,
        text: `select ${columns} from access_links where id = any($1::uuid[])`,
        values: [[...linkIds]],
      })

/** Ends a link whose purpose is spent by the act. Part of the act's transaction: exactly one wins. */
export const spendLink = async ({
  req,
  actor,
}: {
  req: PayloadRequest
  actor: Actor
}): Promise<boolean> => {
  if (actor.kind !== 'link') return true
  const spent = await sqlOf(req).run({
    text: `update access_links set spent_at = now()
      where id = $1 and spent_at is null and revoked_at is null and expires_at > now()`,
    values: [actor.id],
  })
  return spent === 1
}

/** Closes every open link of a purpose to a record, as when an offer is withdrawn. */
export const revokeLinks = async ({
  req,
  purpose,
  subject,
}: {
  req: PayloadRequest
  purpose: string
  subject: SubjectRef
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update access_links set revoked_at = now()
      where purpose = $1 and subject_kind = $2 and subject_id = $3 and revoked_at is null`,
    values: [purpose, subject.kind, subject.id],
  })
}

/** Closes every open link of a person, as when their mails went to somebody else's address. */
export const revokeLinksOf = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update access_links set revoked_at = now()
      where person_kind = $1 and person_id = $2 and revoked_at is null`,
    values: [person.kind, person.id],
  })
}

export const actorOfLink = (link: AccessLink): Extract<Actor, { kind: 'link' }> => ({
  kind: 'link',
  id: link.id,
  purpose: link.purpose,
  subject: link.subject,
  person: link.person,
})
