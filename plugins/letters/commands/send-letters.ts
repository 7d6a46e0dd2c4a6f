import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'

import { defineCommand, enqueue, sqlOf } from '#plugins/kernel'
import {
  can,
  ok,
  refuseInput,
  refuseMissing,
  refuseRight,
  refuseState,
  type Actor,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { templateProblems } from '#plugins/work/domain'
import { letterFields } from '../domain/letter-fields'
import { isToChosen, letterInput, mostShown, type LetterInput } from '../domain/letter-input'
import type { Recipient } from '../domain/recipient'
import type { LettersOptions } from '../options'
import { conversationOf } from '../queries/conversation-of'
import { judgeReaders, type JudgedReader } from '../queries/judge-readers'
import { letterFrames, type LetterFrames } from '../queries/letter-frame'
import { readersOf } from '../queries/readers-of'
import { queueLetter, wordsFor } from './queue-letter'

export const sendMailingQueue = 'send-mailing'

/** One of the people as the writer sees them before sending. */
type ShownReader = {
  readerId: string
  name: string
  isDone: boolean
  why: string | null
  subject: string
  text: string
  /** Merge fields that are empty for them. */
  missing: readonly string[]
}

type Sent = {
  isPreview: boolean
  done: number
  skipped: number
  items: readonly ShownReader[]
  /** When it goes to several or is news. */
  mailingId: string | null
}

/**
 * Writes to candidates or contacts, one or many. The same call with `isPreview` shows what each would
 * read and who is left out and why, and changes nothing. Several go out in the background.
 */
export const sendLetters = ({ agencyName, siteUrl }: LettersOptions) =>
  defineCommand({
    name: 'send-letters',
    summary: 'Write a mail to candidates or contacts; each who must not be written to is named',
    input: letterInput,
    allow: { staff: 'pipeline.write' },
    rate: { limit: 400, windowSeconds: 3_600 },
    run: async ({ input, ctx: { req, actor } }) => {
      const refusal = (await refusalOf({ req, input, actor })) ?? problemsOf(input)
      if (refusal) return refusal
      const conversation = input.answersId
        ? await conversationOf({ req, mailId: input.answersId, siteUrl })
        : null
      if (input.answersId && !conversation) return refuseMissing('mail')
      const readers = await readersOf({
        req,
        input,
        orderId: input.jobOrderId ?? conversation?.orderId ?? null,
      })
      if (!readers.ok) return readers
      const recipients = readers.value
      const frames = await letterFrames({
        req,
        orderIds: recipients.map(({ orderId }) => orderId),
        senderId: actor.kind === 'staff' ? actor.id : null,
        agencyName,
      })
      const judged = await judgeReaders({
        req,
        reader: input.reader,
        recipients,
        frames,
        isNews: input.isNews,
      })
      if (judged.length === 0) return refuseMissing(nounOf(input))
      const outcome = outcomeOf({ input, judged })
      if (input.isPreview) return ok(outcome)
      if (outcome.done === 0)
        return refuseState({
          code: 'nobody-left',
          message: judged[0]?.why ?? 'Nobody is left to write to.',
        })
      const [only] = judged
      if (judged.length === 1 && only?.person.address && !input.isNews) {
        await queueLetter({
          req,
          words: input,
          reader: input.reader,
          person: { ...only.person, address: only.person.address },
          frame: only.frame,
          conversation,
          dedupeKey: `letter:${randomUUID()}`,
        })
        return ok(outcome)
      }
      const mailingId = await beginMailing({ req, input, recipients, frames })
      return ok<Sent>({ ...outcome, mailingId })
    },
  })

/** Whoever writes must see whom, and the order; news is for those who look after the records. */
const refusalOf = async ({
  req,
  input,
  actor,
}: {
  req: PayloadRequest
  input: LetterInput
  actor: Actor
}): Promise<Result<never, Failure> | null> => {
  const area = input.reader === 'candidate' ? 'candidates' : 'clients'
  if (!can({ actor, permission: `${area}.read` }))
    return refuseRight('You may not see whom you write to.')
  if (input.isNews && !can({ actor, permission: `${area}.write` }))
    return refuseRight('Mailings are sent by colleagues who may change these records.')
  if (input.submissionIds.length > 0 && !can({ actor, permission: 'orders.read' }))
    return refuseRight('You may not see the orders of these candidates.')
  if (!input.jobOrderId) return null
  const order = await req.payload.findByID({
    collection: 'job-orders',
    id: input.jobOrderId,
    depth: 0,
    req,
    overrideAccess: actor.kind === 'system',
    disableErrors: true,
  })
  return order ? null : refuseMissing('job order')
}

const problemsOf = ({ reader, subject, text }: LetterInput): Result<never, Failure> | null => {
  const problems = templateProblems({
    template: { subject, opening: text, ending: '', button: '' },
    fields: letterFields(reader),
  })
  if (!problems.subject && !problems.opening) return null
  return refuseInput({
    ...(problems.subject ? { subject: problems.subject } : {}),
    ...(problems.opening ? { text: problems.opening } : {}),
  })
}

const nounOf = ({ reader }: LetterInput): string =>
  reader === 'candidate' ? 'candidate' : 'contact'

const outcomeOf = ({
  input,
  judged,
}: {
  input: LetterInput
  judged: readonly JudgedReader[]
}): Sent => ({
  isPreview: input.isPreview,
  done: judged.filter(({ why }) => why === null).length,
  skipped: judged.filter(({ why }) => why !== null).length,
  // First who is left out: that is what has to be looked at.
  items: [
    ...shown({ input, judged: judged.filter(({ why }) => why !== null) }),
    ...shown({ input, judged: judged.filter(({ why }) => why === null) }),
  ].map(({ person, frame, why }) => ({
    readerId: person.id,
    name: person.name,
    isDone: why === null,
    why,
    ...wordsFor({ words: input, reader: input.reader, person, frame }),
  })),
  mailingId: null,
})

/** Chosen people all; of everybody in a pool and the like as many as somebody looks through. */
const shown = ({
  input,
  judged,
}: {
  input: LetterInput
  judged: readonly JudgedReader[]
}): readonly JudgedReader[] => (isToChosen(input) ? judged : judged.slice(0, mostShown))

const beginMailing = async ({
  req,
  input,
  recipients,
  frames,
}: {
  req: PayloadRequest
  input: LetterInput
  recipients: readonly Recipient[]
  frames: LetterFrames
}): Promise<string> => {
  const people = [
    ...new Map(recipients.map((one) => [`${one.personId} ${one.orderId}`, one])).values(),
  ]
  const [frame] = frames.values()
  const mailing = await req.payload.create({
    collection: 'mailings',
    data: {
      state: 'sending',
      subject: input.subject,
      text: input.text,
      reader: input.reader,
      isNews: input.isNews,
      people: people.length,
      startedBy: frame?.sender?.id ?? null,
      jobOrder: frames.size === 1 ? (frame?.order?.id ?? null) : null,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  // Their order is kept: of one address the first is written to, as the writer was shown.
  await sqlOf(req).run({
    text: `insert into mailing_recipients (id, mailing_id, person_kind, person_id, job_order_id,
        updated_at, created_at)
      select uuid_v7(), $1, $2::enum_mailing_recipients_person_kind, person, about, now(),
        now() + place * interval '1 millisecond'
      from unnest($3::text[], $4::uuid[]) with ordinality as given(person, about, place)`,
    values: [
      mailing.id,
      input.reader,
      people.map(({ personId }) => personId),
      people.map(({ isPutForward, orderId }) => (isPutForward ? orderId : null)),
    ],
  })
  await enqueue({ req, queue: sendMailingQueue, data: { mailingId: mailing.id } })
  return mailing.id
}
