import { isClosedOrder, isWorkedOn, type JobOrderState } from './job-order-workflow'

/** How an order stands, counted. */
export type HealthFacts = {
  state: JobOrderState
  /** Gates that are not passed, of the last grading; null: it was never graded. */
  openGates: number | null
  freeOpenings: number
  /** Candidates in the running whom the client has not seen. */
  unsent: number
  /** Those whom the client has before them, in interviews, and with an offer. */
  withClient: number
  interviewing: number
  offered: number
  /** Shortlists that the client has not answered in time, and that it still has time for. */
  lateAnswers: number
  awaitedAnswers: number
  /** All that the client was ever sent. */
  sent: number
}

export type NextAction = { text: string; isUrgent: boolean }

/** What brings an order forward now: the one thing that somebody who opens it should do. */
export const nextActionOf = (facts: HealthFacts): NextAction | null => {
  const { state } = facts
  if (isClosedOrder(state)) return null
  if (state === 'on_hold') return calm('On hold: agree with the client when it goes on.')
  if (state === 'intake' || (facts.openGates === null && !isWorkedOn(state)))
    return calm('Qualify it: hold the intake call and grade it.')
  if (state === 'qualifying')
    return facts.openGates
      ? calm(
          `${facts.openGates === 1 ? 'Pass the gate' : `Pass the ${facts.openGates} gates`} that are open, then activate it.`,
        )
      : calm('All gates are passed: activate it.')
  return whileWorkedOn(facts)
}

const whileWorkedOn = (facts: HealthFacts): NextAction => {
  if (facts.lateAnswers > 0)
    return { text: 'The client’s feedback is late: call and ask for it.', isUrgent: true }
  if (facts.freeOpenings === 0) return calm('Every opening is taken.')
  if (facts.offered > 0) return calm('An offer waits for its answer.')
  if (facts.unsent > 0)
    return calm(
      facts.unsent === 1
        ? 'One candidate was not sent yet: send a shortlist.'
        : `${facts.unsent} candidates were not sent yet: send a shortlist.`,
    )
  if (facts.awaitedAnswers > 0) return calm('The client decides on the shortlist.')
  if (facts.interviewing > 0) return calm('Ask how the interviews went.')
  if (facts.withClient > 0) return calm('Ask the client to decide.')
  return { text: 'Nobody is in the running: add candidates.', isUrgent: facts.sent === 0 }
}

const calm = (text: string): NextAction => ({ text, isUrgent: false })

/** An order is covered once the client was sent two candidates. */
export const coveredBy = 2

export const isCovered = ({ sent }: Pick<HealthFacts, 'sent'>): boolean => sent >= coveredBy
