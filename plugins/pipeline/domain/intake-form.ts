import { z } from 'zod'

import {
  type IntakeCondition,
  type IntakeOperator,
  intakeOperators,
  isIntakeOperator,
} from './intake-condition'

/** What a question can be answered with. */
export const intakeTypes = {
  text: 'Short text',
  longText: 'Long text',
  number: 'Number',
  choice: 'One of a list',
  choices: 'Several of a list',
  yesNo: 'Yes or no',
  day: 'Day',
  money: 'Amount of money',
  email: 'E-mail address',
  phone: 'Phone number',
  file: 'File',
} as const

export type IntakeType = keyof typeof intakeTypes

export const isIntakeType = (value: unknown): value is IntakeType =>
  typeof value === 'string' && Object.hasOwn(intakeTypes, value)

type Target = {
  label: string
  types: readonly IntakeType[]
  /** No request without it: asked of everybody. */
  isNeeded?: true
}

/** The fields of an order request that an answer may fill in. */
export const intakeTargets = {
  company: { label: 'Company', types: ['text'], isNeeded: true },
  contactName: { label: 'Name of the contact', types: ['text'], isNeeded: true },
  email: { label: 'E-mail of the contact', types: ['email'], isNeeded: true },
  phone: { label: 'Phone of the contact', types: ['phone'] },
  jobTitle: { label: 'Role', types: ['text', 'choice'], isNeeded: true },
  openingsCount: { label: 'How many people', types: ['number'] },
  workLocation: { label: 'Where', types: ['text', 'longText', 'choice'] },
  startsOn: { label: 'Start', types: ['day'] },
  endsOn: { label: 'End', types: ['day'] },
  payFromRateE4: { label: 'Pay per hour from', types: ['money'] },
  payToRateE4: { label: 'Pay per hour to', types: ['money'] },
  salaryFromMinor: { label: 'Salary per year from', types: ['money'] },
  salaryToMinor: { label: 'Salary per year to', types: ['money'] },
  notes: { label: 'Notes of the client', types: ['text', 'longText'] },
} as const satisfies Record<string, Target>

export type IntakeTarget = keyof typeof intakeTargets

export const isIntakeTarget = (value: unknown): value is IntakeTarget =>
  typeof value === 'string' && Object.hasOwn(intakeTargets, value)

/** Known of whoever is signed in, and so not asked in the portal. */
export const whoAsks: readonly IntakeTarget[] = ['company', 'contactName', 'email', 'phone']

export type IntakeQuestion = {
  /** The name of its answer; made once of the first label. */
  key: string
  label: string
  help: string | null
  type: IntakeType
  options: readonly string[]
  isRequired: boolean
  target: IntakeTarget | null
  showWhen: IntakeCondition | null
}

export type IntakeForm = {
  id: string
  name: string
  slug: string
  lead: string | null
  version: number
  currency: string
  questions: readonly IntakeQuestion[]
}

const storedCondition = z.object({
  key: z.string(),
  is: z.custom<IntakeOperator>(isIntakeOperator),
  values: z.array(z.string()),
})

/** A condition as it is kept in JSON; null when there is none or it says nothing that holds. */
export const conditionOf = (stored: unknown): IntakeCondition | null =>
  storedCondition.safeParse(stored).data ?? null

/** The questions of a form from its rows, as they are stored, sent, or stand in the editor. */
export const intakeQuestionsOf = (rows: unknown): IntakeQuestion[] =>
  (Array.isArray(rows) ? rows : []).map((row: unknown) => {
    const at = (name: string): unknown =>
      typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
    const type = at('type')
    const target = at('target')
    const options = at('options')
    return {
      key: textOf(at('key')),
      label: textOf(at('label')),
      help: textOf(at('help')) || null,
      type: isIntakeType(type) ? type : 'text',
      options: Array.isArray(options) ? options.map(textOf) : [],
      isRequired: at('isRequired') === true,
      target: isIntakeTarget(target) ? target : null,
      showWhen: conditionOf(at('showWhen')),
    }
  })

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Which comparisons make sense for an answer. */
export const operatorsFor = (type: IntakeType): readonly IntakeOperator[] => {
  if (type === 'choice' || type === 'choices' || type === 'yesNo')
    return ['any-of', 'none-of', 'filled', 'empty']
  if (type === 'number' || type === 'money' || type === 'day')
    return ['at-least', 'at-most', 'filled', 'empty']
  return ['filled', 'empty']
}

/** What may be compared with in a condition on this question; null where it is typed freely. */
export const comparableValues = ({
  type,
  options,
}: Pick<IntakeQuestion, 'type' | 'options'>): readonly string[] | null => {
  if (type === 'yesNo') return ['yes', 'no']
  return type === 'choice' || type === 'choices' ? options : null
}

const mostQuestions = 60

/** What is wrong with a form, by path of the field, in words that say the remedy. */
export const judgeForm = (questions: readonly IntakeQuestion[]): Record<string, string> => {
  const problems: Record<string, string> = {}
  const say = ({ at, field, text }: { at: number; field: string; text: string }) => {
    problems[`questions.${at}.${field}`] ??= text
  }
  if (questions.length > mostQuestions)
    problems.questions = `At most ${mostQuestions} questions in one form.`
  for (const [at, question] of questions.entries()) {
    const before = questions.slice(0, at)
    const listed = judgeOptions(question)
    if (listed) say({ at, field: 'options', text: listed })
    if (before.some(({ key }) => key === question.key))
      say({ at, field: 'key', text: `Two questions have the key “${question.key}”.` })
    const { target } = question
    if (target) {
      const types: readonly IntakeType[] = intakeTargets[target].types
      if (!types.includes(question.type))
        say({
          at,
          field: 'target',
          text: `“${intakeTargets[target].label}” takes: ${types.map((type) => intakeTypes[type]).join(', ')}.`,
        })
      if (before.some((other) => other.target === target))
        say({ at, field: 'target', text: 'Another question fills in this field already.' })
    }
    const condition = judgeCondition({ question, before, all: questions })
    if (condition) say({ at, field: 'showWhen', text: condition })
    if (isNeededTarget(target) && (!question.isRequired || question.showWhen))
      say({
        at,
        field: 'isRequired',
        text: `No request without “${intakeTargets[target].label}”: make it required and always shown.`,
      })
  }
  const missing = neededTargets.filter((target) =>
    questions.every((question) => question.target !== target),
  )
  if (missing.length > 0)
    problems.questions ??= `Ask for: ${missing.map((target) => intakeTargets[target].label).join(', ')}. Add a question that fills in each.`
  return problems
}

const isNeededTarget = (target: IntakeTarget | null): target is IntakeTarget =>
  target !== null && 'isNeeded' in intakeTargets[target]

const neededTargets: readonly IntakeTarget[] = Object.keys(intakeTargets)
  .filter(isIntakeTarget)
  .filter(isNeededTarget)

const judgeOptions = ({ type, options }: IntakeQuestion): string | null => {
  if (type !== 'choice' && type !== 'choices') return null
  if (options.length < 2) return 'Name at least two choices.'
  if (options.length > 50) return 'At most 50 choices.'
  if (options.some((option) => option.trim() === '' || option !== option.trim()))
    return 'A choice has no spaces around it and is not empty.'
  return new Set(options).size < options.length ? 'A choice stands here twice.' : null
}

const judgeCondition = ({
  question: { showWhen },
  before,
  all,
}: {
  question: IntakeQuestion
  before: readonly IntakeQuestion[]
  all: readonly IntakeQuestion[]
}): string | null => {
  if (!showWhen) return null
  const other = before.find(({ key }) => key === showWhen.key)
  if (!other)
    return all.some(({ key }) => key === showWhen.key)
      ? 'A condition looks at a question further up: move this question below that one.'
      : 'The question of this condition is gone: choose another one.'
  const { label, takes } = intakeOperators[showWhen.is]
  if (!operatorsFor(other.type).includes(showWhen.is))
    return `“${other.label}” cannot be compared by “${label}”.`
  if (takes === 'nothing') return null
  const known = comparableValues(other)
  if (showWhen.values.length === 0) return 'Choose what it is compared with.'
  if (takes === 'one' && showWhen.values.length > 1) return 'Compare with one value.'
  if (known && showWhen.values.some((value) => !known.includes(value)))
    return `“${other.label}” no longer has one of these choices: choose again.`
  if (other.type === 'day' && !/^\d{4}-\d{2}-\d{2}$/.test(showWhen.values[0] ?? ''))
    return 'Write the day as YYYY-MM-DD.'
  if (
    (other.type === 'number' || other.type === 'money') &&
    !/^-?\d+(\.\d+)?$/.test(showWhen.values[0] ?? '')
  )
    return 'Write a number such as 12.5.'
  return null
}
