import { addDays, type Day } from '#plugins/kernel/domain'
import type { EmploymentType } from './employment-type'
import type { ClientTier, OrderMark, StepRole } from './playbook-choices'
import type { FeeKind, Grade, Urgency } from './qualification-choices'

export type PlaybookStep = {
  title: string
  role: StepRole
  /** Working time until it is due. */
  dueMinutes: number
  /** What the task says; `{client}`, `{title}` and `{missing}` are filled in. */
  text: string | null
  /** What may be written to the client in this step, filled in likewise. */
  message?: string
}

/** When a playbook fires: everything that is named must hold; what is empty holds for all. */
export type PlaybookCondition = {
  grades: readonly Grade[]
  employmentTypes: readonly EmploymentType[]
  clientTiers: readonly ClientTier[]
  feeKinds: readonly FeeKind[]
  /** At least one of these. */
  marks: readonly OrderMark[]
}

export type PlaybookFacts = {
  grade: Grade
  employmentType: EmploymentType
  clientTier: ClientTier
  feeKind: FeeKind | null
  marks: readonly OrderMark[]
}

/** The first playbook whose condition an order meets, in the order the agency put them. */
export const firstMatch = <Playbook extends { condition: PlaybookCondition }>({
  playbooks,
  facts,
}: {
  playbooks: readonly Playbook[]
  facts: PlaybookFacts
}): Playbook | null => playbooks.find(({ condition }) => isMet({ condition, facts })) ?? null

const isMet = ({
  condition,
  facts,
}: {
  condition: PlaybookCondition
  facts: PlaybookFacts
}): boolean =>
  holds({ named: condition.grades, found: [facts.grade] }) &&
  holds({ named: condition.employmentTypes, found: [facts.employmentType] }) &&
  holds({ named: condition.clientTiers, found: [facts.clientTier] }) &&
  holds({ named: condition.feeKinds, found: facts.feeKind ? [facts.feeKind] : [] }) &&
  holds({ named: condition.marks, found: facts.marks })

const holds = ({ named, found }: { named: readonly string[]; found: readonly string[] }): boolean =>
  named.length === 0 || named.some((one) => found.includes(one))

/**
 * What an order is like on a day. A shift that starts today or tomorrow starts within 24 hours as far
 * as a calendar day can tell; a start that has passed is none.
 */
export const marksOf = ({
  today,
  startsOn,
  urgency,
  exclusivityUntilOn,
  feeKind,
  openings,
  isOverridden,
  isOutsideNiche,
}: {
  today: Day
  startsOn: Day | null
  urgency: Urgency | null
  exclusivityUntilOn: Day | null
  feeKind: FeeKind | null
  openings: number
  isOverridden: boolean
  isOutsideNiche: boolean
}): readonly OrderMark[] => {
  const by = (days: number) =>
    startsOn !== null && startsOn >= today && startsOn <= addDays({ day: today, days })
  const found: (OrderMark | false)[] = [
    by(1) && 'within_24h',
    by(14) && 'within_14d',
    by(30) && 'within_30d',
    startsOn !== null && startsOn > addDays({ day: today, days: 30 }) && 'later',
    urgency === 'asap' && (startsOn === null || startsOn < today) && 'asap',
    (feeKind === 'retained' || (exclusivityUntilOn !== null && exclusivityUntilOn >= today)) &&
      'exclusive',
    openings >= 10 && 'bulk',
    isOverridden && 'override',
    isOutsideNiche && 'outside_niche',
  ]
  return found.filter((mark): mark is OrderMark => mark !== false)
}

/** The words of a step with the order’s own in their places; a place that is unknown stays as it is. */
export const stepText = ({
  text,
  values,
}: {
  text: string
  values: Readonly<Record<string, string>>
}): string =>
  text.replaceAll(/\{([a-z]+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  )
