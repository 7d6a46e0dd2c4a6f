import { recordActions } from '#plugins/kernel/admin/server'

export const WorkWeekActions = recordActions({
  collection: 'work-weeks',
  actionsFor: ({ record, id }) => [
    record.state === 'open' && {
      command: 'lock-work-week',
      label: 'Lock…',
      input: { workWeekId: id },
      text: 'Payroll has run. Hours that come later post their difference as lines of their own.',
      tone: 'danger',
      done: 'Locked.',
    },
  ],
})
