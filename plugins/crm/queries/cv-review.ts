import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, normaliseEmail, normalisePhone } from '#plugins/kernel/domain'
import type { ParsedCv } from '../domain/cv/parse-cv'
import { parsedCv } from '../domain/cv/parsed-cv'
import { singleValueKeys, type SingleValue } from '../domain/cv/single-values'
import { idOf } from '../domain/relation'
import { foldSkill } from '../domain/skill-words'
import { homeCountry } from './home-country'

/** The candidate a CV seems to be of, with what is known of them. */
export type KnownProfile = {
  id: string
  ref: string
  name: string
  /** When they were last changed: what is taken is refused when that has gone on. */
  seenAt: string
  why: 'chosen' | 'email' | 'phone'
  singles: Record<SingleValue, string | null>
  workHistory: { title: string | null; employer: string | null; startedIn: string | null }[]
  education: { institution: string | null; degree: string | null }[]
  languages: string[]
  /** Folded. */
  skills: string[]
}

export type CvReview = {
  draftId: string
  title: string
  state: string
  problem: string | null
  documentId: string | null
  text: string
  parsed: ParsedCv | null
  known: KnownProfile | null
  /** Certificates that the agency keeps as credentials: the name as read → the type. */
  credentialTypes: { certificate: string; typeId: string; typeName: string }[]
  nextId: string | null
  /** Drafts to review besides this one. */
  others: number
}

/**
 * A draft beside what is known of its person, for whoever may see candidates; null for everybody else
 * and when there is no such draft. Reading the text of a CV is told like every reading of a paper.
 */
export const cvReview = async ({
  req,
  draftId,
}: {
  req: PayloadRequest
  draftId: string
}): Promise<CvReview | null> => {
  if (!can({ actor: actorOf(req), permission: 'candidates.read' })) return null
  const draft = await req.payload.findByID({
    collection: 'cv-drafts',
    id: draftId,
    depth: 0,
    req,
    overrideAccess: false,
    disableErrors: true,
  })
  if (!draft) return null
  const documentId = idOf(draft.document)
  const document = documentId
    ? await req.payload.findByID({
        collection: 'documents',
        id: documentId,
        depth: 0,
        req,
        overrideAccess: false,
        disableErrors: true,
      })
    : null
  const read = parsedCv.safeParse(draft.parsed)
  const parsed = read.success ? read.data : null
  const chosenId = idOf(draft.candidate)
  return {
    draftId: draft.id,
    title: draft.title,
    state: draft.state,
    problem: draft.problem ?? null,
    documentId,
    text: document?.text ?? '',
    parsed,
    known: parsed ? await knownProfile({ req, parsed, chosenId }) : null,
    credentialTypes: parsed ? await credentialTypesIn({ req, parsed }) : [],
    ...(await waiting({ req, draftId: draft.id })),
  }
}

const knownProfile = async ({
  req,
  parsed,
  chosenId,
}: {
  req: PayloadRequest
  parsed: ParsedCv
  chosenId: string | null
}): Promise<KnownProfile | null> => {
  const email = normaliseEmail(parsed.email?.value)
  const phone = normalisePhone({
    input: parsed.phone?.value,
    country: parsed.country?.value ?? (await homeCountry(req)),
  })
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string(), why: z.enum(['chosen', 'email', 'phone']) }),
    text: `select coalesce(merged_into_id, id)::text as id,
        case when id::text = $1 then 'chosen' when email_normalised = $2 then 'email' else 'phone' end as why
      from candidates
      where deleted_at is null and (id::text = $1 or email_normalised = $2 or phone_e164 = $3)
      order by id::text = $1 desc nulls last, email_normalised = $2 desc nulls last limit 1`,
    values: [chosenId, email, phone],
  })
  if (!row) return null
  const candidate = await req.payload.findByID({
    collection: 'candidates',
    id: row.id,
    depth: 0,
    req,
    overrideAccess: false,
    disableErrors: true,
  })
  return candidate ? { ...profileOf(candidate), why: row.why } : null
}

const profileOf = (candidate: DataFromCollectionSlug<'candidates'>): Omit<KnownProfile, 'why'> => ({
  id: candidate.id,
  ref: candidate.ref ?? '',
  name: candidate.name ?? '',
  seenAt: candidate.updatedAt,
  singles: singlesOf(candidate),
  workHistory: (candidate.workHistory ?? []).map(({ title, employer, startedIn }) => ({
    title: title ?? null,
    employer: employer ?? null,
    startedIn: startedIn ?? null,
  })),
  education: (candidate.education ?? []).map(({ institution, degree }) => ({
    institution: institution ?? null,
    degree: degree ?? null,
  })),
  languages: (candidate.languages ?? []).map(({ language }) => language),
  skills: (candidate.skills ?? []).map(foldSkill),
})

const singlesOf = (
  candidate: DataFromCollectionSlug<'candidates'>,
): Record<SingleValue, string | null> => {
  const singles: Record<SingleValue, string | null> = {
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    headline: null,
    city: null,
    region: null,
    postcode: null,
    country: null,
    profileUrl: null,
  }
  for (const key of singleValueKeys) singles[key] = candidate[key] ?? null
  return singles
}

/** A certificate belongs to a type when one of the names stands in the other. */
const credentialTypesIn = async ({
  req,
  parsed,
}: {
  req: PayloadRequest
  parsed: ParsedCv
}): Promise<CvReview['credentialTypes']> => {
  if (parsed.certificates.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'credential-types',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  const types = docs.map(({ id, name }) => ({ id, name, key: foldSkill(name) }))
  return parsed.certificates.flatMap(({ value: { name } }) => {
    const key = foldSkill(name)
    const type = types.find(
      (one) => one.key === key || key.includes(one.key) || one.key.includes(key),
    )
    return type ? [{ certificate: name, typeId: type.id, typeName: type.name }] : []
  })
}

/** The one that has waited longest behind this one, else the first of all. */
const waiting = async ({
  req,
  draftId,
}: {
  req: PayloadRequest
  draftId: string
}): Promise<{ nextId: string | null; others: number }> => {
  const row = await sqlOf(req).first({
    schema: z.object({ next: z.string().nullable(), others: wholeNumber }),
    text: `select (array_agg(id order by id::text > $1 desc, id))[1] as next, count(*) as others
      from cv_drafts where state = 'parsed' and id::text <> $1`,
    values: [draftId],
  })
  return { nextId: row?.next ?? null, others: row?.others ?? 0 }
}
