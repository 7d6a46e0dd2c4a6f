export type HoursRow = {
  day: string
  start: string
  end: string
  /** As typed. */
  breakMinutes: string
  note: string
  /** Known once saved. */
  workedMinutes?: number
}

export const emptyRow = (day: string): HoursRow => ({
  day,
  start: '',
  end: '',
  breakMinutes: '0',
  note: '',
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
    })),
    rowOf: written.map(({ at }) => at),
  }
}

/** What is saved; rows that are being written count once they are. */
export const totalInWords = (rows: readonly HoursRow[]): string => {
  const minutes = rows.reduce((sum, row) => sum + (row.workedMinutes ?? 0), 0)
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} hours saved`
}
