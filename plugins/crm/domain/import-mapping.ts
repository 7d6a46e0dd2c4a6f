import type { ImportField } from '#plugins/kernel/domain'
import { plainWords } from './import-values'

/** Column of the table → field; columns that nobody wants are null. */
export type ImportColumns = readonly (string | null)[]

/** The same headings in the same order are the same kind of file. */
export const headersKey = (headers: readonly string[]): string =>
  headers.map(plainWords).join('\u001F').slice(0, 4_000)

/**
 * Which field each column holds, by its heading: as the field is called, or as other systems and
 * languages call it. Each field is given once; the first column of that name has it.
 */
export const guessColumns = ({
  headers,
  fields,
}: {
  headers: readonly string[]
  fields: readonly Pick<ImportField, 'key' | 'label' | 'names'>[]
}): (string | null)[] => {
  const byName = new Map<string, string>()
  for (const { key, label, names } of fields)
    for (const name of [label, key.replaceAll(/([a-z])([A-Z])/g, '$1 $2'), ...names]) {
      const said = squeezed(name)
      if (!byName.has(said)) byName.set(said, key)
    }
  const taken = new Set<string>()
  return headers.map((header) => {
    const key = byName.get(squeezed(header))
    if (key === undefined || taken.has(key)) return null
    taken.add(key)
    return key
  })
}

/** `E-Mail 1`, `email_1` and `Email1` are one name. */
const squeezed = (name: string): string => plainWords(name).replaceAll(' ', '')

/** Why columns can not be taken so, by the number of the column; empty when they can. */
export const columnProblems = ({
  columns,
  headers,
  fields,
}: {
  columns: ImportColumns
  headers: readonly string[]
  fields: readonly Pick<ImportField, 'key' | 'label' | 'isRequired'>[]
}): Record<string, string> => {
  const problems: Record<string, string> = {}
  if (columns.length !== headers.length)
    problems.columns = `The file has ${headers.length} columns: say for each what it is, or null.`
  const known = new Map(fields.map((field) => [field.key, field]))
  const seen = new Map<string, number>()
  for (const [index, key] of columns.entries()) {
    if (key === null) continue
    const field = known.get(key)
    const first = seen.get(key)
    if (!field) problems[`columns.${index}`] = 'There is no such field. Choose one of the list.'
    else if (first !== undefined)
      problems[`columns.${index}`] =
        `“${field.label}” is column ${first + 1} already. Choose another field, or none.`
    seen.set(key, first ?? index)
  }
  return problems
}
