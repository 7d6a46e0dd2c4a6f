/** Text that people can have written: no NUL, no half surrogate pair. Postgres stores no other. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** A message per text that cannot be stored, keyed by its dotted path in the value. */
export const unstorableFields = (value: unknown, path = ''): Record<string, string> => {
  if (typeof value === 'string')
    return isStorable(value)
      ? {}
      : { [path || 'input']: 'This holds characters that cannot be stored. Please type it again.' }
  if (typeof value !== 'object' || value === null) return {}
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) =>
      unstorableFields(inner, path ? `${path}.${key}` : key),
    ),
  )
}
