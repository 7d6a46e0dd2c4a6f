'use server'

import { redirect } from 'next/navigation'

import { giveScorecard } from '#plugins/pipeline'
import { scorecardPurpose } from '#plugins/pipeline/domain'
import { act } from '../../../../shared/act'
import { textsOf, type FormState } from '../../../../shared/form-state'

/** `criteria` are those the page showed, so that a number is never taken for another line's. */
export const giveScore = async (
  { interviewId, criteria }: { interviewId: string; criteria: readonly string[] },
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  const state = await act({
    command: giveScorecard,
    input: {
      interviewId,
      ratings: criteria.map((criterion, index) => {
        const score = values[`score${index}`]
        return {
          criterion,
          score: score ? Number(score) : null,
          words: values[`words${index}`] ?? '',
        }
      }),
      recommendation: values.recommendation ?? '',
      words: values.words ?? '',
    },
    purpose: scorecardPurpose,
    subject: { kind: 'interview', id: interviewId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/scorecards/${interviewId}`)
  const { ratings, ...errors } = state.errors
  return { ...state, errors: { ...errors, ...(ratings ? { score0: ratings } : {}) } }
}
