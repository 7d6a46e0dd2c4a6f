import type { CandidateState } from './candidate-workflow'
import { dayAfterMonths } from './privacy'

/** On what it rests that a candidate is kept and looked for; the last two say why it does not. */
export const keepGrounds = {
  process: 'Is being placed, or works for a client',
  consent: 'Agreed to be kept',
  dealings: 'Was put forward to a client or worked for one',
  interest: 'Was heard of, and never asked',
  withdrawn: 'Took back every consent',
  refused: 'Said no to being kept',
} as const

export type KeepGround = keyof typeof keepGrounds

/** For how many months each ground holds; null: without end. */
export type KeepingRules = { consentMonths: number | null; interestMonths: number | null }

/** What is known of a candidate; consents are those to an application and to the talent pool. */
export type KeepingFacts = {
  state: CandidateState
  createdAt: string
  /** Their own last act, letter or call, or a client’s about them. */
  heardAt: string | null
  /** When they last left an order or a placement. */
  leftAt: string | null
  /** Whether they were ever asked for a consent. */
  wasAsked: boolean
  /** The last consent that stands. */
  givenAt: string | null
  /** When the last one was taken back, if none stands. */
  withdrawnAt: string | null
  /** When they last said no to being kept. */
  refusedAt: string | null
}

export type Keeping = {
  ground: KeepGround
  /** The last day, `YYYY-MM-DD` in UTC; null without end. */
  endsOn: string | null
}

/** Steps to a contract and the contract itself are a ground of their own (GDPR Art. 6(1)(b)). */
const workingStates: readonly CandidateState[] = ['in_process', 'placed']

/**
 * On what ground a candidate is kept, and until which day. Who works for a client is kept while that
 * lasts. A no and the last consent taken back end it at once. Else the ground that lasts longest counts;
 * a consent that ran out is not replaced by the interest in whoever was never asked.
 */
export const keepingOf = ({
  facts,
  rules: { consentMonths, interestMonths },
}: {
  facts: KeepingFacts
  rules: KeepingRules
}): Keeping => {
  if (workingStates.includes(facts.state)) return { ground: 'process', endsOn: null }
  if (facts.refusedAt && (facts.givenAt === null || facts.givenAt < facts.refusedAt))
    return { ground: 'refused', endsOn: facts.refusedAt.slice(0, 10) }
  if (facts.wasAsked && facts.givenAt === null)
    return { ground: 'withdrawn', endsOn: (facts.withdrawnAt ?? facts.createdAt).slice(0, 10) }
  const [first, ...others] = groundsOf({ facts, consentMonths, interestMonths })
  return others.reduce((best, one) => (isLater(one, best) ? one : best), first)
}

const groundsOf = ({
  facts: { createdAt, heardAt, leftAt, givenAt },
  consentMonths,
  interestMonths,
}: {
  facts: KeepingFacts
} & KeepingRules): [Keeping, ...Keeping[]] => {
  const usual: Keeping = givenAt
    ? { ground: 'consent', endsOn: dayAfter(givenAt, consentMonths) }
    : {
        ground: 'interest',
        endsOn: dayAfter(heardAt && heardAt > createdAt ? heardAt : createdAt, interestMonths),
      }
  // Whoever worked for a client is as well known as whoever agreed; never kept for ever by that alone.
  const months = interestMonths ?? consentMonths
  return leftAt ? [usual, { ground: 'dealings', endsOn: dayAfter(leftAt, months) }] : [usual]
}

const dayAfter = (instant: string, months: number | null): string | null =>
  months === null ? null : dayAfterMonths({ instant, months })

const isLater = (one: Keeping, other: Keeping): boolean =>
  other.endsOn !== null && (one.endsOn === null || one.endsOn > other.endsOn)

export type KeepingStage = 'kept' | 'ending' | 'ended'

/** Where a candidate stands today; the last day still counts, a no does not wait for it. */
export const keepingStage = ({
  keeping: { ground, endsOn },
  today,
  asksFrom,
}: {
  keeping: Keeping
  today: string
  /** The day that lies as far ahead as people are asked. */
  asksFrom: string
}): KeepingStage => {
  if (endsOn === null) return 'kept'
  if (ground === 'withdrawn' || ground === 'refused' || endsOn < today) return 'ended'
  return endsOn <= asksFrom ? 'ending' : 'kept'
}

/** So many days before the end people are asked, unless the agency says otherwise. */
export const usualAskDays = 30

/** So many days before the end whoever has not answered is asked once more. */
export const lastCallDays = 7

/** Whether to ask today: once when the end comes near, and once more shortly before it. */
export const isToBeAsked = ({
  today,
  askedOn,
  firstOn,
  lastOn,
}: {
  today: string
  /** When they were asked last; a question about an earlier end does not count. */
  askedOn: string | null
  /** The days from which the first and the second question are due. */
  firstOn: string
  lastOn: string
}): boolean =>
  today >= firstOn &&
  (askedOn === null || askedOn < firstOn || (today >= lastOn && askedOn < lastOn))
