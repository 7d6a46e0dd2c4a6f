import type { FormErrors, FormValues, SelectOption } from '../contract'
import { classNames } from './class-names'
import { FieldError, type FieldTexts } from './FieldFrame'
import { valuesOf, wireField } from './field-ids'

export type ChoiceProps = FieldTexts & {
  name: string
  options: readonly SelectOption[]
  values: FormValues
  errors: FormErrors
  idPrefix?: string
  isMultiple?: boolean
  isRequired?: boolean
  /** `scale`: a few numbers beside each other, however narrow the page is. */
  layout?: 'row' | 'scale' | 'stack'
}

/** Radio buttons, or checkboxes when several may be chosen, with one legend and one error. */
export const Choice = ({
  name,
  label,
  hint,
  optionalWord = 'optional',
  options,
  values,
  errors,
  idPrefix,
  isMultiple = false,
  isRequired = false,
  layout = 'stack',
}: ChoiceProps) => {
  const wiring = wireField({
    name,
    errors,
    hasHint: Boolean(hint),
    ...(idPrefix === undefined ? {} : { idPrefix }),
  })
  const chosen = valuesOf({ name, values })
  const describedBy = wiring.aria['aria-describedby']
  return (
    <fieldset
      className={classNames('pw-field', 'pw-choice', wiring.error && 'pw-field--wrong')}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      <legend className="pw-field__label">
        {label}
        {isRequired ? null : <span className="pw-field__optional"> ({optionalWord})</span>}
      </legend>
      {hint ? (
        <p className="pw-field__hint" id={wiring.hintId}>
          {hint}
        </p>
      ) : null}
      <div className={`pw-choice__options pw-choice__options--${layout}`}>
        {options.map((option, index) => (
          <label className="pw-choice__option" key={option.value}>
            <input
              id={index === 0 ? wiring.id : `${wiring.id}-${index}`}
              type={isMultiple ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>{option.label}</span>
            {option.count === undefined ? null : (
              <span className="pw-choice__count">{option.count}</span>
            )}
          </label>
        ))}
      </div>
      <FieldError wiring={wiring} />
    </fieldset>
  )
}
