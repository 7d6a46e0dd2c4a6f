import type { EmploymentType } from './employment-type'
import type { Share } from './qualification-facts'

/** The fields of an order that the intake asks for. */
export type IntakeAnswers = { employmentType: EmploymentType } & Readonly<Record<string, unknown>>

const always = [
  'title',
  'contact',
  'decisionMaker',
  'workLocation',
  'category',
  'startsOn',
  'description',
  'mustHaves',
  'niceToHaves',
  'consequence',
  'feedbackSlaHours',
  'interviewSlots',
  'competingAgencies',
  'feeKind',
] as const

const ofHours = ['payRateE4', 'billRateE4', 'hoursPerWeekMinutes'] as const
const ofSalary = ['salaryFromMinor', 'salaryToMinor', 'guarantee'] as const

/** How many questions of the intake an order answers: those of every order and those of its kind. */
export const intakeClarity = (order: IntakeAnswers): Share => {
  const asked = [...always, ...(order.employmentType === 'permanent' ? ofSalary : ofHours)]
  return { reached: asked.filter((name) => isAnswered(order[name])).length, of: asked.length }
}

const isAnswered = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== '' && value !== false
