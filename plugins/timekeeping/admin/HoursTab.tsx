import { SetStepNav } from '@payloadcms/ui'

import { withStaff } from '#plugins/kernel/admin/server'
import { addDays, can, eachDay } from '#plugins/kernel/domain'
import { clockChange, isEditable } from '../domain'
import { timesheetForWorker } from '../queries/timesheet-for-worker'
import { HoursGrid } from './HoursGrid'

/** The hours of a sheet as a grid, for a worker who phones them in. */
export const HoursTab = withStaff({
  permission: 'time.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, actor }) => {
    const sheet = await req.payload.findByID({
      collection: 'timesheets',
      id: String(docID ?? ''),
      depth: 0,
      req,
      overrideAccess: false,
      disableErrors: true,
    })
    if (!sheet) return null
    const shown = await timesheetForWorker({ req, timesheetId: sheet.id })
    if (!shown) return null
    const days = eachDay({
      from: sheet.weekStartsOn,
      to: addDays({ day: sheet.weekEndsOn, days: 1 }),
    })
    return (
      <>
        <SetStepNav
          nav={[
            { label: 'Timesheets', url: '/admin/collections/timesheets' },
            { label: sheet.ref ?? 'Timesheet', url: `/admin/collections/timesheets/${sheet.id}` },
            { label: 'Hours' },
          ]}
        />
        <HoursGrid
          key={sheet.revision}
          timesheetId={sheet.id}
          revision={sheet.revision}
          weekStartsOn={sheet.weekStartsOn}
          weekEndsOn={sheet.weekEndsOn}
          isEditable={isEditable(sheet.state) && can({ actor, permission: 'time.write' })}
          twiceDays={days.filter((day) => clockChange({ day, zone: shown.zone }) > 0)}
          entries={shown.entries.map((entry) => ({
            day: entry.day,
            start: entry.start,
            end: entry.end,
            breakMinutes: String(entry.breakMinutes),
            note: entry.note ?? '',
            startOccurrence: entry.startOccurrence ?? '',
            endOccurrence: entry.endOccurrence ?? '',
            endDay: entry.endDay ?? '',
            workedMinutes: entry.workedMinutes,
          }))}
        />
      </>
    )
  },
})
