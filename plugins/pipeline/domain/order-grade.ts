import type { Gate } from './gates'
import { judgeGates } from './gates'
import { scoreOrder, type ScorePart } from './order-score'
import type { Grade } from './qualification-choices'
import type { QualificationFacts } from './qualification-facts'

/** What happened on an order since work on it began, as far as it speaks for or against it. */
export type OrderSigns = {
  /** Candidates sent to the client, while no interview came of any. */
  sentWithoutInterview: number
  /** Shortlists that were answered later than agreed, or are late now. */
  lateAnswers: number
  /** Days since anything moved; null while nobody works on it. */
  daysAtRest: number | null
  /** Matching candidates who are not on the order yet; null: unknown, or nobody was considered. */
  poolLeft: number | null
  /** The newest answer came sooner than agreed. */
  isAnsweredEarly: boolean
}

export const signKeys = [
  'no_interview',
  'late_feedback',
  'at_rest',
  'pool_exhausted',
  'fast_client',
] as const
export type SignKey = (typeof signKeys)[number]

export type Sign = { key: SignKey; isUp: boolean; why: string }

export type Judgement = {
  gates: readonly Gate[]
  parts: readonly ScorePart[]
  score: number
  signs: readonly Sign[]
  grade: Grade
}

export const noSigns: OrderSigns = {
  sentWithoutInterview: 0,
  lateAnswers: 0,
  daysAtRest: null,
  poolLeft: null,
  isAnsweredEarly: false,
}

/** The grade of a score: A from 75, B from 50, and C below or while a gate is not passed. */
export const gradeOf = ({
  score,
  areGatesPassed,
}: {
  score: number
  areGatesPassed: boolean
}): Grade => {
  if (!areGatesPassed || score < 50) return 'C'
  return score >= 75 ? 'A' : 'B'
}

/**
 * Gates, score and grade of an order. What happened on it moves the grade of its score by one step:
 * down while anything speaks against it, up for a client who answers sooner than agreed. Nothing lifts
 * an order past a gate.
 */
export const judgeOrder = ({
  facts,
  signs: happened = noSigns,
}: {
  facts: QualificationFacts
  signs?: OrderSigns
}): Judgement => {
  const gates = judgeGates(facts)
  const { total, parts } = scoreOrder(facts)
  const areGatesPassed = gates.every(({ isPassed }) => isPassed)
  const signs = signsOf(happened)
  const ofScore = gradeOf({ score: total, areGatesPassed })
  return {
    gates,
    parts,
    score: total,
    signs,
    grade: areGatesPassed ? stepped({ grade: ofScore, signs }) : ofScore,
  }
}

const signsOf = (signs: OrderSigns): readonly Sign[] => {
  const found: (Sign | false)[] = [
    signs.sentWithoutInterview >= 3 && {
      key: 'no_interview',
      isUp: false,
      why: `${signs.sentWithoutInterview} candidates were sent, and none was interviewed.`,
    },
    signs.lateAnswers >= 2 && {
      key: 'late_feedback',
      isUp: false,
      why: `The client’s feedback came late ${signs.lateAnswers} times.`,
    },
    signs.daysAtRest !== null &&
      signs.daysAtRest > 14 && {
        key: 'at_rest',
        isUp: false,
        why: `Nothing has moved for ${signs.daysAtRest} days.`,
      },
    signs.poolLeft === 0 && {
      key: 'pool_exhausted',
      isUp: false,
      why: 'Every matching candidate was considered already.',
    },
    signs.isAnsweredEarly && {
      key: 'fast_client',
      isUp: true,
      why: 'The client answered sooner than agreed.',
    },
  ]
  return found.filter((sign): sign is Sign => sign !== false)
}

const stepped = ({ grade, signs }: { grade: Grade; signs: readonly Sign[] }): Grade => {
  if (signs.some(({ isUp }) => !isUp)) return grade === 'A' ? 'B' : 'C'
  if (signs.length === 0) return grade
  return grade === 'C' ? 'B' : 'A'
}
