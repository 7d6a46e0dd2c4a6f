import { ok, refuseInput, type Result } from '#plugins/kernel/domain'

/** Opens the scorecard of an interview for one of the client’s people. */
export const scorecardPurpose = 'interview.score'

export const recommendations = ['strong_yes', 'yes', 'no', 'strong_no'] as const

export type Recommendation = (typeof recommendations)[number]

export const recommendationLabels: Record<Recommendation, string> = {
  strong_yes: 'Yes, certainly',
  yes: 'Yes',
  no: 'No',
  strong_no: 'No, certainly not',
}

export const recommendationOptions = recommendations.map((value) => ({
  value,
  label: recommendationLabels[value],
}))

/** What is looked at where the order’s plan says nothing of its own. */
export const usualCriteria: readonly string[] = [
  'Skills for the work',
  'Experience',
  'Communication',
  'Motivation',
  'Fit with the team',
]

/** What stands on the scorecard of a round: the criteria of the plan, else the usual ones. */
export const criteriaFor = ({
  plan,
  round,
}: {
  plan: readonly { name: string; criteria?: readonly string[] | null | undefined }[]
  round: string | null
}): readonly string[] => {
  const planned = plan.find(({ name }) => name === round)?.criteria ?? []
  return planned.length > 0 ? [...new Set(planned)] : usualCriteria
}

export type Rating = { criterion: string; score: number | null; words: string | null }

export type Scorecard = {
  ratings: readonly Rating[]
  recommendation: Recommendation
  words: string | null
}

/**
 * Whether a scorecard can be counted: it rates what was asked and nothing else, each thing once, from 1
 * to 5 or not at all, and says why where it advises against somebody. The ratings come back in the order
 * in which they were asked for.
 */
export const judgeScorecard = ({
  criteria,
  card,
}: {
  criteria: readonly string[]
  card: Scorecard
}): Result<Scorecard> => {
  const given = new Map(card.ratings.map((rating) => [rating.criterion, rating]))
  const unknown = card.ratings.find(({ criterion }) => !criteria.includes(criterion))
  if (unknown || given.size < card.ratings.length)
    return refuseInput({
      ratings: 'What is looked at has changed. Please load the page again and rate what it shows.',
    })
  const ratings = criteria.map(
    (criterion): Rating => given.get(criterion) ?? { criterion, score: null, words: null },
  )
  if (ratings.every(({ score }) => score === null))
    return refuseInput({ ratings: 'Please rate at least one line from 1 to 5.' })
  if (!card.words && (card.recommendation === 'no' || card.recommendation === 'strong_no'))
    return refuseInput({ words: 'Please say in a sentence what speaks against it.' })
  return ok({ ...card, ratings })
}

/** The mean of what was rated, to one decimal; null when nothing was. */
export const meanScore = (ratings: readonly Pick<Rating, 'score'>[]): number | null => {
  const scores = ratings.flatMap(({ score }) => (score === null ? [] : [score]))
  if (scores.length === 0) return null
  return Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 10) / 10
}
