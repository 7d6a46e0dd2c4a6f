import { classNames } from './class-names'
import type { ButtonLook } from './ButtonLink'

export type SubmitButtonProps = {
  label: string
  /** Shown and announced while the form is under way. */
  pendingLabel?: string
  isPending?: boolean
  look?: ButtonLook | 'danger'
  isWide?: boolean
  name?: string
  value?: string
}

export const SubmitButton = ({
  label,
  pendingLabel,
  isPending = false,
  look = 'primary',
  isWide,
  name,
  value,
}: SubmitButtonProps) => (
  <button
    type="submit"
    className={classNames('pw-button', `pw-button--${look}`, isWide && 'pw-button--wide')}
    name={name}
    value={value}
    aria-disabled={isPending || undefined}
  >
    {isPending ? <span className="pw-spinner" aria-hidden="true" /> : null}
    <span>{isPending && pendingLabel ? pendingLabel : label}</span>
  </button>
)
