import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { actorOf, publish, sqlOf } from '#plugins/kernel'
import {
  normaliseEmail,
  normalisePhone,
  ok,
  refuseInput,
  type Result,
} from '#plugins/kernel/domain'
import { z } from 'zod'
import { lockPersonKeys } from '../database/lock-person'
import { mergePerson, type PersonData, type PersonField } from '../domain/person'

export type MatchedCandidate = {
  candidate: DataFromCollectionSlug<'candidates'>
  isNew: boolean
  /** Fields that were empty and are now filled. */
  filled: PersonField[]
  /** Fields in which the told data differ from what is known; nothing of it was stored. */
  differing: PersonField[]
}

/**
 * Finds the candidate with this e-mail or phone, or makes one. What is known is never overwritten:
 * empty fields are filled, differences told by the event `candidate.differing-data-received`.
 * The e-mail decides when e-mail and phone name two people.
 */
export const matchCandidate = async ({
  req,
  person,
  source,
  ownerId = null,
}: {
  req: PayloadRequest
  person: PersonData
  source: string
  ownerId?: string | null
}): Promise<Result<MatchedCandidate>> => {
  const email = normaliseEmail(person.email)
  const phone = normalisePhone({ input: person.phone, country: person.country ?? 'US' })
  if (person.email?.trim() && !email)
    return refuseInput({ email: 'This is not a complete e-mail address.' })
  if (person.phone?.trim() && !phone)
    return refuseInput({ phone: 'This is not a complete phone number.' })
  if (!email && !phone) return refuseInput({ email: 'Give an e-mail address or a phone number.' })

  await lockPersonKeys({ req, keys: [email, phone] })
  const knownBy = await findKnown({ req, email, phone })
  if (!knownBy)
    return ok({
      candidate: await create({ req, person, source, ownerId }),
      isNew: true,
      filled: [],
      differing: [],
    })
  return ok({ ...(await fill({ req, knownBy, person, phone })), isNew: false })
}

type KnownBy = { id: string; isByEmail: boolean; isPhoneTaken: boolean }

const findKnown = async ({
  req,
  email,
  phone,
}: {
  req: PayloadRequest
  email: string | null
  phone: string | null
}): Promise<KnownBy | null> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), by_email: z.boolean(), by_phone: z.boolean() }),
    // Whoever was merged is known by what they were known by; it is the kept record that is meant.
    text: `select coalesce(kept.id, c.id)::text as id,
        bool_or(coalesce(c.email_normalised = $1, false)) as by_email,
        bool_or(coalesce(c.phone_e164 = $2, false)) as by_phone
      from candidates c left join candidates kept on kept.id = c.merged_into_id
      where c.deleted_at is null and (c.email_normalised = $1 or c.phone_e164 = $2)
      group by 1 order by by_email desc, 1`,
    values: [email, phone],
  })
  const first = rows[0]
  if (!first) return null
  return {
    id: first.id,
    isByEmail: first.by_email,
    isPhoneTaken: rows.some((row) => row.id !== first.id && row.by_phone),
  }
}

const create = async ({
  req,
  person,
  source,
  ownerId,
}: {
  req: PayloadRequest
  person: PersonData
  source: string
  ownerId: string | null
}): Promise<DataFromCollectionSlug<'candidates'>> =>
  await req.payload.create({
    collection: 'candidates',
    data: {
      state: 'new',
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email?.trim() || null,
      phone: person.phone?.trim() || null,
      city: person.city ?? null,
      region: person.region ?? null,
      country: person.country ?? 'US',
      headline: person.headline ?? null,
      currency: 'USD',
      zone: 'UTC',
      locale: 'en-US',
      source,
      owner: ownerId,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })

const fill = async ({
  req,
  knownBy,
  person,
  phone,
}: {
  req: PayloadRequest
  knownBy: KnownBy
  person: PersonData
  phone: string | null
}): Promise<Omit<MatchedCandidate, 'isNew'>> => {
  const known = await req.payload.findByID({
    collection: 'candidates',
    id: knownBy.id,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const merged = mergePerson({
    // Written another way, the same number is no difference.
    known: { ...known, phone: known.phoneE164 ?? known.phone ?? null },
    told: { ...person, phone },
    isRecognisedByEmail: knownBy.isByEmail,
    isVouchedFor: ['staff', 'system'].includes(actorOf(req).kind),
  })
  const { phone: newPhone, ...others } = merged.filled
  const filled = {
    ...others,
    ...(newPhone && !knownBy.isPhoneTaken ? { phone: newPhone } : {}),
  }
  const differing = [
    ...merged.differing,
    ...(newPhone && knownBy.isPhoneTaken ? (['phone'] as const) : []),
  ]
  if (differing.length > 0)
    await publish({
      req,
      event: {
        name: 'candidate.differing-data-received',
        subject: { kind: 'candidate', id: known.id },
        person: { kind: 'candidate', id: known.id },
        ballIn: 'agency',
        changes: Object.fromEntries(differing.map((field) => [field, null])),
        personal: Object.fromEntries(
          differing.map((field) => [field, [known[field] ?? null, person[field] ?? null]]),
        ),
      },
    })
  const candidate =
    Object.keys(filled).length === 0
      ? known
      : await req.payload.update({
          collection: 'candidates',
          id: known.id,
          data: filled,
          req,
          overrideAccess: true,
          depth: 0,
        })
  return { candidate, filled: fieldsOf(filled), differing }
}

const fieldsOf = (filled: Partial<Record<PersonField, string>>): PersonField[] =>
  Object.keys(filled).filter((key): key is PersonField => Object.hasOwn(filled, key))
