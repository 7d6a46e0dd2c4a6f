import { SetStepNav } from '@payloadcms/ui'

import { withStaff } from '#plugins/kernel/admin/server'
import { can } from '#plugins/kernel/domain'
import { isEditable } from '../domain'
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
    const { docs } = await req.payload.find({
      collection: 'time-entries',
      where: { timesheet: { equals: sheet.id } },
      sort: 'startedAt',
      limit: 100,
      pagination: false,
      depth: 0,
      req,
      overrideAccess: false,
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
          entries={docs.map((entry) => ({
            day: entry.workOn,
            start: entry.startTime,
            end: entry.endTime,
            breakMinutes: String(entry.breakMinutes),
            note: entry.note ?? '',
            workedMinutes: entry.workedMinutes,
          }))}
        />
      </>
    )
  },
})
