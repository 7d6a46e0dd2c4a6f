export type HoursRow = {
  day: string
  start: string
  end: string
  /** As typed. */
  breakMinutes: string
  note: string
  /** Which of two, where the clock showed a time twice; empty where it did not. */
  startOccurrence: string
  endOccurrence: string
  /** The day of the end where the times do not tell it; else empty. */
  endDay: string
  /** Known once saved. */
  workedMinutes?: number
}

export const emptyRow = (day: string): HoursRow => ({
  day,
  start: '',
  end: '',
  breakMinutes: '0',
  note: '',
  startOccurrence: '',
  endOccurrence: '',
  endDay: '',
})

/** The days of the sheet, both ends included. */
export const daysFrom = ({ from, to }: { from: string; to: string }): string[] => {
  const days: string[] = []
  const last = Date.parse(`${to}T00:00:00Z`)
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= last; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/**
 * The rows somebody wrote something into, as the command takes them, and for each of them the row it
 * came from, so that a message finds its way back.
 */
export const inputOfRows = (
  rows: readonly HoursRow[],
): { entries: Record<string, unknown>[]; rowOf: readonly number[] } => {
  const written = rows.flatMap((row, at) => (row.start || row.end ? [{ row, at }] : []))
  return {
    entries: written.map(({ row }) => ({
      day: row.day,
      start: row.start,
      end: row.end,
      breakMinutes: Number(row.breakMinutes || 0),
      ...(row.note.trim() ? { note: row.note.trim() } : {}),
      ...(row.startOccurrence ? { startOccurrence: row.startOccurrence } : {}),
      ...(row.endOccurrence ? { endOccurrence: row.endOccurrence } : {}),
      ...(row.endDay ? { endDay: row.endDay } : {}),
    })),
    rowOf: written.map(({ at }) => at),
  }
}

/** What a row has to be asked besides its times. */
export const questionsOf = ({
  row,
  twiceDays,
}: {
  row: HoursRow
  /** Days on which clocks went back. */
  twiceDays: readonly string[]
}): { startOccurrence: boolean; endOccurrence: boolean; endDay: boolean } => {
  const startsIn = twiceDays.includes(row.day)
  const endsIn = startsIn || twiceDays.includes(dayAfter(row.day))
  const isEqual = row.start !== '' && row.start === row.end
  return {
    startOccurrence: startsIn || row.startOccurrence !== '',
    endOccurrence: endsIn || row.endOccurrence !== '',
    endDay: isEqual || startsIn || row.endDay !== '',
  }
}

export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** What is saved; rows that are being written count once they are. */
export const totalInWords = (rows: readonly HoursRow[]): string => {
  const minutes = rows.reduce((sum, row) => sum + (row.workedMinutes ?? 0), 0)
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} hours saved`
}
