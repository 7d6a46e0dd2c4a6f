import { FieldError } from '../base/FieldFrame'
import { classNames } from '../base/class-names'
import { valueOf, wireField } from '../base/field-ids'
import type { FormErrors, FormValues } from '../contract'

export type WeekDay = {
  /** `YYYY-MM-DD`; the field names are `<key>.start`, `<key>.end` and `<key>.breakMinutes`. */
  key: string
  weekday: string
  date: string
  /** Hours of this day as counted by the server, e.g. '7:30'. */
  total?: string
  /** Said under the row: a holiday, a clock change, work that ends on the next day. */
  note?: string
  isToday?: boolean
}

export type WeekGridLabels = {
  day: string
  start: string
  end: string
  breakMinutes: string
  total: string
  weekTotal: string
}

export type WeekGridProps = {
  days: readonly WeekDay[]
  values: FormValues
  errors: FormErrors
  weekTotal: string
  isReadOnly?: boolean
  labels?: WeekGridLabels
}

const english: WeekGridLabels = {
  day: 'Day',
  start: 'Start',
  end: 'End',
  breakMinutes: 'Break, min',
  total: 'Hours',
  weekTotal: 'Hours this week',
}

type CellProps = {
  name: string
  label: string
  kind: 'time' | 'minutes'
  values: FormValues
  errors: FormErrors
  isReadOnly: boolean
}

const Cell = ({ name, label, kind, values, errors, isReadOnly }: CellProps) => {
  const wiring = wireField({ name, errors, hasHint: false })
  return (
    <div className={classNames('pw-week__cell', wiring.error && 'pw-field--wrong')}>
      <label htmlFor={wiring.id}>{label}</label>
      <input
        className="pw-input"
        id={wiring.id}
        name={name}
        type={kind === 'time' ? 'time' : 'text'}
        inputMode={kind === 'time' ? undefined : 'numeric'}
        autoComplete="off"
        readOnly={isReadOnly}
        defaultValue={valueOf({ name, values })}
        {...wiring.aria}
      />
      <FieldError wiring={wiring} />
    </div>
  )
}

/** Seven days of plain inputs; sums come from the server, so the page needs no JavaScript. */
export const WeekGrid = ({
  days,
  values,
  errors,
  weekTotal,
  isReadOnly = false,
  labels = english,
}: WeekGridProps) => (
  <div className="pw-week">
    <div className="pw-week__heads" aria-hidden="true">
      <span>{labels.day}</span>
      <span>{labels.start}</span>
      <span>{labels.end}</span>
      <span>{labels.breakMinutes}</span>
      <span>{labels.total}</span>
    </div>
    {days.map((day) => {
      const dayError = wireField({ name: day.key, errors, hasHint: false })
      return (
        <fieldset
          key={day.key}
          className={classNames('pw-week__day', day.isToday && 'pw-week__day--today')}
          {...(dayError.error ? { 'aria-describedby': dayError.errorId } : {})}
        >
          <legend className="pw-sr-only">
            {day.weekday} {day.date}
          </legend>
          <div className="pw-week__row">
            <p className="pw-week__name" aria-hidden="true">
              <strong>{day.weekday}</strong> <span>{day.date}</span>
            </p>
            {(['start', 'end'] as const).map((part) => (
              <Cell
                key={part}
                name={`${day.key}.${part}`}
                label={labels[part]}
                kind="time"
                values={values}
                errors={errors}
                isReadOnly={isReadOnly}
              />
            ))}
            <Cell
              name={`${day.key}.breakMinutes`}
              label={labels.breakMinutes}
              kind="minutes"
              values={values}
              errors={errors}
              isReadOnly={isReadOnly}
            />
            <p className="pw-week__total">
              <span className="pw-sr-only">{labels.total} </span>
              {day.total ?? '–'}
            </p>
          </div>
          {day.note ? <p className="pw-week__note">{day.note}</p> : null}
          <FieldError wiring={dayError} />
        </fieldset>
      )
    })}
    <p className="pw-week__sum">
      <span>{labels.weekTotal}</span> <strong>{weekTotal}</strong>
    </p>
  </div>
)
