import type { ImportKind } from '#plugins/kernel/domain'

export type ImportPatch = {
  patch: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, readonly string[]>>
  isEmpty: boolean
}

/**
 * What a row of a table adds to a record that is known: what is empty there and told here. Nothing that
 * stands there is overwritten; of the agency's own fields those that are empty are filled.
 *
 * @param paths fields with many texts that hold some already
 * @param isFree whether nobody else has the row's key of this kind
 */
export const patchFor = ({
  kind,
  record,
  paths,
  row,
  texts,
  isFree,
}: {
  kind: Pick<ImportKind, 'neverFilled' | 'keyColumns' | 'filledOnlyIf'>
  record: Readonly<Record<string, unknown>>
  paths: readonly string[]
  row: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, readonly string[]>>
  isFree: (prefix: string) => boolean
}): ImportPatch => {
  const { columns = [], agrees } = kind.filledOnlyIf ?? {}
  const doesAgree = agrees?.({ record, row }) ?? true
  const isOpen = (column: string): boolean =>
    column !== 'custom' &&
    !kind.neverFilled?.includes(column) &&
    isEmpty(record[column]) &&
    !isEmpty(row[column]) &&
    (doesAgree || !columns.includes(column))
  const patch: Record<string, unknown> = {}
  const keyed = new Set(Object.values(kind.keyColumns ?? {}).flat())
  for (const column of Object.keys(row))
    if (!keyed.has(column) && isOpen(column)) patch[column] = row[column]
  for (const [prefix, together] of Object.entries(kind.keyColumns ?? {}))
    if (together.every(isOpen) && isFree(prefix))
      for (const column of together) patch[column] = row[column]
  const own = ownValues({ before: record.custom, given: row.custom })
  if (own) patch.custom = own
  const added = Object.fromEntries(
    Object.entries(texts).filter(([path, list]) => list.length > 0 && !paths.includes(path)),
  )
  return {
    patch,
    texts: added,
    isEmpty: Object.keys(patch).length === 0 && Object.keys(added).length === 0,
  }
}

const ownValues = ({
  before,
  given,
}: {
  before: unknown
  given: unknown
}): Record<string, unknown> | null => {
  if (!isRecord(given)) return null
  const known = isRecord(before) ? before : {}
  const added = Object.entries(given).filter(([key]) => isEmpty(known[key]))
  return added.length > 0 ? { ...known, ...Object.fromEntries(added) } : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''
