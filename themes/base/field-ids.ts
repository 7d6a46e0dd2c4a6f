import type { FormErrors, FormValues } from '../contract'

type FieldKey = { name: string; idPrefix?: string }

/** The id of a field's control; `idPrefix` keeps two forms on one page apart. */
export const fieldId = ({ name, idPrefix = 'f' }: FieldKey): string =>
  `${idPrefix}-${name.replace(/[^a-zA-Z0-9_-]+/g, '-')}`

export type FieldWiring = {
  id: string
  hintId: string
  errorId: string
  error: string | undefined
  /** Attributes that tie the control to its hint and its error. */
  aria: { 'aria-describedby'?: string; 'aria-invalid'?: true }
}

/** Ids and ARIA attributes of one field, the same on the server and in every form. */
export const wireField = ({
  name,
  idPrefix,
  hasHint,
  errors,
}: FieldKey & { hasHint: boolean; errors: FormErrors }): FieldWiring => {
  const id = fieldId(idPrefix === undefined ? { name } : { name, idPrefix })
  const error = errors[name]
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hasHint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  return {
    id,
    hintId,
    errorId,
    error,
    aria: {
      ...(described ? { 'aria-describedby': described } : {}),
      ...(error ? { 'aria-invalid': true as const } : {}),
    },
  }
}

/** The single value that was typed into a field; the first one when there were several. */
export const valueOf = ({ name, values }: { name: string; values: FormValues }): string => {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every value chosen for a field. */
export const valuesOf = ({
  name,
  values,
}: {
  name: string
  values: FormValues
}): readonly string[] => {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
