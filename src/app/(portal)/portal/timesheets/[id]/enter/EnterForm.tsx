'use client'

import { Field, SubmitButton } from '#themes/base'
import { ActionBar, WeekGrid, type WeekDay } from '#themes/portal'
import { ActionForm, type FormAction } from '../../../../../shared/ActionForm'
import { newForm } from '../../../../../shared/form-state'
import { FormErrors } from '../../../shared/FormErrors'
import { dayOfLine, linesOf } from './week-form'

/** A day whose clocks go back: a time in that hour came twice. */
export type TwiceHour = { day: string; label: string }

const whichOptions = [
  { value: 'first', label: 'The first one' },
  { value: 'second', label: 'The second one, after the change' },
]

/** The week's hours: one line a day, more on request; nothing typed is lost by a refusal. */
export const EnterForm = ({
  action,
  days,
  values: kept,
  totals,
  weekTotal,
  twice,
  problems,
}: {
  action: FormAction
  days: readonly WeekDay[]
  /** What is stored, with the revision and the days of the sheet. */
  values: Record<string, string>
  /** Hours by line, as counted by the server. */
  totals: Record<string, string>
  weekTotal: string
  twice: readonly TwiceHour[]
  /** What is wrong with kept hours before anything is sent, by line. */
  problems: Record<string, string>
}) => (
  <ActionForm action={action} initial={newForm(kept)} className="pw-form" label="Hours of the week">
    {({ state, isPending }) => {
      const values = { ...kept, ...state.values }
      const errors = { ...problems, ...state.errors }
      const lines = linesOf({ days: days.map(({ key }) => key), values })
      return (
        <>
          <FormErrors state={state} />
          {['revision', 'firstDay', 'lastDay'].map((name) => (
            <input
              key={`${name}-${values[name]}`}
              type="hidden"
              name={name}
              defaultValue={values[name]}
            />
          ))}
          {lines.map((line) => (
            <input
              key={line}
              type="hidden"
              name={`${line}.note`}
              defaultValue={values[`${line}.note`] ?? ''}
            />
          ))}
          <WeekGrid
            days={lines.flatMap((line) => {
              const day = days.find(({ key }) => key === dayOfLine(line))
              if (!day) return []
              const isFurther = line !== day.key
              const total = totals[line]
              return [
                {
                  ...day,
                  key: line,
                  ...(isFurther ? { weekday: `${day.weekday}, again` } : {}),
                  ...(total ? { total } : {}),
                },
              ]
            })}
            values={values}
            errors={errors}
            weekTotal={weekTotal}
          />
          <WholeDays lines={lines} days={days} values={values} errors={errors} />
          <WhichHours
            lines={lines}
            days={days}
            twice={twice}
            values={values}
            errors={state.errors}
          />
          <ActionBar
            actions={
              <>
                <SubmitButton
                  label="Save"
                  pendingLabel="Saving…"
                  isPending={isPending}
                  look="quiet"
                  name="intent"
                  value="save"
                />
                <SubmitButton
                  label="Save and send to the client"
                  pendingLabel="Sending…"
                  isPending={isPending}
                  name="intent"
                  value="submit"
                />
              </>
            }
          />
          <details className="pw-fold" open={state.errors.moreOn !== undefined}>
            <summary>Worked twice on one day?</summary>
            <div className="pw-form">
              <Field
                name="moreOn"
                kind="select"
                label="Day that needs another line"
                emptyOption="Choose a day"
                options={days.map(({ key, weekday, date }) => ({
                  value: key,
                  label: `${weekday}, ${date}`,
                }))}
                optionalWord="only if you did"
                values={{}}
                errors={state.errors}
              />
              <SubmitButton
                label="Add the line"
                isPending={isPending}
                look="quiet"
                name="intent"
                value="more"
              />
            </div>
          </details>
        </>
      )
    }}
  </ActionForm>
)

/** Two equal times are no time or a whole day: only the worker knows. */
const WholeDays = ({
  lines,
  days,
  values,
  errors,
}: {
  lines: readonly string[]
  days: readonly WeekDay[]
  values: Record<string, string>
  errors: Record<string, string>
}) => {
  const equal = lines.filter((line) => {
    const start = values[`${line}.start`]
    return start && start === values[`${line}.end`]
  })
  if (equal.length === 0) return null
  return (
    <div className="pw-form">
      {equal.map((line) => {
        const day = dayOfLine(line)
        const weekday = days.find(({ key }) => key === day)?.weekday ?? day
        return (
          <Field
            key={line}
            name={`${line}.endDay`}
            kind="select"
            label={`${weekday}: start and end are the same. Did you work 24 hours?`}
            emptyOption="No, I correct the times above"
            options={[{ value: dayAfter(day), label: 'Yes, until the next day' }]}
            values={values}
            errors={errors}
          />
        )
      })}
    </div>
  )
}

type Question = { name: string; label: string }

/**
 * Which of two hours is meant, on a day whose clocks go back and in a night that ends on it. Folded
 * away, because hardly anybody begins or ends in that hour; open when it was answered or matters.
 */
const WhichHours = ({
  lines,
  days,
  twice,
  values,
  errors,
}: {
  lines: readonly string[]
  days: readonly WeekDay[]
  twice: readonly TwiceHour[]
  values: Record<string, string>
  errors: Record<string, string>
}) => {
  const questions = lines.flatMap((line) => questionsOf({ line, days, twice }))
  const [first] = twice
  if (!first || questions.length === 0) return null
  const isOpen = questions.some(({ name }) => {
    const [line = '', field = ''] = name.split('.')
    const time = field === 'startOccurrence' ? 'start' : 'end'
    return values[name] || errors[name] || errors[`${line}.${time}`]
  })
  return (
    <details className="pw-fold" open={isOpen}>
      <summary>{first.label}: did you start or end in the hour that came twice?</summary>
      <div className="pw-form">
        {questions.map(({ name, label }) => (
          <Field
            key={name}
            name={name}
            kind="select"
            label={label}
            emptyOption="Not in that hour"
            options={whichOptions}
            optionalWord="only for that hour"
            values={values}
            errors={errors}
          />
        ))}
      </div>
    </details>
  )
}

const questionsOf = ({
  line,
  days,
  twice,
}: {
  line: string
  days: readonly WeekDay[]
  twice: readonly TwiceHour[]
}): Question[] => {
  const day = dayOfLine(line)
  const weekday = days.find(({ key }) => key === day)?.weekday ?? day
  const again = line === day ? '' : ', again'
  const startsIn = twice.some((one) => one.day === day)
  const endsIn = startsIn || twice.some((one) => one.day === dayAfter(day))
  return [
    ...(startsIn
      ? [{ name: `${line}.startOccurrence`, label: `${weekday}${again}: my start was in` }]
      : []),
    ...(endsIn
      ? [{ name: `${line}.endOccurrence`, label: `${weekday}${again}: my end was in` }]
      : []),
  ]
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
