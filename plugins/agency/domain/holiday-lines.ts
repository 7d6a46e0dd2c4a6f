import { isDay, ok, refuse, type Day, type Result } from '#plugins/kernel/domain'

export type HolidayLine = { dayOn: Day; name: string }

/**
 * Reads pasted holidays, one per line: a day and a name, with a space, tab, comma or semicolon
 * between. Empty lines do not count; the first line that cannot be read is named.
 */
export const readHolidayLines = (lines: readonly string[]): Result<HolidayLine[], string> => {
  const read: HolidayLine[] = []
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    if (text === '') continue
    const match = /^(\d{4}-\d{2}-\d{2})[\s,;]+(.+)$/.exec(text)
    const dayOn = match?.[1] ?? ''
    const name = match?.[2]?.trim() ?? ''
    if (!isDay(dayOn) || name === '')
      return refuse(
        `Line ${index + 1} cannot be read: “${text.slice(0, 40)}”. Write it as 2026-12-24 Christmas Eve.`,
      )
    read.push({ dayOn, name: name.slice(0, 120) })
  }
  return ok(read)
}
