import { defineWorkflow } from '#plugins/kernel/domain'

export type WorkWeekState = 'open' | 'locked'

/**
 * A worker's week at one employer. Locked when payroll has run; hours that come later post delta
 * lines and their sheets are locked at once.
 */
export const workWeekWorkflow = defineWorkflow<WorkWeekState>({
  name: 'Work week',
  collection: 'work-weeks',
  initial: 'open',
  states: {
    open: { label: 'Open', tone: 'info', next: { locked: { event: 'work-week.locked' } } },
    locked: { label: 'Locked', tone: 'good', next: {} },
  },
})
