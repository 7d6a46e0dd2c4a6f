import { ok, refuseInput, refuseState, type Result } from '#plugins/kernel/domain'
import type { RejectReason } from './reasons'
import type { ShortlistState } from './shortlist-workflow'

export const shortlistDecisions = ['approve', 'reject', 'question'] as const

export type ShortlistDecision = (typeof shortlistDecisions)[number]

export type ItemDecision = 'pending' | ShortlistDecision

/**
 * Whether a client may answer so: a no needs a reason from the list, a question its text. A no is
 * final, because the candidate is told; a yes or a question may change while the client reviews.
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
  return ok({ isRepeated: current === decision && decision !== 'question' })
}

/** Where a shortlist stands after an answer: answered when every item has a yes or a no. */
export const shortlistStateFor = (decisions: readonly ItemDecision[]): ShortlistState => {
  const isFinal = (decision: ItemDecision): boolean =>
    decision === 'approve' || decision === 'reject'
  if (decisions.length > 0 && decisions.every(isFinal)) return 'answered'
  return decisions.some((decision) => decision !== 'pending') ? 'partly_answered' : 'sent'
}
