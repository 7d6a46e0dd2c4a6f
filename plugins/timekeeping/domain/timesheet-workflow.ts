import { defineWorkflow } from '#plugins/kernel/domain'

export type TimesheetState = 'draft' | 'submitted' | 'disputed' | 'approved' | 'locked'

const reopen = { event: 'timesheet.reopened', needsReason: true }

/**
 * The life of a week's hours at one placement. Hours are edited in draft only; approved ones are on
 * pay and bill lines, so going back from there posts reversals.
 */
export const timesheetWorkflow = defineWorkflow<TimesheetState>({
  name: 'Timesheet',
  collection: 'timesheets',
  initial: 'draft',
  states: {
    draft: {
      label: 'Draft',
      tone: 'neutral',
      next: { submitted: { event: 'timesheet.submitted' } },
    },
    submitted: {
      label: 'Submitted',
      tone: 'info',
      next: {
        approved: { event: 'timesheet.approved' },
        disputed: { event: 'timesheet.disputed', needsReason: true },
        draft: reopen,
      },
    },
    disputed: { label: 'Disputed', tone: 'warn', next: { draft: reopen } },
    approved: {
      label: 'Approved',
      tone: 'good',
      next: { locked: { event: 'timesheet.locked' }, draft: reopen },
    },
    locked: { label: 'Locked', tone: 'good', next: { draft: reopen } },
  },
})

/** Sheets whose hours are paid and billed. */
export const countedStates: readonly TimesheetState[] = ['approved', 'locked']

export const isCounted = (state: string): boolean => countedStates.some((one) => one === state)

/** Whether the worker may still change the hours, after sending a disputed sheet back to draft. */
export const isEditable = (state: string): boolean => state === 'draft' || state === 'disputed'

/** The client sent it back with a reason. */
export const isDisputed = (state: string): boolean => state === 'disputed'

/** It waits for the client. */
export const isSubmitted = (state: string): boolean => state === 'submitted'
