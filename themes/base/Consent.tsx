import type { ReactNode } from 'react'
import type { FormErrors, FormValues } from '../contract'
import { classNames } from './class-names'
import { FieldError } from './FieldFrame'
import { valueOf, wireField } from './field-ids'

export type ConsentProps = {
  name: string
  /** What is agreed to, with a link to the full text. */
  children?: ReactNode
  values: FormValues
  errors: FormErrors
  idPrefix?: string
  isRequired?: boolean
}

/** One checkbox that is never ticked beforehand; it posts `yes`. */
export const Consent = ({
  name,
  children,
  values,
  errors,
  idPrefix,
  isRequired = false,
}: ConsentProps) => {
  const wiring = wireField({
    name,
    errors,
    hasHint: false,
    ...(idPrefix === undefined ? {} : { idPrefix }),
  })
  return (
    <div className={classNames('pw-field', 'pw-consent', wiring.error && 'pw-field--wrong')}>
      <div className="pw-consent__line">
        <input
          id={wiring.id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={valueOf({ name, values }) === 'yes'}
          aria-required={isRequired || undefined}
          {...wiring.aria}
        />
        <label htmlFor={wiring.id}>{children}</label>
      </div>
      <FieldError wiring={wiring} />
    </div>
  )
}
