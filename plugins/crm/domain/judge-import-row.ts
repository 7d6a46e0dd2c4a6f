import {
  judgeValues,
  parseScaled,
  type CustomField,
  type ImportDraft,
  type ImportField,
  type ImportKind,
  type ImportValue,
} from '#plugins/kernel/domain'
import { minorDigitsOf } from '#plugins/kernel/domain'
import type { ImportColumns } from './import-mapping'
import { plainWords, readCell, type DayOrder } from './import-values'

const ownPrefix = 'custom.'

/** The fields of a kind with the agency's own, as far as a table can fill them. */
export const importFields = ({
  kind,
  own,
}: {
  kind: Pick<ImportKind, 'fields'>
  own: readonly CustomField[]
}): ImportField[] => [
  ...kind.fields,
  ...own.flatMap((field): ImportField[] => {
    const type = ownTypes[field.type]
    if (field.isRemoved || type === null || (field.type === 'money' && !field.currency)) return []
    return [
      {
        key: `${ownPrefix}${field.key}`,
        label: field.label,
        type,
        names: [field.key],
        ...(field.type === 'choice'
          ? {
              choices: Object.fromEntries(
                field.options
                  .filter(({ isRetired }) => !isRetired)
                  .map(({ value, label }) => [value, [label]]),
              ),
            }
          : {}),
      },
    ]
  }),
]

const ownTypes: Readonly<Record<CustomField['type'], ImportField['type'] | null>> = {
  text: 'text',
  longText: 'longText',
  number: 'number',
  money: 'amount',
  day: 'day',
  yesNo: 'yesNo',
  choice: 'choice',
  choices: 'list',
  link: 'webLink',
  // A table names nobody beyond doubt.
  person: null,
}

export type JudgedRow = { draft: ImportDraft; problems: Readonly<Record<string, string>> }

/** What a row of a table would become, with a remedy per wrong field, by its key. */
export const judgeImportRow = ({
  kind,
  fields,
  own,
  columns,
  cells,
  dayOrder,
}: {
  kind: Pick<ImportKind, 'draft'>
  /** As `importFields` gives them. */
  fields: ReadonlyMap<string, ImportField>
  own: readonly CustomField[]
  columns: ImportColumns
  cells: readonly string[]
  dayOrder: DayOrder
}): JudgedRow => {
  const values: Record<string, ImportValue> = {}
  const problems: Record<string, string> = {}
  for (const [index, key] of columns.entries()) {
    const field = key === null ? undefined : fields.get(key)
    if (!field) continue
    const read = readCell({ field, cell: cells[index] ?? '', dayOrder })
    if (read.kind === 'value') values[field.key] = read.value
    if (read.kind === 'problem') problems[field.key] = read.message
  }
  const { custom, plain } = apart(values)
  const drafted = kind.draft(plain)
  const judged = judgeOwn({ own, custom })
  return {
    draft: judged.values
      ? { ...drafted.draft, row: { ...drafted.draft.row, custom: judged.values } }
      : drafted.draft,
    // A cell that could not be read says more than that something is missing.
    problems: { ...drafted.problems, ...judged.problems, ...problems },
  }
}

const apart = (values: Readonly<Record<string, ImportValue>>) => {
  const custom: Record<string, ImportValue> = {}
  const plain: Record<string, ImportValue> = {}
  for (const [key, value] of Object.entries(values))
    if (key.startsWith(ownPrefix)) custom[key.slice(ownPrefix.length)] = value
    else plain[key] = value
  return { custom, plain }
}

const judgeOwn = ({
  own,
  custom,
}: {
  own: readonly CustomField[]
  custom: Readonly<Record<string, ImportValue>>
}): { values: Record<string, unknown> | null; problems: Record<string, string> } => {
  if (Object.keys(custom).length === 0) return { values: null, problems: {} }
  const sent: Record<string, unknown> = {}
  for (const field of own) {
    const value = custom[field.key]
    if (value !== undefined) sent[field.key] = ownValue({ field, value })
  }
  const judged = judgeValues({ fields: own, before: {}, sent, mayWrite: () => true })
  return {
    values: { ...judged.values },
    problems: Object.fromEntries(
      Object.entries(judged.problems).map(([key, message]) => [`${ownPrefix}${key}`, message]),
    ),
  }
}

const ownValue = ({ field, value }: { field: CustomField; value: ImportValue }): unknown => {
  if (field.type === 'money' && typeof value === 'string' && field.currency) {
    const amountMinor = parseScaled({ text: value, scale: minorDigitsOf(field.currency) })
    return amountMinor === null ? value : { amountMinor, currency: field.currency }
  }
  if (field.type === 'choices' && Array.isArray(value))
    return value.map((said: string) => optionFor({ field, said }))
  return value
}

const optionFor = ({ field, said }: { field: CustomField; said: string }): string =>
  field.options.find(
    ({ value, label }) =>
      plainWords(label) === plainWords(said) || plainWords(value) === plainWords(said),
  )?.value ?? said
