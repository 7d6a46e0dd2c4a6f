import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { FieldWiring } from './field-ids'
import { Icon } from './Icon'

export type FieldTexts = {
  label: string
  hint?: string
  /** Said after the label of a field that may stay empty; leave out on required fields. */
  optionalWord?: string
}

type FieldErrorProps = { wiring: FieldWiring }

export const FieldError = ({ wiring }: FieldErrorProps) =>
  wiring.error ? (
    <p className="pw-field__error" id={wiring.errorId}>
      <Icon name="warning" />
      <span>{wiring.error}</span>
    </p>
  ) : null

type FieldFrameProps = FieldTexts & {
  wiring: FieldWiring
  isRequired: boolean
  width?: 'full' | 'half' | 'short'
  children: ReactNode
}

/** Label above, control, hint and error; the error stands beside what it is about. */
export const FieldFrame = ({
  label,
  hint,
  optionalWord = 'optional',
  wiring,
  isRequired,
  width = 'full',
  children,
}: FieldFrameProps) => (
  <div className={classNames('pw-field', `pw-field--${width}`, wiring.error && 'pw-field--wrong')}>
    <label className="pw-field__label" htmlFor={wiring.id}>
      {label}
      {isRequired ? null : <span className="pw-field__optional"> ({optionalWord})</span>}
    </label>
    {hint ? (
      <p className="pw-field__hint" id={wiring.hintId}>
        {hint}
      </p>
    ) : null}
    {children}
    <FieldError wiring={wiring} />
  </div>
)
