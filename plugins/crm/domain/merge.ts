import type { CandidateState } from './candidate-workflow'
import { isSameJob, isSameStudy, withNewRows } from './cv/taken-rows'

/** For so long a merge can be undone. */
export const undoHours = 24

/** Chosen together, because half of one and half of the other would be nobody’s. */
export const mergeGroups = {
  name: { label: 'Name', fields: ['firstName', 'lastName'], defaults: [] },
  place: {
    label: 'Place',
    fields: ['city', 'postcode', 'region', 'country', 'latitude', 'longitude'],
    // Filled by itself, so that it says nothing alone.
    defaults: ['country'],
  },
  pay: {
    label: 'Desired pay',
    fields: ['desiredPayRateE4', 'desiredSalaryMinor', 'currency'],
    defaults: ['currency'],
  },
} as const satisfies Readonly<
  Record<string, { label: string; fields: readonly string[]; defaults: readonly string[] }>
>

const strictness: readonly CandidateState[] = ['inactive', 'new', 'active', 'in_process', 'placed']

/** The state of the one that is kept: blocked when one of them was, else how far either has come. */
export const stateAfterMerge = (kept: CandidateState, merged: CandidateState): CandidateState => {
  if (kept === 'do_not_use' || merged === 'do_not_use') return 'do_not_use'
  return strictness.indexOf(merged) > strictness.indexOf(kept) ? merged : kept
}

type Row = Readonly<Record<string, unknown>>

/** What a list holds afterwards: what the kept one says, and behind it what only the other says. */
export const listAfterMerge = ({
  name,
  kept,
  merged,
}: {
  name: string
  kept: unknown
  merged: unknown
}): unknown[] => {
  const [known, given] = [bare(kept), bare(merged)]
  return withNewRows<unknown, unknown>({ known, given, isSame: samenessOf(name) })
}

/** Rows by what they say: the ids that a database gave them do not count. */
export const bare = (list: unknown): unknown[] =>
  Array.isArray(list)
    ? list.map((row: unknown) => {
        if (!isRow(row)) return row
        const { id: _, ...said } = row
        return said
      })
    : []

export const isEmptyValue = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Whether two values say the same; of rows, whatever their ids. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))

const ordered = (value: unknown): unknown => {
  if (value === undefined || value === '') return null
  if (Array.isArray(value)) return bare(value).map(ordered)
  if (!isRow(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  )
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const samenessOf = (name: string): ((one: unknown, other: unknown) => boolean) => {
  const given = sameness[name]
  if (!given) return isSameValue
  return (one, other) => isRow(one) && isRow(other) && given(one, other)
}

const text = (row: Row, key: string): string | null => {
  const value = row[key]
  return typeof value === 'string' ? value : null
}

const sameness: Readonly<Record<string, (one: Row, other: Row) => boolean>> = {
  workHistory: (one, other) => isSameJob(jobOf(one), jobOf(other)),
  education: (one, other) => isSameStudy(studyOf(one), studyOf(other)),
  languages: (one, other) => text(one, 'language') === text(other, 'language'),
  expertise: (one, other) => isSameValue(one.skill, other.skill),
}

const jobOf = (row: Row) => ({
  title: text(row, 'title'),
  employer: text(row, 'employer'),
  startedIn: text(row, 'startedIn'),
})

const studyOf = (row: Row) => ({
  institution: text(row, 'institution'),
  degree: text(row, 'degree'),
})
