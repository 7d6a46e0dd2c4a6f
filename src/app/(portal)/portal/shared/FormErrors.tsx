import { ErrorSummary } from '#themes/base'
import type { FormState } from '../../../shared/form-state'

/** What is wrong with a refused form: line by line, or the one reason why it cannot be. */
export const FormErrors = ({
  state: { status, errors, message },
  order,
  idPrefix,
}: {
  state: FormState
  order?: readonly string[]
  idPrefix?: string
}) => {
  if (status !== 'refused') return null
  const lines = Object.keys(errors).length > 0 ? errors : { '': message ?? '' }
  return (
    <ErrorSummary
      title="Please look at this again"
      errors={lines}
      {...(order ? { order } : {})}
      {...(idPrefix ? { idPrefix } : {})}
    />
  )
}
