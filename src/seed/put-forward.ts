import { z } from 'zod'

import { moveRecord } from '#plugins/kernel'
import { applicationOf, newcomers } from './meet-people'
import type { Story } from './story'

type Pair = { story: Story; as: string; order: string; candidate: string }

const added = z.object({ submissionId: z.string() })

/** A recruiter puts somebody they know on an order. */
export const putForward = async ({ story, as, order, candidate }: Pair): Promise<void> => {
  const { submissionId } = await story.staff({
    as,
    command: 'add-candidate-to-order',
    input: {
      jobOrderId: story.ids.of(`order:${order}`),
      candidateId: story.ids.of(`candidate:${candidate}`),
    },
    result: added,
  })
  story.ids.keep(`submission:${order}:${candidate}`, submissionId)
}

/** Somebody applies on the website; newcomers become candidates by it. */
export const apply = async ({
  story,
  order,
  candidate,
  answer,
}: Omit<Pair, 'as'> & { answer?: string }): Promise<void> => {
  const application = await applicationOf(candidate)
  await story.visitor({
    command: 'apply-to-job',
    input: {
      ...application,
      postingId: story.ids.of(`posting:${order}`),
      ...(answer ? { answer } : {}),
    },
  })
  if (newcomers.includes(candidate)) {
    const { docs } = await story.payload.find({
      collection: 'candidates',
      where: { emailNormalised: { equals: application.email } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    story.ids.keep(`candidate:${candidate}`, docs[0]?.id ?? '')
  }
  const { docs } = await story.payload.find({
    collection: 'submissions',
    where: {
      jobOrder: { equals: story.ids.of(`order:${order}`) },
      candidate: { equals: story.ids.of(`candidate:${candidate}`) },
    },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  story.ids.keep(`submission:${order}:${candidate}`, docs[0]?.id ?? '')
}

/** Moves a card on the board; the client's mail is left out where the recruiter calls instead. */
export const moveCard = async ({
  story,
  as,
  order,
  candidate,
  to,
}: Pair & { to: string }): Promise<void> => {
  await story.staff({
    as,
    command: 'move-submission',
    input: {
      submissionId: story.ids.of(`submission:${order}:${candidate}`),
      toState: to,
      tellsClient: false,
    },
  })
}

const asked = z.object({ representationId: z.string() })

/** A candidate is asked for the right to represent them, and gives it by the link if they sign. */
export const askToRepresent = async ({
  story,
  as,
  order,
  candidate,
  signedName,
}: Pair & { signedName?: string }): Promise<void> => {
  const { representationId } = await story.staff({
    as,
    command: 'ask-right-to-represent',
    input: { submissionId: story.ids.of(`submission:${order}:${candidate}`) },
    result: asked,
  })
  if (!signedName) return
  await story.byLink({
    purpose: 'representation.answer',
    subject: { kind: 'representation', id: representationId },
    command: 'answer-right-to-represent',
    input: { representationId, answer: 'give', signedName },
  })
}

const sent = z.object({ shortlistId: z.string() })

/** Shows candidates to the order's contact, who decides by the link in the mail. */
export const sendShortlist = async ({
  story,
  as,
  order,
  candidates,
  message,
  dueInDays,
  isBlind = false,
  says = {},
}: Omit<Pair, 'candidate'> & {
  candidates: readonly string[]
  message: string
  dueInDays: number
  isBlind?: boolean
  /** What we say about a candidate, by their key. */
  says?: Readonly<Record<string, string>>
}): Promise<void> => {
  const { shortlistId } = await story.staff({
    as,
    command: 'send-shortlist',
    input: {
      jobOrderId: story.ids.of(`order:${order}`),
      submissionIds: candidates.map((candidate) =>
        story.ids.of(`submission:${order}:${candidate}`),
      ),
      message,
      dueOn: story.calendar.day(dueInDays),
      isBlind,
      recommendations: Object.fromEntries(
        Object.entries(says).map(([candidate, text]) => [
          story.ids.of(`submission:${order}:${candidate}`),
          text,
        ]),
      ),
    },
    result: sent,
  })
  story.ids.keep(`shortlist:${order}`, shortlistId)
}

export const decide = async ({
  story,
  order,
  candidate,
  ...decision
}: Omit<Pair, 'as'> & {
  decision: 'approve' | 'interview' | 'maybe' | 'reject' | 'question'
  rating?: number
  reason?: string
  comment?: string
}): Promise<void> => {
  const shortlistId = story.ids.of(`shortlist:${order}`)
  const { docs } = await story.payload.find({
    collection: 'shortlist-items',
    where: {
      shortlist: { equals: shortlistId },
      submission: { equals: story.ids.of(`submission:${order}:${candidate}`) },
    },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  await story.byLink({
    purpose: 'shortlist.decide',
    subject: { kind: 'shortlist', id: shortlistId },
    command: 'decide-shortlist-item',
    input: { shortlistId, itemId: docs[0]?.id, ...decision },
  })
}

/** Answers what the client asked about a candidate. */
export const answerQuestion = async ({
  story,
  as,
  order,
  candidate,
  reply,
}: Pair & { reply: string }): Promise<void> => {
  const { docs } = await story.payload.find({
    collection: 'shortlist-answers',
    where: {
      'item.submission': { equals: story.ids.of(`submission:${order}:${candidate}`) },
      decision: { equals: 'question' },
    },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  await story.staff({
    as,
    command: 'answer-shortlist-question',
    input: { answerId: docs[0]?.id, reply },
  })
}

const proposed = z.object({ interviewId: z.string() })

/**
 * Proposes an interview. Commands agree on times to come only, so one that has taken place is
 * proposed and accepted for tomorrow and then put on its day, before any mail tells of it.
 */
export const meet = async ({
  story,
  as,
  order,
  candidate,
  onDay,
  time,
  mode,
  place,
  otherDays = [],
}: Pair & {
  /** Days from today; negative: it has taken place. */
  onDay: number
  time: string
  /** Days from today on which the same time would do, too. */
  otherDays?: readonly number[]
  mode: 'phone' | 'video' | 'onsite'
  place: string
}): Promise<string> => {
  const isPast = onDay < 0
  const { interviewId } = await story.staff({
    as,
    command: 'propose-interview',
    input: {
      submissionId: story.ids.of(`submission:${order}:${candidate}`),
      mode,
      day: story.calendar.day(isPast ? 2 : onDay),
      time,
      otherTimes: otherDays.map((day) => `${story.calendar.day(day)}T${time}`),
      place,
    },
    result: proposed,
    isHeld: isPast,
  })
  if (!isPast) return interviewId
  await story.staff({
    as,
    command: 'answer-interview',
    input: { interviewId, answer: 'accept' },
    isHeld: true,
  })
  await story.system(async (req) => {
    const { startsAt, endsAt } = await req.payload.findByID({
      collection: 'interviews',
      id: interviewId,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const back = (instant: string) =>
      new Date(Date.parse(instant) - (2 - onDay) * 86_400_000).toISOString()
    await req.payload.update({
      collection: 'interviews',
      id: interviewId,
      data: { startsAt: back(startsAt), endsAt: back(endsAt) },
      req,
      overrideAccess: true,
      depth: 0,
    })
  })
  await story.settle()
  return interviewId
}

/** The candidate answers an interview by the link in the mail. */
export const answerInterview = async ({
  story,
  interviewId,
  answer,
  note,
}: {
  story: Story
  interviewId: string
  answer: 'accept' | 'decline'
  note?: string
}): Promise<void> => {
  await story.byLink({
    purpose: 'interview.answer',
    subject: { kind: 'interview', id: interviewId },
    command: 'answer-interview',
    input: { interviewId, answer, ...(note ? { note } : {}) },
  })
}

const extended = z.object({ offerId: z.string() })

/** Makes an offer and returns it. */
export const offer = async ({
  story,
  as,
  order,
  candidate,
  startsOn,
  ...terms
}: Pair & {
  startsOn: string
  endsOn?: string
  salaryMinor?: number
  payRateE4?: number
  message?: string
}): Promise<string> => {
  const { offerId } = await story.staff({
    as,
    command: 'extend-offer',
    input: {
      submissionId: story.ids.of(`submission:${order}:${candidate}`),
      startsOn,
      openForDays: 10,
      ...terms,
    },
    result: extended,
  })
  return offerId
}

/** The candidate's answer, by the link that is spent by it. */
export const answerOffer = async ({
  story,
  offerId,
  answer,
  ...words
}: {
  story: Story
  offerId: string
  answer: 'accept' | 'decline' | 'counter'
  reason?: string
  declineCode?: string
  wish?: object
}): Promise<void> => {
  await story.byLink({
    purpose: 'offer.answer',
    subject: { kind: 'offer', id: offerId },
    command: 'answer-offer',
    input: { offerId, answer, ...words },
  })
}

/** Enough candidates are with the client: the recruiter looks for no more. */
export const cover = async ({ story, order }: { story: Story; order: string }): Promise<void> =>
  await story.system(async (req) => {
    const moved = await moveRecord({
      req,
      collection: 'job-orders',
      id: story.ids.of(`order:${order}`),
      to: 'covered',
      what: 'job order',
    })
    if (!moved.ok) throw new Error(moved.failure.message)
  })
