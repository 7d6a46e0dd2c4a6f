'use client'

import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'

import {
  conditionWords,
  shownKeys,
  type IntakeForm as Form,
  type IntakeQuestion,
  type RawAnswers,
} from '#plugins/pipeline/domain'
import { Choice, ErrorSummary, Field, FileField, Notice, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from './ActionForm'
import { newForm, type FormState } from './form-state'

/**
 * A form by which clients ask for staff, as data: on a website, in the portal, or wherever a page places
 * it. Without JavaScript every question is shown, with the condition on which it counts.
 */
export const IntakeForm = ({ form, action }: { form: Form; action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form pw-apply" label={form.name}>
    {({ state, isPending }) =>
      state.status === 'done' ? (
        <Notice tone="good" title="We have your request">
          <p>{state.message}</p>
        </Notice>
      ) : (
        <>
          <ErrorSummary
            title="Please look at these again"
            errors={
              Object.keys(state.errors).length > 0 || !state.message
                ? state.errors
                : { '': state.message }
            }
            order={form.questions.map(({ key }) => nameOf(key))}
          />
          <Questions form={form} state={state} />
          <SubmitButton
            label="Send the request"
            pendingLabel="Sending…"
            isPending={isPending}
            isWide
          />
        </>
      )
    }
  </ActionForm>
)

const nameOf = (key: string): string => `answers.${key}`

const Questions = ({ form: { questions, currency }, state }: { form: Form; state: FormState }) => {
  const frame = useRef<HTMLDivElement>(null)
  const [raw, setRaw] = useState<RawAnswers>(() => answersIn({ questions, state }))
  const look = useCallback(() => {
    const form = frame.current?.closest('form')
    if (form) setRaw(answersOf({ questions, data: new FormData(form) }))
  }, [questions])
  // A browser fills in again what stood in the form before the page was left.
  useEffect(look, [look])
  const shown = shownKeys({ questions, raw })
  return (
    <div ref={frame} className="pw-questions" onChange={look}>
      {questions.map((question) => (
        <When
          key={question.key}
          question={question}
          questions={questions}
          isShown={shown.has(question.key)}
        >
          <Question question={question} state={state} currency={currency} />
        </When>
      ))}
    </div>
  )
}

const When = ({
  question: { showWhen },
  questions,
  isShown,
  children,
}: {
  question: IntakeQuestion
  questions: readonly IntakeQuestion[]
  isShown: boolean
  children: ReactNode
}) =>
  showWhen ? (
    <div className="pw-when" data-shown={isShown ? 'yes' : 'no'}>
      <p className="pw-when__hint">Only if {conditionWords({ showWhen, questions })}:</p>
      {children}
    </div>
  ) : (
    children
  )

const Question = ({
  question: { key, label, help, type, options, isRequired },
  state: { values, errors },
  currency,
}: {
  question: IntakeQuestion
  state: FormState
  currency: string
}) => {
  const common = {
    name: nameOf(key),
    label: type === 'money' ? `${label} (${currency})` : label,
    isRequired,
    values,
    errors,
    ...(help ? { hint: help } : {}),
  }
  switch (type) {
    case 'longText':
      return <Field {...common} kind="textarea" rows={4} />
    case 'number':
      return <Field {...common} inputMode="decimal" width="short" />
    case 'money':
      return <Field {...common} inputMode="decimal" width="short" />
    case 'day':
      return <Field {...common} kind="date" width="short" />
    case 'email':
      return <Field {...common} kind="email" autoComplete="email" />
    case 'phone':
      return <Field {...common} kind="tel" autoComplete="tel" />
    case 'yesNo':
      return (
        <Choice
          {...common}
          layout="row"
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
      )
    case 'choice':
      return options.length > 7 ? (
        <Field {...common} kind="select" emptyOption="Please choose" options={asOptions(options)} />
      ) : (
        <Choice {...common} options={asOptions(options)} />
      )
    case 'choices':
      return (
        <Choice
          {...common}
          isMultiple
          options={asOptions(options)}
          values={{ [common.name]: linesOf(values[common.name]) }}
        />
      )
    case 'file':
      return (
        <FileField
          {...common}
          hint={[help, 'PDF, Word, PNG or JPEG; all files together up to 10 MB.']
            .filter(Boolean)
            .join(' ')}
          accept=".pdf,.docx,.png,.jpg,.jpeg"
        />
      )
    case 'text':
      return <Field {...common} />
  }
}

const asOptions = (options: readonly string[]) =>
  options.map((option) => ({ value: option, label: option }))

/** Several choices of a refused form come back line by line. */
const linesOf = (text: string | undefined): string[] => text?.split('\n').filter(Boolean) ?? []

const answersIn = ({
  questions,
  state: { values },
}: {
  questions: readonly IntakeQuestion[]
  state: FormState
}): RawAnswers =>
  Object.fromEntries(questions.map(({ key }) => [key, linesOf(values[nameOf(key)])]))

const answersOf = ({
  questions,
  data,
}: {
  questions: readonly IntakeQuestion[]
  data: FormData
}): RawAnswers =>
  Object.fromEntries(
    questions.map(({ key }) => [
      key,
      data.getAll(nameOf(key)).map((value) => (typeof value === 'string' ? value : value.name)),
    ]),
  )
