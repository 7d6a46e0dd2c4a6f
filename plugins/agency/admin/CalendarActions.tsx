import { recordActions } from '#plugins/kernel/admin/server'

export const CalendarActions = recordActions({
  collection: 'holiday-calendars',
  actionsFor: ({ record, id, zone }) => [
    {
      command: 'import-holidays',
      label: 'Fill a year…',
      input: { calendarId: id },
      text: record.law
        ? 'The holidays of that year by law are added. What is there already stays as it is.'
        : 'This calendar follows no law: paste its days.',
      fields: [
        ...(record.law
          ? [
              {
                name: 'year',
                label: 'Year',
                type: 'number' as const,
                value: thisYear(zone) + 1,
                least: 2000,
                most: 2200,
              },
            ]
          : []),
        {
          name: 'lines',
          label: record.law ? 'More days' : 'Days',
          type: 'lines' as const,
          placeholder: '2026-12-24 Christmas Eve',
          description: 'One per line: the day, then its name.',
        },
      ],
      tone: 'primary',
      done: 'The days are in the calendar.',
    },
    { label: 'Month view', href: `/admin/holidays?calendar=${id}` },
  ],
})

const thisYear = (zone: string): number =>
  Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone }).format(new Date()))
