import type { MergeRule } from '#plugins/kernel'
import { ok, refuseState } from '#plugins/kernel/domain'
import {
  liveSubmissionStates,
  isSeenByClient,
  type SubmissionState,
} from '../domain/submission-workflow'
import { lockSubmission } from './lock-submission'
import { putSubmission } from './put-submission'

/**
 * One person who is on an order twice, since they had two records: the submission that is further goes
 * on, the other one is withdrawn. When the client knows both, a person has to decide first.
 */
export const doubleSubmissions: MergeRule = {
  table: 'submissions',
  clash: 'settled',
  text: 'Both are on the same order. The one that is further goes on; the other is withdrawn.',
  settle: async ({ req, pairs }) => {
    for (const { keptRow, mergedRow } of pairs) {
      const kept = await lockSubmission({ req, id: keptRow })
      if (!kept.ok) return kept
      const merged = await lockSubmission({ req, id: mergedRow })
      if (!merged.ok) return merged
      const behind = rankOf(kept.value.state) < rankOf(merged.value.state) ? kept : merged
      if (isSeenByClient(behind.value.state))
        return refuseState({
          code: 'both-with-client',
          message: `The client knows both of them on ${behind.value.order.ref ?? 'one order'}. Withdraw one of the two there first.`,
        })
      const withdrawn = await putSubmission({
        req,
        locked: behind.value,
        to: 'withdrawn',
        reason: 'The same person is on this order already, under another record.',
      })
      if (!withdrawn.ok) return withdrawn
    }
    return ok(null)
  },
}

const rankOf = (state: SubmissionState): number =>
  liveSubmissionStates.findIndex((live) => live === state)
