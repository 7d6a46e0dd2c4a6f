import { ok, refuseInput, refuseState, type Result } from '#plugins/kernel/domain'
import type { RejectReason } from './reasons'
import type { ShortlistState } from './shortlist-workflow'

export const shortlistDecisions = ['approve', 'interview', 'maybe', 'reject', 'question'] as const

export type ShortlistDecision = (typeof shortlistDecisions)[number]

export type ItemDecision = 'pending' | ShortlistDecision

/** What a client said, in the words of the agency. */
export const shortlistDecisionLabels: Record<ShortlistDecision, string> = {
  approve: 'Approved',
  interview: 'Wants to meet',
  maybe: 'Maybe',
  reject: 'Rejected',
  question: 'Question',
}

/** Answers after which nothing more is waited for. */
const settling: readonly ItemDecision[] = ['approve', 'interview', 'reject']

/** The client has said what the agency needs to go on or to stop. */
export const isSettled = (decision: ItemDecision): boolean => settling.includes(decision)

/**
 * Whether a client may answer so: a no needs a reason from the list, a question its text. A no is
 * final, because the candidate is told; a yes, a maybe or a question may change while the client reviews.
 */
export const judgeDecision = ({
  current,
  decision,
  reason,
  comment,
}: {
  current: ItemDecision
  decision: ShortlistDecision
  reason: RejectReason | null | undefined
  comment: string | null | undefined
}): Result<{ isRepeated: boolean }> => {
  if (decision === 'reject' && !reason)
    return refuseInput({ reason: 'Please choose why this candidate does not fit.' })
  if (decision === 'question' && !comment?.trim())
    return refuseInput({ comment: 'Please write your question.' })
  if (current === 'reject' && decision !== 'reject')
    return refuseState({
      code: 'already-decided',
      message: 'You have already decided on this candidate. Please call us to change it.',
    })
  return ok({ isRepeated: current === decision && isSettled(decision) })
}

/** Where a shortlist stands after an answer: answered when every item has a yes or a no. */
export const shortlistStateFor = (decisions: readonly ItemDecision[]): ShortlistState => {
  if (decisions.length > 0 && decisions.every(isSettled)) return 'answered'
  return decisions.some((decision) => decision !== 'pending') ? 'partly_answered' : 'sent'
}

/** What one person at the client said on one candidate. */
export type GivenAnswer = {
  contactId: string
  decision: ShortlistDecision
  /** When, as an instant. */
  at: string
}

/**
 * What counts among the answers of several people: the word of whom the shortlist was sent to; before
 * they spoke, the newest of the others, whose no is only a maybe. So nobody's colleague ends what
 * another is still to decide.
 */
export const countingAnswer = ({
  answers,
  addresseeId,
}: {
  answers: readonly GivenAnswer[]
  addresseeId: string
}): ItemDecision => {
  const own = answers.find(({ contactId }) => contactId === addresseeId)
  if (own) return own.decision
  const [newest] = answers.toSorted((one, other) => other.at.localeCompare(one.at))
  if (!newest) return 'pending'
  return newest.decision === 'reject' ? 'maybe' : newest.decision
}

/** So many rejections by a client for one reason say that the order asks for something else. */
export const rejectionsThatSayMore = 4

/** Somebody waits for our answer: a question that has none yet. */
export const asksSomething = ({
  decision,
  repliedAt,
}: {
  decision: string
  repliedAt?: string | null | undefined
}): boolean => decision === 'question' && !repliedAt

/** Names the task that a question makes; one who asks again makes another. */
export const questionTaskKey = ({
  answerId,
  askedAt,
}: {
  answerId: string
  askedAt: string | null | undefined
}): string => `shortlist-question:${answerId}:${askedAt ? new Date(askedAt).toISOString() : ''}`

/** Names the task to arrange that a client meets somebody. */
export const meetingTaskKey = (submissionId: string): string => `shortlist-meeting:${submissionId}`
