import { createHash } from 'node:crypto'
import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { keepConsent, matchCandidate, personInput, storeDocument } from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, publish, sqlOf } from '#plugins/kernel'
import {
  normaliseEmail,
  ok,
  refuseInput,
  refuseState,
  type Actor,
  type Result,
} from '#plugins/kernel/domain'
import { chosen, optionalText } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { judgeAnswer, screeningKinds, screeningKnockOuts } from '../domain/screening'
import { todayAtWork } from '../queries/clock-of-work'
import { orderStateOf } from './lock-submission'
import { liveSubmissionOf, writeSubmission } from './write-submission'

/** Ten million bytes in base64. */
const mostCharacters = 13_400_000

/**
 * An application: finds or makes the candidate by e-mail and phone and puts them on the order, once
 * however often and however parallel it is sent. Whoever sends it learns only that it was received:
 * whether the person was known is not for strangers.
 */
export const applyToJob = defineCommand({
  name: 'apply-to-job',
  summary: 'Apply for a published job',
  input: personInput.extend({
    postingId: chosen('a job'),
    email: z
      .string('Please fill in your e-mail address.')
      .trim()
      .min(1, { message: 'Please fill in your e-mail address.', abort: true })
      .refine((text) => normaliseEmail(text) !== null, 'This is not a complete e-mail address.'),
    answer: optionalText(2_000),
    cv: z
      .object({
        filename: z.string().min(1).max(255),
        contentBase64: z
          .string()
          .max(mostCharacters, 'This file is too large: at most 10 MB.')
          .refine(isBase64, 'This file did not arrive whole. Please choose it again.'),
      })
      .nullish(),
    agreesToApplication: z.literal(
      true,
      'Please agree: without it we must not handle your application.',
    ),
    agreesToTalentPool: z.boolean().default(false),
    /** In which the form showed what one agrees to, such as en-GB. */
    language: z.string().max(35).default('en'),
  }),
  allow: { anonymous: true },
  rate: { limit: 30, windowSeconds: 3_600 },
  maxBodyBytes: mostCharacters + 100_000,
  run: async ({ input, ctx: { req, actor } }) => {
    const {
      postingId,
      answer,
      cv,
      language,
      agreesToTalentPool,
      agreesToApplication: _,
      ...person
    } = input
    const open = await openJob({ req, postingId })
    if (!open.ok) return open
    const { posting, order } = open.value
    const judged = judgeAnswer({ screening: screeningOf(order), answer })
    if (!judged.ok) return judged
    const matched = await matchCandidate({
      req,
      person,
      source: sourceOf({ actor, site: posting.site }),
    })
    if (!matched.ok) return matched
    const candidateId = matched.value.candidate.id
    const live = await liveSubmissionOf({ req, jobOrderId: order.id, candidateId })
    if (live) {
      const kept = cv ? await keepNewCv({ req, cv, candidateId, live, order }) : ok(null)
      return kept.ok ? ok(received({ actor, submissionId: live.id })) : kept
    }

    const stored = cv ? await storeCv({ req, cv, candidateId }) : ok(null)
    if (!stored.ok) return stored
    const source = cameByProgram(actor) ? 'program' : 'site'
    const consent = { req, candidateId, channel: source, language }
    await keepConsent({ ...consent, purpose: 'application' })
    if (agreesToTalentPool) await keepConsent({ ...consent, purpose: 'talent-pool' })
    const submission = await writeSubmission({
      req,
      order,
      candidateId,
      data: { source, posting: posting.id, cv: stored.value, ...judged.value },
    })
    return ok(received({ actor, submissionId: submission.id }))
  },
})

/** Sent by a program with a key or by an incoming webhook, which act for a colleague. */
const cameByProgram = (actor: Actor): boolean => actor.kind === 'staff' && Boolean(actor.viaKey)

/** How the agency met them: the site they applied on, or the program that sent them, by its name. */
const sourceOf = ({ actor, site }: { actor: Actor; site: string }): string =>
  actor.kind === 'staff' && actor.viaKey ? `program:${actor.viaKey.name}` : `site:${site}`

/** The job as long as it can be applied for, its order locked: the same person twice waits here. */
const openJob = async ({
  req,
  postingId,
}: {
  req: PayloadRequest
  postingId: string
}): Promise<
  Result<{
    posting: DataFromCollectionSlug<'job-postings'>
    order: DataFromCollectionSlug<'job-orders'>
  }>
> => {
  const known = await findPosting({ req, postingId })
  const order = known
    ? await lockRecord({ req, collection: 'job-orders', id: idOf(known.jobOrder) })
    : null
  const posting =
    order && !order.deletedAt && isWorkedOn(orderStateOf(order))
      ? await findPosting({ req, postingId })
      : null
  const isOver =
    order && posting?.validThroughOn
      ? posting.validThroughOn < (await todayAtWork({ req, order }))
      : false
  if (!order || posting?.state !== 'published' || isOver)
    return refuseState({
      code: 'job-closed',
      message: 'This job is no longer open for applications.',
    })
  return ok({ posting, order })
}

const findPosting = async ({
  req,
  postingId,
}: {
  req: PayloadRequest
  postingId: string
}): Promise<DataFromCollectionSlug<'job-postings'> | null> =>
  await req.payload.findByID({
    collection: 'job-postings',
    id: postingId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })

const screeningSchema = z.object({
  kind: z.enum(screeningKinds),
  knockOut: z.enum(screeningKnockOuts),
  question: z.string().nullable(),
})

const screeningOf = (order: DataFromCollectionSlug<'job-orders'>) =>
  screeningSchema.parse({
    kind: order.screeningKind,
    knockOut: order.screeningKnockOut,
    question: order.screeningQuestion ?? null,
  })

const storeCv = async ({
  req,
  cv,
  candidateId,
}: {
  req: PayloadRequest
  cv: { filename: string; contentBase64: string }
  candidateId: string
}): Promise<Result<string>> => {
  const stored = await storeDocument({
    req,
    file: { bytes: Buffer.from(cv.contentBase64, 'base64'), filename: cv.filename },
    kind: 'cv',
    candidateId,
  })
  if (stored.ok) return ok(stored.value.documentId)
  return refuseInput({ cv: stored.failure.fields?.file ?? stored.failure.message })
}

/**
 * Whoever applies again brings another CV: it is kept with the candidate, newest first, and belongs to
 * the application when that has none. It takes the place of no other, because anybody may type an
 * address: a recruiter does that. The same file again is no news.
 */
const keepNewCv = async ({
  req,
  cv,
  candidateId,
  live,
  order,
}: {
  req: PayloadRequest
  cv: { filename: string; contentBase64: string }
  candidateId: string
  live: { id: string }
  order: DataFromCollectionSlug<'job-orders'>
}): Promise<Result<null>> => {
  const known = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from documents where candidate_id = $1 and kind = 'cv' and sha256 = $2 limit 1`,
    values: [candidateId, sha256Of(cv.contentBase64)],
  })
  if (known) return ok(null)
  const stored = await storeCv({ req, cv, candidateId })
  if (!stored.ok) return stored
  const submission = await lockRecord({ req, collection: 'submissions', id: live.id })
  if (submission && !submission.cv)
    await req.payload.update({
      collection: 'submissions',
      id: live.id,
      data: { cv: stored.value },
      req,
      overrideAccess: true,
      depth: 0,
    })
  await publish({
    req,
    event: {
      name: 'submission.cv-renewed',
      subject: { kind: 'submission', id: live.id },
      person: { kind: 'candidate', id: candidateId },
      clientId: idOf(order.client),
      orderId: order.id,
      ballIn: 'agency',
    },
  })
  return ok(null)
}

const sha256Of = (base64: string): string =>
  createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')

const received = ({ actor, submissionId }: { actor: Actor; submissionId: string }) => ({
  isReceived: true,
  submissionId: actor.kind === 'staff' || actor.kind === 'system' ? submissionId : null,
})

function isBase64(text: string): boolean {
  return text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}
