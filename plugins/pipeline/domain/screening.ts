import { ok, refuseInput, type Result } from '#plugins/kernel/domain'

export const screeningKinds = ['none', 'yes_no', 'text'] as const
export const screeningKnockOuts = ['none', 'yes', 'no'] as const

export type Screening = {
  kind: (typeof screeningKinds)[number]
  question: string | null
  knockOut: (typeof screeningKnockOuts)[number]
}

/** Whether an order really asks something. */
export const asksQuestion = ({ kind, question }: Screening): boolean =>
  kind !== 'none' && Boolean(question?.trim())

/**
 * Reads the answer to an order's question. A knock-out answer is taken all the same: it marks the
 * submission, and a person decides.
 */
export const judgeAnswer = ({
  screening,
  answer,
}: {
  screening: Screening
  answer: string | null | undefined
}): Result<{ answer: string | null; isKnockOut: boolean }> => {
  if (!asksQuestion(screening)) return ok({ answer: null, isKnockOut: false })
  const given = answer?.trim() ?? ''
  if (screening.kind === 'yes_no') {
    if (given !== 'yes' && given !== 'no')
      return refuseInput({ answer: 'Please answer yes or no.' })
    return ok({ answer: given, isKnockOut: given === screening.knockOut })
  }
  if (given === '') return refuseInput({ answer: 'Please answer this question.' })
  if (given.length > 2_000)
    return refuseInput({ answer: 'Please keep the answer below 2,000 characters.' })
  return ok({ answer: given, isKnockOut: false })
}
