/** What was typed or chosen, by key of the question; several texts where several may be chosen. */
export type RawAnswers = Readonly<Record<string, string | readonly string[] | undefined>>

type Holds = (given: { answer: readonly string[]; values: readonly string[] }) => boolean

type Operator = {
  /** Between the question and the values: “Ward” is one of … */
  label: string
  takes: 'nothing' | 'choices' | 'one'
  holds: Holds
}

/** Every comparison that a question may be shown by, the same in the browser and on the server. */
export const intakeOperators = {
  filled: {
    label: 'is filled in',
    takes: 'nothing',
    holds: ({ answer }) => answer.length > 0,
  },
  empty: {
    label: 'is left empty',
    takes: 'nothing',
    holds: ({ answer }) => answer.length === 0,
  },
  'any-of': {
    label: 'is one of',
    takes: 'choices',
    holds: ({ answer, values }) => answer.some((one) => values.includes(one)),
  },
  'none-of': {
    label: 'is none of',
    takes: 'choices',
    holds: ({ answer, values }) => !answer.some((one) => values.includes(one)),
  },
  'at-least': {
    label: 'is at least',
    takes: 'one',
    holds: ({ answer, values }) => isOrdered({ lower: values[0], higher: answer[0] }),
  },
  'at-most': {
    label: 'is at most',
    takes: 'one',
    holds: ({ answer, values }) => isOrdered({ lower: answer[0], higher: values[0] }),
  },
} as const satisfies Record<string, Operator>

export type IntakeOperator = keyof typeof intakeOperators

export const isIntakeOperator = (value: unknown): value is IntakeOperator =>
  typeof value === 'string' && Object.hasOwn(intakeOperators, value)

/** Shown only while the answer to an earlier question is like this. */
export type IntakeCondition = { key: string; is: IntakeOperator; values: readonly string[] }

/**
 * The keys of the questions that are asked, given what was answered so far. A condition looks back
 * only; a question that is not shown counts as left empty, so whatever hangs on it follows.
 */
export const shownKeys = ({
  questions,
  raw,
}: {
  questions: readonly { key: string; showWhen: IntakeCondition | null }[]
  raw: RawAnswers
}): ReadonlySet<string> => {
  const shown = new Set<string>()
  for (const { key, showWhen } of questions) {
    if (!showWhen) shown.add(key)
    else {
      const answer = shown.has(showWhen.key) ? textsIn(raw[showWhen.key]) : []
      if (intakeOperators[showWhen.is].holds({ answer, values: showWhen.values })) shown.add(key)
    }
  }
  return shown
}

/** The condition in words, for whoever sees every question at once. */
export const conditionWords = ({
  showWhen,
  questions,
}: {
  showWhen: IntakeCondition
  questions: readonly { key: string; label: string; type: string }[]
}): string => {
  const other = questions.find(({ key }) => key === showWhen.key)
  const values = showWhen.values.map((value) =>
    other?.type === 'yesNo' ? (value === 'yes' ? 'Yes' : 'No') : value,
  )
  return [
    `“${other?.label ?? showWhen.key}”`,
    intakeOperators[showWhen.is].label,
    values.join(', '),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Without spaces around and without the empty ones. */
export const textsIn = (value: string | readonly string[] | undefined): readonly string[] =>
  (typeof value === 'string' ? [value] : (value ?? []))
    .map((text) => text.trim())
    .filter((text) => text !== '')

/** Days by the calendar, all else by number; what is neither is in no order. */
const isOrdered = ({
  lower,
  higher,
}: {
  lower: string | undefined
  higher: string | undefined
}): boolean => {
  if (lower === undefined || higher === undefined) return false
  if (isDayText(lower) && isDayText(higher)) return lower <= higher
  return numberIn(lower) <= numberIn(higher)
}

const isDayText = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** `1,250.50` and `1 250.50` are one number; NaN compares as false with everything. */
const numberIn = (text: string): number => {
  const plain = text.replaceAll(/[\s,'’]/g, '')
  return plain === '' ? Number.NaN : Number(plain)
}
