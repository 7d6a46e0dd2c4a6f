import type { FormErrors } from '../contract'
import { FieldFrame, type FieldTexts } from './FieldFrame'
import { wireField } from './field-ids'

export type FileFieldProps = FieldTexts & {
  name: string
  errors: FormErrors
  idPrefix?: string
  /** Types and extensions as the `accept` attribute wants them. */
  accept: string
  isRequired?: boolean
  /** Name of a file that was kept from an earlier try, so that nobody uploads it twice. */
  keptFile?: { name: string; label: string }
}

export const FileField = (props: FileFieldProps) => {
  const { name, errors, idPrefix, accept, isRequired = false, keptFile } = props
  const wiring = wireField({
    name,
    errors,
    hasHint: Boolean(props.hint),
    ...(idPrefix === undefined ? {} : { idPrefix }),
  })
  return (
    <FieldFrame {...props} wiring={wiring} isRequired={isRequired}>
      <input
        id={wiring.id}
        name={name}
        className="pw-file"
        type="file"
        accept={accept}
        aria-required={isRequired || undefined}
        {...wiring.aria}
      />
      {keptFile ? (
        <p className="pw-field__kept">
          {keptFile.label} <strong>{keptFile.name}</strong>
        </p>
      ) : null}
    </FieldFrame>
  )
}
