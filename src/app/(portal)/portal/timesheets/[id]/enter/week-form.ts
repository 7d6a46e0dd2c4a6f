import type { Day } from '#plugins/kernel/domain'
import type { TimeEntry } from '#plugins/timekeeping/domain'

/** An entry as the form sends it to the command that saves hours. */
export type FormEntry = Omit<TimeEntry, 'placementId'> & { note?: string }

/** A kept entry, as the form shows it again. */
export type ShownEntry = Omit<TimeEntry, 'placementId'> & { note: string | null }

type Texts = Readonly<Record<string, string>>

/**
 * The name of a line of the week: the day itself, and `<day>_2` and so on for further stretches of
 * work on the same day. Field names are `<line>.start`, `<line>.end`, `<line>.breakMinutes`.
 */
export const lineName = ({ day, position }: { day: Day; position: number }): string =>
  position === 1 ? day : `${day}_${position}`

export const dayOfLine = (line: string): Day => line.slice(0, 10)

/** The lines that a week needs: one for each day, more where more was entered. */
export const linesOf = ({ days, values }: { days: readonly Day[]; values: Texts }): string[] => {
  const further = new Set(
    Object.keys(values).flatMap((name) => {
      const [line = ''] = name.split('.')
      return /^\d{4}-\d{2}-\d{2}_\d{1,2}$/.test(line) ? [line] : []
    }),
  )
  return days.flatMap((day) => [
    day,
    ...[...further]
      .filter((line) => dayOfLine(line) === day)
      .sort((a, b) => positionOf(a) - positionOf(b)),
  ])
}

/** What stands in the fields of kept hours. */
export const valuesOfEntries = (entries: readonly ShownEntry[]): Record<string, string> => {
  const values: Record<string, string> = {}
  const seen = new Map<Day, number>()
  for (const entry of entries) {
    const position = (seen.get(entry.day) ?? 0) + 1
    seen.set(entry.day, position)
    const line = lineName({ day: entry.day, position })
    values[`${line}.start`] = entry.start
    values[`${line}.end`] = entry.end
    values[`${line}.breakMinutes`] = entry.breakMinutes === 0 ? '' : String(entry.breakMinutes)
    values[`${line}.startOccurrence`] = entry.startOccurrence ?? ''
    values[`${line}.endOccurrence`] = entry.endOccurrence ?? ''
    values[`${line}.note`] = entry.note ?? ''
    // Two equal times are a whole day; any other last day follows from the times and the questions.
    values[`${line}.endDay`] = entry.end === entry.start ? (entry.endDay ?? '') : ''
  }
  return values
}

/** The typed week with one more line on a day. */
export const withFurtherLine = ({ day, values }: { day: Day; values: Texts }): Texts => {
  const lines = linesOf({ days: [day], values })
  const position = Math.max(...lines.map(positionOf)) + 1
  return { ...values, [`${lineName({ day, position })}.start`]: '' }
}

/**
 * Reads the typed week. Lines left empty are no work; a line that is half filled, or a break that is
 * no number of minutes, is wrong at its field. `lines[n]` is the line of `entries[n]`.
 */
export const readWeek = ({
  days,
  values,
}: {
  days: readonly Day[]
  values: Texts
}): { entries: FormEntry[]; lines: string[]; errors: Record<string, string> } => {
  const entries: FormEntry[] = []
  const lines: string[] = []
  const errors: Record<string, string> = {}
  for (const line of linesOf({ days, values })) {
    const typed = (name: string) => (values[`${line}.${name}`] ?? '').trim()
    const [start, end, pause] = [typed('start'), typed('end'), typed('breakMinutes')]
    if (start === '' && end === '' && pause === '') continue
    if (start === '') errors[`${line}.start`] = 'Enter when you began.'
    if (end === '') errors[`${line}.end`] = 'Enter when you ended.'
    if (!/^\d{0,4}$/.test(pause))
      errors[`${line}.breakMinutes`] = 'Enter the break in whole minutes, for example 30.'
    const day = dayOfLine(line)
    const startOccurrence = occurrence(typed('startOccurrence'))
    const endOccurrence = occurrence(typed('endOccurrence'))
    // Both in the hour that came twice: it ended on the same day although its clock went back.
    const endsInSecondHour =
      startOccurrence === 'first' && endOccurrence === 'second' && end <= start
    const endDay = endsInSecondHour ? day : end === start ? typed('endDay') : ''
    entries.push({
      day,
      start,
      end,
      breakMinutes: pause === '' ? 0 : Number(pause),
      ...(startOccurrence ? { startOccurrence } : {}),
      ...(endOccurrence ? { endOccurrence } : {}),
      ...(endDay ? { endDay } : {}),
      ...(typed('note') ? { note: typed('note') } : {}),
    })
    lines.push(line)
  }
  return { entries, lines, errors }
}

const fieldsShown = ['start', 'end', 'endDay', 'breakMinutes', 'startOccurrence', 'endOccurrence']

/** Moves the command's messages (`entries.2.start`) to the fields they are about. */
export const errorsAtFields = ({
  fields,
  lines,
}: {
  fields: Readonly<Record<string, string>>
  lines: readonly string[]
}): Record<string, string> => {
  const errors: Record<string, string> = {}
  for (const [path, message] of Object.entries(fields)) {
    const [, index = '', field = ''] = /^entries\.(\d+)\.(\w+)$/.exec(path) ?? []
    const line = index === '' ? undefined : lines[Number(index)]
    const name = line === undefined ? '' : fieldsShown.includes(field) ? `${line}.${field}` : line
    errors[name] = errors[name] ? `${errors[name]} ${message}` : message
  }
  return errors
}

const positionOf = (line: string): number => Number(line.split('_')[1] ?? 1)

const occurrence = (text: string): 'first' | 'second' | null =>
  text === 'first' || text === 'second' ? text : null
