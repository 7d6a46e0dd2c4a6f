import type { Day } from '#plugins/kernel/domain'
import type { EmploymentType } from './employment-type'
import type { AdvertCheck, FeeKind, Urgency, VacancyApproval } from './qualification-choices'

/** How much of something came about: 3 of 7 orders filled. */
export type Share = { reached: number; of: number }

/** What is known of an order on one day, from the order, its client and the desk’s own history. */
export type QualificationFacts = {
  today: Day
  employmentType: EmploymentType
  terms: { signedOn: Day | null; validUntilOn: Day | null; covers: readonly EmploymentType[] }
  isOnCreditStop: boolean
  /** Null: nobody is named. Reachable: has a phone number or an e-mail address. */
  decisionMaker: { isReachable: boolean } | null
  vacancyApproval: VacancyApproval
  /** All in the same unit: per hour in 1/10,000, or per year in minor units. */
  pay: { offered: number | null; p25: number | null; p50: number | null; hasException: boolean }
  advertCheck: AdvertCheck
  hasWorkLocation: boolean
  startsOn: Day | null
  urgency: Urgency | null
  hasConsequence: boolean
  openSinceOn: Day | null
  hasSearchedInternally: boolean
  feeKind: FeeKind | null
  exclusivityUntilOn: Day | null
  /** Others than us; null: not asked. */
  competingAgencies: number | null
  interviewSlots: number
  feedbackSlaHours: number | null
  /** The order’s value over the median of the desk, in basis points; null: it has no price yet. */
  valueRatioBp: number | null
  /** Available candidates with all must-haves; null: no must-have is a skill that profiles name. */
  matches: number | null
  /** Openings filled of those that ended, in this category of work. */
  categoryFill: Share
  client: {
    /** No order of this client has ended, and it has decided on nobody yet. */
    isNew: boolean
    fill: Share
    medianFeedbackHours: number | null
    /** Null: nothing was paid yet. */
    paysWithinTerms: boolean | null
  }
  /** Questions of the intake that are answered. */
  clarity: Share
}
