import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'
import { canBePutForward } from '../domain/candidate-workflow'
import { isSameJob, isSameStudy, withNewRows } from '../domain/cv/taken-rows'
import { singleValueKeys, type SingleValue } from '../domain/cv/single-values'
import { takenValues, type TakenValues } from '../domain/cv/taken-values'
import { idOf } from '../domain/relation'

type Candidate = DataFromCollectionSlug<'candidates'>

/**
 * Makes a candidate of a reviewed draft, or adds to one: single values as they were taken, jobs and the
 * like behind those that are known. The file becomes the candidate's document.
 */
export const acceptCvDraft = defineCommand({
  name: 'accept-cv-draft',
  summary: 'Make a candidate of a reviewed CV, or add what was taken of it to one',
  input: z.object({
    draftId: z.uuid('Choose a draft.'),
    /** Left out: a new candidate. */
    candidateId: z.uuid('Choose a candidate.').nullish(),
    /** When the candidate was last changed as the reviewer saw them. */
    seenAt: z.iso.datetime({ offset: true }).nullish(),
    values: takenValues,
  }),
  example: {
    draftId: '0190a000-0000-7000-8000-000000000001',
    values: { firstName: 'Ada', lastName: 'Falk', email: 'ada.falk@example.com' },
  },
  allow: { staff: 'candidates.write' },
  run: async ({ input: { draftId, candidateId, seenAt, values }, ctx: { req, actor } }) => {
    const draft = await lockRecord({ req, collection: 'cv-drafts', id: draftId })
    if (!draft) return refuseMissing('CV draft')
    if (draft.state !== 'parsed')
      return refuseState({
        code: 'not-to-review',
        message: 'This CV does not wait for review any more. Somebody may have been quicker.',
      })
    const written = candidateId
      ? await fillKnown({ req, candidateId, seenAt: seenAt ?? null, values })
      : await createNew({ req, values, ownerId: actor.kind === 'staff' ? actor.id : null })
    if (!written.ok) return written
    const candidate = written.value
    const documentId = idOf(draft.document)
    const moved = await moveRecord({
      req,
      collection: 'cv-drafts',
      id: draftId,
      locked: draft,
      to: 'accepted',
      data: { candidate: candidate.id, parsed: null },
      what: 'CV draft',
    })
    if (!moved.ok) return moved
    if (documentId) await attach({ req, documentId, candidateId: candidate.id })
    await addCredentials({ req, candidateId: candidate.id, documentId, values })
    return ok({ candidateId: candidate.id, ref: candidate.ref ?? null, isNew: !candidateId })
  },
})

const createNew = async ({
  req,
  values,
  ownerId,
}: {
  req: PayloadRequest
  values: TakenValues
  ownerId: string | null
}): Promise<Result<Candidate>> => {
  const { firstName, lastName } = values
  if (!firstName || !lastName)
    return refuseInput({
      ...(firstName ? {} : { firstName: 'A new candidate needs a first name.' }),
      ...(lastName ? {} : { lastName: 'A new candidate needs a last name.' }),
    })
  return ok(
    await req.payload.create({
      collection: 'candidates',
      data: {
        ...singlesOf(values),
        ...rowsOf({ values, known: null }),
        firstName,
        lastName,
        state: 'new',
        country: values.country ?? 'US',
        currency: 'USD',
        zone: 'UTC',
        locale: 'en-US',
        source: 'cv',
        owner: ownerId,
      },
      req,
      overrideAccess: true,
      depth: 0,
    }),
  )
}

const fillKnown = async ({
  req,
  candidateId,
  seenAt,
  values,
}: {
  req: PayloadRequest
  candidateId: string
  seenAt: string | null
  values: TakenValues
}): Promise<Result<Candidate>> => {
  const known = await lockRecord({ req, collection: 'candidates', id: candidateId })
  if (!known || known.deletedAt) return refuseMissing('candidate')
  if (!canBePutForward(known.state))
    return refuseState({
      code: 'candidate-barred',
      message: 'Nothing is added to a candidate who is blocked, merged or erased.',
    })
  if (!seenAt || Date.parse(seenAt) !== Date.parse(known.updatedAt))
    return refuseState({
      code: 'changed-meanwhile',
      message:
        'The candidate was changed since you opened this CV. Reload to compare with what is there now.',
    })
  return ok(
    await req.payload.update({
      collection: 'candidates',
      id: candidateId,
      data: { ...singlesOf(values), ...rowsOf({ values, known }) },
      req,
      overrideAccess: true,
      depth: 0,
    }),
  )
}

const singlesOf = (values: TakenValues): Partial<Record<SingleValue, string>> => {
  const taken: Partial<Record<SingleValue, string>> = {}
  for (const name of singleValueKeys) {
    const value = values[name]
    if (value) taken[name] = value
  }
  return taken
}

/** Rows behind the known ones; a list to which nothing comes is left alone. */
const rowsOf = ({ values, known }: { values: TakenValues; known: Candidate | null }) => {
  const expertise = values.skills.flatMap(({ skillId, years }) =>
    skillId && years !== null && years !== undefined ? [{ skill: skillId, years }] : [],
  )
  return {
    ...(values.workHistory.length > 0
      ? {
          workHistory: withNewRows({
            known: known?.workHistory ?? [],
            given: values.workHistory,
            isSame: isSameJob,
          }),
        }
      : {}),
    ...(values.education.length > 0
      ? {
          education: withNewRows({
            known: known?.education ?? [],
            given: values.education,
            isSame: isSameStudy,
          }),
        }
      : {}),
    ...(values.languages.length > 0
      ? {
          languages: withNewRows({
            known: known?.languages ?? [],
            given: values.languages,
            isSame: (one, other) => one.language === other.language,
          }),
        }
      : {}),
    ...(values.skills.length > 0
      ? { skills: [...(known?.skills ?? []), ...values.skills.map(({ name }) => name)] }
      : {}),
    ...(expertise.length > 0
      ? {
          expertise: withNewRows({
            known: known?.expertise ?? [],
            given: expertise,
            isSame: (one, other) => idOf(one.skill) === idOf(other.skill),
          }),
        }
      : {}),
  }
}

/** The original: the candidate's document, unless it is one already. */
const attach = async ({
  req,
  documentId,
  candidateId,
}: {
  req: PayloadRequest
  documentId: string
  candidateId: string
}): Promise<void> => {
  await req.payload.update({
    collection: 'documents',
    id: documentId,
    data: { candidate: candidateId },
    req,
    overrideAccess: true,
    depth: 0,
  })
}

/** Certificates that the agency keeps as credentials: told by the CV, to be verified. */
const addCredentials = async ({
  req,
  candidateId,
  documentId,
  values,
}: {
  req: PayloadRequest
  candidateId: string
  documentId: string | null
  values: TakenValues
}): Promise<void> => {
  for (const type of new Set(values.credentialTypeIds)) {
    const there = await sqlOf(req).first({
      schema: z.object({ isKnownType: z.boolean(), isThere: z.boolean() }),
      text: `select
        exists (select 1 from credential_types where id = $1) as "isKnownType",
        exists (select 1 from credentials where type_id = $1 and candidate_id = $2) as "isThere"`,
      values: [type, candidateId],
    })
    if (!there?.isKnownType || there.isThere) continue
    const credential = await req.payload.create({
      collection: 'credentials',
      data: { candidate: candidateId, type, document: documentId, state: 'missing' },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const moved = await moveRecord({
      req,
      collection: 'credentials',
      id: credential.id,
      to: 'submitted',
      what: 'credential',
    })
    if (!moved.ok) throw new Error(moved.failure.message)
  }
}
