import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { refusalByConsent } from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import { defineCommand, inSavepoint, lockRecord, sqlOf } from '#plugins/kernel'
import {
  calendarDay,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Result,
} from '#plugins/kernel/domain'
import { withoutIdentity } from '../domain/blind-words'
import { chosen, optionalText } from '../domain/inputs'
import { isClosedOrder } from '../domain/job-order-workflow'
import { identityOf } from '../queries/identity-of'
import {
  coverProblems,
  previewOfShortlist,
  type ShortlistPreview,
} from '../queries/shortlist-cover'
import { judgeShowing, lockShowing } from './judge-showing'
import { orderStateOf, submissionStateOf } from './lock-submission'
import { putSubmission } from './put-submission'
import { writeShortlist } from './write-shortlist'

const shortlistInput = z.object({
  jobOrderId: chosen('a job order'),
  contactId: chosen('a contact').optional(),
  submissionIds: z
    .array(chosen('a candidate'))
    .min(1, 'Choose at least one candidate.')
    .max(20, 'At most 20 candidates at once.'),
  /** Others at the client who are asked too; each answers for themselves. */
  alsoToIds: z.array(chosen('a contact')).max(10, 'At most ten more people.').default([]),
  /** Without names, employers, contacts and CVs. */
  isBlind: z.boolean().default(false),
  /** What we say about each, by the id of the submission. */
  recommendations: z.record(z.uuid(), optionalText(2_000)).default({}),
  message: optionalText(4_000),
  dueOn: calendarDay.nullish(),
  /** Own words of the mail, with the merge fields of its template; else those of the template. */
  coverSubject: optionalText(200),
  coverText: optionalText(5_000),
  /** Sends nothing and answers what the client would get. */
  isPreview: z.boolean().default(false),
})

type Input = z.output<typeof shortlistInput>

export const sendShortlist = defineCommand({
  name: 'send-shortlist',
  summary: 'Show candidates to a contact of the client, who decides by link',
  input: shortlistInput,
  allow: { staff: 'pipeline.write' },
  run: async ({ input, ctx: { req } }) => {
    const problems = await coverProblems({ req, cover: coverOf(input) })
    if (Object.keys(problems).length > 0) return refuseInput(problems)
    return await inSavepoint({
      req,
      run: async (): Promise<Result<Sent>> => {
        const done = await send({ req, input })
        if (!done.ok || !input.isPreview) return done
        const preview = await previewOfShortlist({ req, shortlistId: done.value.shortlistId })
        return ok({ ...done.value, preview })
      },
      keep: (result) => result.ok && !input.isPreview,
    })
  },
})

const coverOf = ({ coverSubject, coverText }: Pick<Input, 'coverSubject' | 'coverText'>) => ({
  subject: coverSubject,
  text: coverText,
})

type Sent = { shortlistId: string; preview: ShortlistPreview | null }

const send = async ({
  req,
  input,
}: {
  req: PayloadRequest
  input: Input
}): Promise<Result<Sent>> => {
  const order = await lockRecord({ req, collection: 'job-orders', id: input.jobOrderId })
  if (!order) return refuseMissing('job order')
  if (isClosedOrder(orderStateOf(order)))
    return refuseState({ code: 'order-closed', message: 'This order is closed.' })
  const contactId = input.contactId ?? idOf(order.contact)
  if (!contactId) return refuseInput({ contactId: 'Choose who decides at the client.' })
  const candidateIds = await candidatesOf({ req, submissionIds: input.submissionIds })
  // Two orders that show the same people to this client wait for each other, in one order.
  await lockShowing({ req, clientId: idOf(order.client), candidateIds })
  const submissions: DataFromCollectionSlug<'submissions'>[] = []
  for (const id of new Set(input.submissionIds)) {
    const submission = await underReview({ req, order, id })
    if (!submission.ok) return submission
    submissions.push(submission.value)
  }
  const told = await wordsFor({ req, isBlind: input.isBlind, candidateIds })
  const cover = coverOf(input)
  const sent = await writeShortlist({
    req,
    order,
    contactId,
    submissions,
    message: told(input.message),
    alsoTo: input.alsoToIds,
    isBlind: input.isBlind,
    recommendations: Object.fromEntries(
      Object.entries(input.recommendations).map(([id, text]) => [id, told(text)]),
    ),
    dueOn: input.dueOn ?? null,
    cover: { subject: told(cover.subject), text: told(cover.text) },
  })
  return sent.ok ? ok({ shortlistId: sent.value.id, preview: null }) : sent
}

/** Words of the agency as the client reads them: those on a blind shortlist name nobody on it. */
const wordsFor = async ({
  req,
  isBlind,
  candidateIds,
}: {
  req: PayloadRequest
  isBlind: boolean
  candidateIds: readonly string[]
}): Promise<(text: string | null) => string | null> => {
  if (!isBlind) return (text) => text
  const identity = await identityOf({ req, candidateIds })
  return (text) => (text === null ? null : withoutIdentity({ text, identity }))
}

const candidatesOf = async ({
  req,
  submissionIds,
}: {
  req: PayloadRequest
  submissionIds: readonly string[]
}): Promise<string[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ candidate_id: z.string() }),
    text: 'select candidate_id from submissions where id = any($1::uuid[])',
    values: [submissionIds],
  })
  return rows.map(({ candidate_id }) => candidate_id)
}

/** Locks a submission of the order and brings it into the client's review. */
const underReview = async ({
  req,
  order,
  id,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  id: string
}): Promise<Result<DataFromCollectionSlug<'submissions'>>> => {
  const submission = await lockRecord({ req, collection: 'submissions', id })
  if (!submission || idOf(submission.jobOrder) !== order.id)
    return refuseInput({ submissionIds: 'Choose candidates of this order.' })
  const unwanted = await refusalByConsent({ req, candidateId: idOf(submission.candidate) })
  if (unwanted) return unwanted
  const state = submissionStateOf(submission)
  if (state === 'client_review') {
    const unfit = await judgeShowing({ req, order, submission })
    return unfit ?? ok(submission)
  }
  return await putSubmission({ req, locked: { order, submission, state }, to: 'client_review' })
}
