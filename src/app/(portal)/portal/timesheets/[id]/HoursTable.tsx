import { formatClock, formatMinutes, formatShortDay, formatWeekday } from '#plugins/kernel/domain'
import type { SheetEntry } from '#plugins/timekeeping'
import { DataTable, Summary } from '#themes/portal'

/** The entered hours to read: what the clock at work showed, and what was counted. */
export const HoursTable = ({
  sheet: { entries, workedMinutes },
  locale,
}: {
  sheet: { entries: readonly SheetEntry[]; workedMinutes: number }
  locale: string
}) => (
  <>
    <DataTable
      caption="Hours by day"
      isCaptionHidden
      columns={[
        { key: 'day', label: 'Day' },
        { key: 'start', label: 'Start', isFigure: true },
        { key: 'end', label: 'End', isFigure: true },
        { key: 'break', label: 'Break', isFigure: true },
        { key: 'hours', label: 'Hours', isFigure: true },
        ...(entries.some(({ note }) => note) ? [{ key: 'note', label: 'Note' }] : []),
      ]}
      rows={entries.map((entry) => ({
        id: entry.id,
        cells: {
          day: `${formatWeekday({ day: entry.day, locale })}, ${formatShortDay({ day: entry.day, locale })}`,
          start: formatClock({ time: entry.start, locale }),
          end: `${formatClock({ time: entry.end, locale })}${entry.endsOn > entry.day ? ' (next day)' : ''}`,
          break: `${entry.breakMinutes} min`,
          hours: formatMinutes(entry.workedMinutes),
          note: entry.note ?? '–',
        },
      }))}
    />
    <Summary
      label="Hours of the week"
      items={[{ label: 'Hours this week', value: formatMinutes(workedMinutes), isMain: true }]}
    />
  </>
)
