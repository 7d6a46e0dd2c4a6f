import { z } from 'zod'

import {
  type CurrencyCode,
  formatDay,
  formatMoney,
  formatRate,
  isDay,
  normaliseEmail,
  normalisePhone,
  ok,
  parseMoney,
  rateE4FromInput,
  refuseInput,
  type Result,
} from '#plugins/kernel/domain'
import { intakeOperators, type RawAnswers, shownKeys, textsIn } from './intake-condition'
import {
  type IntakeQuestion,
  type IntakeTarget,
  type IntakeType,
  isIntakeTarget,
  isIntakeType,
  whoAsks,
} from './intake-form'

/** One answer as it is kept with the request: with the words of the question as they were then. */
export type IntakeAnswer = {
  key: string
  label: string
  type: IntakeType
  target: IntakeTarget | null
  value: string | number | boolean | readonly string[]
  /** As a person reads it. */
  text: string
  /** The file that was sent. */
  documentId?: string
}

const storedAnswer = z.object({
  key: z.string(),
  label: z.string(),
  type: z.custom<IntakeType>(isIntakeType),
  target: z.custom<IntakeTarget>(isIntakeTarget).nullable(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  text: z.string(),
  documentId: z.string().optional(),
})

/** The answers of a request as they come out of its JSON column. */
export const keptAnswersOf = (stored: unknown): readonly z.output<typeof storedAnswer>[] =>
  z.array(storedAnswer).safeParse(stored).data ?? []

/** What of the answers belongs to fields of the order request. */
export type RequestWish = Partial<
  Record<Exclude<IntakeTarget, NumberTarget>, string> & Record<NumberTarget, number>
>

type NumberTarget =
  | 'openingsCount'
  | 'payFromRateE4'
  | 'payToRateE4'
  | 'salaryFromMinor'
  | 'salaryToMinor'

/** Who asks, when that is known and not asked. */
export type KnownPerson = {
  company: string
  contactName: string
  email: string
  phone: string | null
}

/**
 * The questions for this person: who they are is not asked of somebody who is known, and conditions on
 * it are settled.
 */
export const askedQuestions = ({
  questions,
  known,
}: {
  questions: readonly IntakeQuestion[]
  known: KnownPerson | null
}): readonly IntakeQuestion[] => {
  if (!known) return questions
  return questions.flatMap((question) => {
    if (isOfPerson(question.target)) return []
    const { showWhen } = question
    const other = questions.find(({ key }) => key === showWhen?.key)
    if (!showWhen || !other || !isOfPerson(other.target)) return [question]
    const answer = textsIn(known[other.target] ?? '')
    return intakeOperators[showWhen.is].holds({ answer, values: showWhen.values })
      ? [{ ...question, showWhen: null }]
      : []
  })
}

const isOfPerson = (target: IntakeTarget | null): target is keyof KnownPerson =>
  target !== null && whoAsks.includes(target)

/**
 * Reads what was answered: questions that are not shown are left out, those that are required must be
 * answered, and each answer must be of its kind. Answers that contradict each other are not refused
 * here: a client is asked about them (`judgeRequest`).
 *
 * @param files the names of the files that came along, by key
 * @param known who asks, for somebody who is signed in
 */
export const judgeAnswers = ({
  questions,
  raw,
  files,
  currency,
  country,
  known,
}: {
  questions: readonly IntakeQuestion[]
  raw: RawAnswers
  files: Readonly<Record<string, string | undefined>>
  currency: CurrencyCode
  country: string
  known: KnownPerson | null
}): Result<{ answers: readonly IntakeAnswer[]; wish: RequestWish }> => {
  const asked = askedQuestions({ questions, known })
  const given: RawAnswers = { ...raw, ...definedOf(files) }
  const shown = shownKeys({ questions: asked, raw: given })
  const problems: Record<string, string> = {}
  const answers: IntakeAnswer[] = []
  for (const key of Object.keys(given))
    if (!questions.some((question) => question.key === key))
      problems[`answers.${key}`] = `This form has no question “${key}”.`
  for (const question of asked) {
    if (!shown.has(question.key)) continue
    const texts = textsIn(Object.hasOwn(given, question.key) ? given[question.key] : undefined)
    if (texts.length === 0) {
      if (question.isRequired) problems[`answers.${question.key}`] = missingText(question)
      continue
    }
    const read = readAnswer({ question, texts, currency, country })
    if (read.ok)
      answers.push({
        key: question.key,
        label: question.label,
        type: question.type,
        target: question.target,
        ...read.value,
      })
    else problems[`answers.${question.key}`] = read.failure.message
  }
  if (Object.keys(problems).length > 0) return refuseInput(problems)
  return ok({ answers, wish: wishOf({ answers, known }) })
}

const definedOf = (files: Readonly<Record<string, string | undefined>>): RawAnswers =>
  Object.fromEntries(Object.entries(files).filter(([, name]) => name !== undefined))

const wishOf = ({
  answers,
  known,
}: {
  answers: readonly IntakeAnswer[]
  known: KnownPerson | null
}): RequestWish => {
  const entries: [string, unknown][] = answers.flatMap(({ target, value }) =>
    target ? [[target, value]] : [],
  )
  return asWish({
    ...Object.fromEntries(entries),
    ...(known
      ? {
          company: known.company,
          contactName: known.contactName,
          email: known.email,
          ...(known.phone ? { phone: known.phone } : {}),
        }
      : {}),
  })
}

/** Each target takes only types whose values are of its kind (`intakeTargets`, `readAnswer`). */
const asWish = (values: object): RequestWish => values

const missingText = ({ type, label }: IntakeQuestion): string => {
  if (type === 'choice' || type === 'yesNo') return `Please choose an answer to “${label}”.`
  if (type === 'choices') return `Please choose at least one for “${label}”.`
  if (type === 'file') return `Please add a file for “${label}”.`
  return `Please fill in “${label}”.`
}

type Read = Result<Pick<IntakeAnswer, 'value' | 'text'>>

const readAnswer = ({
  question: { type, target, options },
  texts,
  currency,
  country,
}: {
  question: IntakeQuestion
  texts: readonly string[]
  currency: CurrencyCode
  country: string
}): Read => {
  const [first = ''] = texts
  if (texts.length > 1 && type !== 'choices') return wrong('Give one answer.')
  switch (type) {
    case 'text':
      if (/[\r\n]/.test(first)) return wrong('Write it on one line.')
      return within({ text: first, most: mostOf(target) ?? 500 })
    case 'longText':
      return within({ text: first, most: mostOf(target) ?? 5_000 })
    case 'number':
      return readNumber({ text: first, target })
    case 'choice':
      return options.includes(first) ? asText(first) : wrong('Choose one of the list.')
    case 'choices': {
      const chosen = [...new Set(texts)]
      return chosen.every((one) => options.includes(one))
        ? ok({ value: chosen, text: chosen.join(', ') })
        : wrong('Choose from the list.')
    }
    case 'yesNo':
      if (first !== 'yes' && first !== 'no') return wrong('Choose yes or no.')
      return ok({ value: first === 'yes', text: first === 'yes' ? 'Yes' : 'No' })
    case 'day':
      return isDay(first)
        ? ok({ value: first, text: formatDay({ day: first, locale: 'en-GB' }) })
        : wrong('Write the day as YYYY-MM-DD.')
    case 'money':
      return readMoney({ text: first, target, currency })
    case 'email':
      return normaliseEmail(first)
        ? asText(first)
        : wrong('This is not a complete e-mail address, such as name@company.com.')
    case 'phone':
      return normalisePhone({ input: first, country })
        ? within({ text: first, most: 40 })
        : wrong('This is not a complete phone number. Begin with + and the country code.')
    case 'file':
      return asText(first)
  }
}

const wrong = (message: string): Result<never> => ({
  ok: false,
  failure: { kind: 'input', code: 'invalid-input', message },
})

const asText = (text: string): Read => ok({ value: text, text })

const within = ({ text, most }: { text: string; most: number }): Read =>
  text.length > most ? wrong(`At most ${most} characters.`) : asText(text)

/** As long as the fields of a request may be. */
const mostOf = (target: IntakeTarget | null): number | null => {
  switch (target) {
    case 'company':
    case 'contactName':
    case 'jobTitle':
      return 160
    case 'workLocation':
      return 300
    case 'notes':
      return 5_000
    default:
      return null
  }
}

const readNumber = ({ text, target }: { text: string; target: IntakeTarget | null }): Read => {
  const value = Number(text.replaceAll(/[\s,'’]/g, ''))
  if (!Number.isFinite(value) || Math.abs(value) > 1e15)
    return wrong('Enter a number such as 12.5.')
  if (target === 'openingsCount') {
    if (!Number.isInteger(value)) return wrong('Enter a whole number of people.')
    if (value > 500) return wrong('At most 500 at once.')
  }
  return ok({ value, text: String(value) })
}

/** Amounts in whole minor units, hourly rates in 1/10,000. One below zero is read, and asked about. */
const readMoney = ({
  text,
  target,
  currency,
}: {
  text: string
  target: IntakeTarget | null
  currency: CurrencyCode
}): Read => {
  const isRate = target === 'payFromRateE4' || target === 'payToRateE4'
  if (!isRate) {
    const amount = parseMoney({ text, currency })
    if (!amount.ok) return wrong(amount.failure.message)
    const { amountMinor } = amount.value
    return ok({
      value: amountMinor,
      text: formatMoney({ amount: { amountMinor, currency }, locale: 'en-GB' }),
    })
  }
  const isBelow = text.startsWith('-')
  const rate = rateE4FromInput({ text: isBelow ? text.slice(1) : text })
  if (!rate.ok) return wrong(rate.failure.message)
  const value = isBelow && rate.value > 0 ? -rate.value : rate.value
  return ok({ value, text: formatRate({ rateE4: value, currency, locale: 'en-GB' }) })
}
