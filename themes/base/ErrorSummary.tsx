import type { FormErrors } from '../contract'
import { fieldId } from './field-ids'

export type ErrorSummaryProps = {
  title: string
  errors: FormErrors
  /** The order in which the fields stand in the form; names not listed come last. */
  order?: readonly string[]
  idPrefix?: string
}

/**
 * What is wrong, at the top of a refused form, each line a link to its field. `role="alert"` makes
 * screen readers say it when it appears. An error without a field has the empty name.
 */
export const ErrorSummary = ({ title, errors, order = [], idPrefix }: ErrorSummaryProps) => {
  const rank = (name: string) => {
    const at = order.indexOf(name)
    return at === -1 ? order.length : at
  }
  const lines = Object.entries(errors).sort(([a], [b]) => rank(a) - rank(b))
  if (lines.length === 0) return null
  return (
    <div className="pw-error-summary" role="alert" tabIndex={-1}>
      <p className="pw-error-summary__title">{title}</p>
      <ul>
        {lines.map(([name, message]) => (
          <li key={name}>
            {name === '' ? (
              message
            ) : (
              <a href={`#${fieldId(idPrefix === undefined ? { name } : { name, idPrefix })}`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
