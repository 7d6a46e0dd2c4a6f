import type { ClockRule } from '#plugins/work/domain'

/** Working minutes of a usual day of eight and a half hours. */
const day = 510

/** The client's time for an answer to a shortlist. */
export const shortlistDecisionClock = 'shortlist-decision'

/** By the first activation, or by one that follows a hold. */
const activated = ['job-order.activated', 'job-order.resumed>active']
const lost = ['job-order.lost', 'job-order.cancelled']
const onHold = {
  pausesOn: { 'job-order.held': 'The order is on hold' },
  resumesOn: ['job-order.resumed'],
}

/**
 * How long each side has for its next step, from a client's wish to an answered offer. The times are
 * those that clients of good agencies are promised: an answer within the day, a shortlist in two.
 */
export const pipelineClocks: readonly ClockRule[] = [
  {
    kind: 'request-answer',
    label: 'Answer to the request for staff',
    subject: 'order-request',
    ballIn: 'agency',
    minutes: 240,
    startsOn: ['order-request.created', 'order-request.answered'],
    stopsOn: ['order-request.questioned', 'order-request.converted', 'order-request.declined'],
  },
  {
    kind: 'request-information',
    label: 'The client’s answer to our question',
    subject: 'order-request',
    ballIn: 'client',
    minutes: 2 * day,
    startsOn: ['order-request.questioned'],
    stopsOn: ['order-request.answered'],
    cancelsOn: ['order-request.converted', 'order-request.declined'],
  },
  {
    kind: 'order-qualified',
    label: 'Order qualified and active',
    subject: 'job-order',
    ballIn: 'agency',
    minutes: day,
    startsOn: ['job-order.created'],
    isOnce: true,
    stopsOn: activated,
    cancelsOn: lost,
    ...onHold,
  },
  {
    kind: 'order-first-shortlist',
    label: 'First shortlist',
    subject: 'job-order',
    ballIn: 'agency',
    minutes: 2 * day,
    startsOn: activated,
    isOnce: true,
    stopsOn: ['shortlist.sent'],
    cancelsOn: ['job-order.filled', 'job-order.covered', ...lost],
    ...onHold,
  },
  {
    kind: 'representation-answer',
    label: 'Answer to the right to represent',
    subject: 'representation',
    ballIn: 'candidate',
    minutes: day,
    startsOn: ['representation.created'],
    stopsOn: ['representation.given', 'representation.refused', 'representation.expired'],
    cancelsOn: ['representation.cancelled'],
  },
  {
    kind: shortlistDecisionClock,
    label: 'Decision on the shortlist',
    subject: 'shortlist',
    ballIn: 'client',
    minutes: 2 * day,
    startsOn: ['shortlist.sent'],
    stopsOn: ['shortlist.answered', 'shortlist.expired'],
    pausesOn: { 'shortlist.questioned': 'The client waits for our answer to a question' },
    resumesOn: ['shortlist.questions-settled'],
    cancelsOn: ['job-order.filled', ...lost],
  },
  {
    kind: 'interview-answer',
    label: 'Answer to the interview',
    subject: 'interview',
    ballIn: 'candidate',
    minutes: day,
    startsOn: ['interview.created', 'interview.reproposed'],
    stopsOn: ['interview.scheduled', 'interview.declined'],
    cancelsOn: ['interview.cancelled'],
  },
  {
    kind: 'interview-outcome',
    label: 'What came of the interview',
    subject: 'interview',
    ballIn: 'agency',
    minutes: day,
    startsOn: ['interview.ended'],
    stopsOn: ['interview.completed', 'interview.missed-by-candidate', 'interview.missed-by-client'],
    cancelsOn: ['interview.cancelled', 'interview.reproposed', 'interview.rescheduled'],
  },
  {
    kind: 'offer-answer',
    label: 'Answer to the offer',
    subject: 'offer',
    ballIn: 'candidate',
    minutes: 3 * day,
    startsOn: ['offer.extended'],
    stopsOn: ['offer.accepted', 'offer.declined', 'offer.countered', 'offer.expired'],
    cancelsOn: ['offer.withdrawn', 'offer.superseded'],
  },
  {
    kind: 'offer-approval',
    label: 'Approval of the offer',
    subject: 'offer',
    ballIn: 'agency',
    minutes: 240,
    startsOn: ['offer.approval-asked'],
    stopsOn: ['offer.extended', 'offer.not-approved'],
    cancelsOn: ['offer.withdrawn', 'offer.superseded'],
  },
  {
    kind: 'offer-counter',
    label: 'Answer to the candidate’s wish',
    subject: 'offer',
    ballIn: 'agency',
    minutes: day,
    startsOn: ['offer.countered'],
    stopsOn: ['offer.superseded', 'offer.declined'],
    cancelsOn: ['offer.withdrawn'],
  },
]
