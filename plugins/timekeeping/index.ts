import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { BillLines } from './collections/bill-lines'
import { PayLines } from './collections/pay-lines'
import { TimeEntries } from './collections/time-entries'
import { Timesheets } from './collections/timesheets'
import { WorkWeeks } from './collections/work-weeks'
import { timesheetWorkflow } from './domain/timesheet-workflow'
import { workWeekWorkflow } from './domain/work-week-workflow'

/** Hours from the phone of the worker to evaluated pay and bill lines. */
export const timekeepingPlugin = (): Plugin => (config) =>
  contribute({
    config: {
      ...config,
      collections: [
        ...(config.collections ?? []),
        Timesheets,
        TimeEntries,
        WorkWeeks,
        PayLines,
        BillLines,
      ],
    },
    contribution: {
      plugin: 'timekeeping',
      workflows: [timesheetWorkflow, workWeekWorkflow],
      subjects: {
        timesheet: { collection: 'timesheets', label: 'Timesheet' },
        'work-week': { collection: 'work-weeks', label: 'Work week' },
      },
    },
  })
