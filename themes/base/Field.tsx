import type { FormErrors, FormValues, SelectOption } from '../contract'
import { FieldFrame, type FieldTexts } from './FieldFrame'
import { valueOf, wireField } from './field-ids'

export type FieldProps = FieldTexts & {
  name: string
  values: FormValues
  errors: FormErrors
  idPrefix?: string
  kind?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'time'
    | 'password'
    | 'textarea'
    | 'select'
  options?: readonly SelectOption[]
  /** First, empty choice of a select. */
  emptyOption?: string
  isRequired?: boolean
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  maxLength?: number
  min?: string
  max?: string
  step?: string
  rows?: number
  width?: 'full' | 'half' | 'short'
}

/**
 * One labelled input, textarea or select. `isRequired` is announced, not enforced by the browser, so
 * that the server's message is the one people read. A password is never filled in again.
 */
export const Field = (props: FieldProps) => {
  const { name, values, errors, idPrefix, kind = 'text', isRequired = false } = props
  const wiring = wireField({
    name,
    errors,
    hasHint: Boolean(props.hint),
    ...(idPrefix === undefined ? {} : { idPrefix }),
  })
  const value = valueOf({ name, values })
  const shared = {
    id: wiring.id,
    name,
    className: 'pw-input',
    'aria-required': isRequired || undefined,
    autoComplete: props.autoComplete,
    ...wiring.aria,
  }

  return (
    <FieldFrame {...props} wiring={wiring} isRequired={isRequired}>
      {kind === 'textarea' ? (
        <textarea
          {...shared}
          rows={props.rows ?? 4}
          maxLength={props.maxLength}
          defaultValue={value}
        />
      ) : kind === 'select' ? (
        <span className="pw-select">
          <select {...shared} defaultValue={value}>
            {props.emptyOption === undefined ? null : <option value="">{props.emptyOption}</option>}
            {(props.options ?? []).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      ) : (
        <input
          {...shared}
          type={kind}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          min={props.min}
          max={props.max}
          step={props.step}
          defaultValue={kind === 'password' ? undefined : value}
        />
      )}
    </FieldFrame>
  )
}
