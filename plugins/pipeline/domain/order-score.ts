import { addDays, formatDay } from '#plugins/kernel/domain'
import type { QualificationFacts, Share } from './qualification-facts'

export const scorePartKeys = [
  'urgency',
  'commitment',
  'value',
  'fillability',
  'client',
  'clarity',
] as const
export type ScorePartKey = (typeof scorePartKeys)[number]

export type ScorePart = {
  key: ScorePartKey
  label: string
  points: number
  most: number
  /** What gave points, and what would give more. */
  why: readonly string[]
}

export type Score = { total: number; parts: readonly ScorePart[] }

/** Points with the sentence that explains them; none earned says what is missing. */
type Item = { points: number; why: string }

/** An order’s score from 0 to 100 in six parts, by the table of domain/recruiting.md section 3. */
export const scoreOrder = (facts: QualificationFacts): Score => {
  const parts = [
    part({ key: 'urgency', label: 'Urgency', most: 20, items: urgencyItems(facts) }),
    part({ key: 'commitment', label: 'Commitment', most: 20, items: commitmentItems(facts) }),
    part({ key: 'value', label: 'Value', most: 15, items: [valueItem(facts)] }),
    part({ key: 'fillability', label: 'Can we fill it', most: 20, items: fillItems(facts) }),
    part({ key: 'client', label: 'Client so far', most: 15, items: clientItems(facts) }),
    part({ key: 'clarity', label: 'Clarity', most: 10, items: [clarityItem(facts)] }),
  ]
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts }
}

const part = ({
  key,
  label,
  most,
  items,
}: {
  key: ScorePartKey
  label: string
  most: number
  items: readonly Item[]
}): ScorePart => ({
  key,
  label,
  most,
  points: Math.min(
    most,
    items.reduce((sum, { points }) => sum + points, 0),
  ),
  why: items.map(({ points, why }) => (points > 0 ? `+${points} ${why}` : why)),
})

const urgencyItems = (facts: QualificationFacts): readonly Item[] => {
  const longAgo = addDays({ day: facts.today, days: -28 })
  const isLongOpen = facts.openSinceOn !== null && facts.openSinceOn < longAgo
  return [
    startItem(facts),
    facts.hasConsequence
      ? { points: 4, why: 'The client said what happens if nobody starts.' }
      : { points: 0, why: 'Ask what happens if nobody starts (+4).' },
    isLongOpen && facts.hasSearchedInternally
      ? { points: 4, why: 'Open for more than four weeks, and searched for inside.' }
      : { points: 0, why: 'Open for four weeks and searched for inside would be +4.' },
  ]
}

/** A start that has passed is no date any more: it has to be agreed anew. */
const startItem = ({ startsOn, today, urgency }: QualificationFacts): Item => {
  if (startsOn && startsOn >= today) {
    if (startsOn <= addDays({ day: today, days: 14 }))
      return { points: 12, why: 'Starts within 14 days.' }
    if (startsOn <= addDays({ day: today, days: 30 }))
      return { points: 8, why: 'Starts within 30 days.' }
    return { points: 4, why: 'Has a start date, more than 30 days away.' }
  }
  if (startsOn) return { points: 2, why: 'The start date has passed. Agree on a new one.' }
  return urgency === 'asap'
    ? { points: 2, why: 'As soon as possible, without a date. Ask for one.' }
    : { points: 0, why: 'Ask for the start date (up to +12).' }
}

const commitmentItems = (facts: QualificationFacts): readonly Item[] => [
  promiseItem(facts),
  facts.interviewSlots > 0
    ? { points: 5, why: 'Interview times are booked.' }
    : { points: 0, why: 'Book interview times with the client (+5).' },
  facts.feedbackSlaHours !== null && facts.feedbackSlaHours <= 48
    ? { points: 3, why: 'Feedback within 48 hours is agreed.' }
    : { points: 0, why: 'Agree on feedback within 48 hours (+3).' },
]

const promiseItem = ({
  feeKind,
  exclusivityUntilOn,
  competingAgencies,
  today,
}: QualificationFacts): Item => {
  if (feeKind === 'retained') return { points: 12, why: 'Retained.' }
  if (exclusivityUntilOn && exclusivityUntilOn >= today)
    return {
      points: 10,
      why: `Ours alone until ${formatDay({ day: exclusivityUntilOn, locale: 'en-GB' })}.`,
    }
  if (competingAgencies !== null && competingAgencies <= 1)
    return { points: 5, why: 'At most two agencies, ours included.' }
  return {
    points: 0,
    why:
      competingAgencies === null
        ? 'Ask how many agencies work on it.'
        : `${competingAgencies + 1} agencies work on it. Exclusivity would be +10.`,
  }
}

const valueItem = ({ valueRatioBp: ratio }: QualificationFacts): Item => {
  if (ratio === null) return { points: 0, why: 'Fee or rates are missing.' }
  if (ratio >= 15_000)
    return { points: 15, why: 'At least one and a half times the desk’s median.' }
  if (ratio >= 10_000) return { points: 10, why: 'At or above the desk’s median.' }
  if (ratio >= 7_000) return { points: 5, why: 'A little below the desk’s median.' }
  return { points: 0, why: 'Well below the desk’s median.' }
}

const fillItems = ({ matches, pay, categoryFill }: QualificationFacts): readonly Item[] => [
  matchesItem(matches),
  payItem(pay),
  reaches({ share: categoryFill, percent: 50 })
    ? { points: 5, why: 'We fill at least half of the openings of this category.' }
    : {
        points: 0,
        why:
          categoryFill.of === 0
            ? 'Nothing of this category has ended yet.'
            : 'We fill less than half of the openings of this category.',
      },
]

const matchesItem = (matches: number | null): Item => {
  if (matches === null)
    return { points: 0, why: 'No must-have is a skill of candidates, so nobody can be counted.' }
  if (matches >= 4) return { points: 10, why: 'Four or more matching candidates are available.' }
  if (matches >= 2) return { points: 6, why: `${matches} matching candidates are available.` }
  return matches === 1
    ? { points: 3, why: 'One matching candidate is available.' }
    : { points: 0, why: 'No matching candidate is available.' }
}

const payItem = ({ offered, p25, p50 }: QualificationFacts['pay']): Item => {
  if (offered !== null && p50 !== null && offered >= p50)
    return { points: 5, why: 'Pays at least the market’s middle.' }
  if (offered !== null && p25 !== null && offered >= p25)
    return { points: 2, why: 'Pays at least the market’s lower quarter.' }
  return { points: 0, why: 'Pay at the market’s middle would be +5.' }
}

const clientItems = ({ client }: QualificationFacts): readonly Item[] => {
  if (client.isNew) return [{ points: 6, why: 'A new client.' }]
  return [
    reaches({ share: client.fill, percent: 40 })
      ? { points: 5, why: 'At least 40 % of its orders were filled.' }
      : { points: 0, why: 'Fewer than 40 % of its orders were filled.' },
    client.medianFeedbackHours !== null && client.medianFeedbackHours <= 48
      ? { points: 5, why: 'Usually answers within 48 hours.' }
      : { points: 0, why: 'Does not usually answer within 48 hours.' },
    client.paysWithinTerms
      ? { points: 5, why: 'Pays within its terms.' }
      : {
          points: 0,
          why: client.paysWithinTerms === null ? 'Has paid nothing yet.' : 'Pays late.',
        },
  ]
}

const clarityItem = ({ clarity: { reached, of } }: QualificationFacts): Item => ({
  points: of > 0 ? Math.round((10 * Math.min(reached, of)) / of) : 0,
  why: `${reached} of ${of} questions of the intake are answered.`,
})

const reaches = ({ share, percent }: { share: Share; percent: number }): boolean =>
  share.of > 0 && share.reached * 100 >= share.of * percent
