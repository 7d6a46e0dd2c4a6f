import type { CollectionConfig, Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { BillLines } from './collections/bill-lines'
import { PayLines } from './collections/pay-lines'
import { TimeEntries } from './collections/time-entries'
import { Timesheets } from './collections/timesheets'
import { WorkWeeks } from './collections/work-weeks'
import { approveTimesheet } from './commands/approve-timesheet'
import { disputeTimesheet } from './commands/dispute-timesheet'
import { evaluateWorkWeek } from './commands/evaluate-work-week'
import { lockWorkWeek } from './commands/lock-work-week'
import { openTimesheet } from './commands/open-timesheet'
import { reopenTimesheet } from './commands/reopen-timesheet'
import { saveTimesheet } from './commands/save-timesheet'
import { submitTimesheet } from './commands/submit-timesheet'
import { personalData } from './database/personal-data'
import { doubleWork } from './domain/double-work'
import { timesheetWorkflow } from './domain/timesheet-workflow'
import { workWeekWorkflow } from './domain/work-week-workflow'
import { keepWorkedDays } from './commands/keep-worked-days'
import { guardWorkweek } from './hooks/guard-workweek'
import { openTimesheets } from './jobs/open-timesheets'

export { approveTimesheet } from './commands/approve-timesheet'
export { disputeTimesheet } from './commands/dispute-timesheet'
export { evaluateWorkWeek } from './commands/evaluate-work-week'
export { lockWorkWeek } from './commands/lock-work-week'
export { openTimesheet } from './commands/open-timesheet'
export { reopenTimesheet } from './commands/reopen-timesheet'
export { saveTimesheet } from './commands/save-timesheet'
export { submitTimesheet } from './commands/submit-timesheet'
export {
  billLinesOfTimesheet,
  payLinesOfTimesheet,
  type SheetLine,
} from './queries/lines-of-timesheet'
export type { SheetEntry } from './queries/sheet-entries'
export type { Sheet } from './queries/sheet-rows'
export { timesheetForApprover, type ApproverTimesheet } from './queries/timesheet-for-approver'
export { timesheetForWorker, type WorkerTimesheet } from './queries/timesheet-for-worker'
export { timesheetsOfCandidate } from './queries/timesheets-of-candidate'
export { timesheetsOfClient } from './queries/timesheets-of-client'

/** The employer's workweek is the unit of the lines; only here it is known whether there are any. */
const withFixedWorkweek = (collection: CollectionConfig): CollectionConfig =>
  collection.slug === 'legal-entities'
    ? {
        ...collection,
        hooks: {
          ...collection.hooks,
          beforeChange: [...(collection.hooks?.beforeChange ?? []), guardWorkweek],
        },
      }
    : collection

/** Hours from the phone of the worker to evaluated pay and bill lines. */
export const timekeepingPlugin = (): Plugin => (config) =>
  contribute({
    config: {
      ...config,
      collections: [
        ...(config.collections ?? []).map(withFixedWorkweek),
        Timesheets,
        TimeEntries,
        WorkWeeks,
        PayLines,
        BillLines,
      ],
    },
    contribution: {
      plugin: 'timekeeping',
      personalData,
      workflows: [timesheetWorkflow, workWeekWorkflow],
      events: [
        { name: 'timesheet.created', summary: 'A week is open for the worker’s hours.' },
        {
          name: 'timesheet.stuck',
          summary: 'Submitted hours cannot go on before the agency settles something.',
        },
        {
          name: 'work-week.evaluated',
          summary: 'Pay and bill lines of a worker’s week were posted.',
        },
      ],
      commands: [
        openTimesheet,
        saveTimesheet,
        submitTimesheet,
        approveTimesheet,
        disputeTimesheet,
        reopenTimesheet,
        lockWorkWeek,
        evaluateWorkWeek,
      ],
      guards: [keepWorkedDays],
      mergeRules: doubleWork,
      jobs: [openTimesheets],
      links: [
        {
          purpose: 'timesheet.enter',
          label: 'Enter hours',
          path: ({ id }) => `/portal/timesheets/${id}/enter`,
          lifetimeDays: 28,
          spentByAct: false,
        },
        {
          purpose: 'timesheet.approve',
          label: 'Approve or dispute hours',
          path: ({ id }) => `/portal/timesheets/${id}/approve`,
          lifetimeDays: 28,
          spentByAct: true,
        },
      ],
      searches: [
        {
          kind: 'timesheet',
          plural: 'Timesheets',
          title: ['candidate', 'weekStartsOn'],
          detail: ['ref', 'client'],
        },
      ],
      subjects: {
        timesheet: { collection: 'timesheets', label: 'Timesheet' },
        'work-week': { collection: 'work-weeks', label: 'Work week' },
      },
    },
  })
