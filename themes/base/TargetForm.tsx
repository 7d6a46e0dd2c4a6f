import type { ReactNode } from 'react'
import type { FormTarget } from '../contract'

export type TargetFormProps = {
  target: FormTarget
  children: ReactNode
  className?: string
  hasFiles?: boolean
  label?: string
}

/**
 * A posting form with its hidden fields. `noValidate`: the server judges, so that every reader gets
 * the same words, with and without JavaScript.
 */
export const TargetForm = ({
  target: { action, hidden = {} },
  children,
  className,
  hasFiles = false,
  label,
}: TargetFormProps) => (
  <form
    className={className}
    action={action}
    noValidate
    aria-label={label}
    {...(typeof action === 'string' ? { method: 'post' } : {})}
    {...(typeof action === 'string' && hasFiles ? { encType: 'multipart/form-data' } : {})}
  >
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
