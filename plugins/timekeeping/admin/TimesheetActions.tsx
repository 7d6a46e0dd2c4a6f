import { recordActions } from '#plugins/kernel/admin/server'

export const TimesheetActions = recordActions({
  collection: 'timesheets',
  actionsFor: ({ record, id }) => {
    const input = { timesheetId: id }
    const reason = {
      name: 'reason',
      label: 'Reason',
      type: 'textarea' as const,
      isRequired: true,
    }
    return [
      record.state === 'draft' && {
        command: 'submit-timesheet',
        label: 'Submit…',
        input,
        text: 'The client’s approver gets a link. Hours can no longer be changed then.',
        tone: 'primary',
        done: 'Submitted.',
      },
      record.state === 'submitted' && {
        command: 'approve-timesheet',
        label: 'Approve…',
        input: { ...input, revision: record.revision },
        text: 'For a client who approves on the phone. The hours are paid and billed by it.',
        tone: 'primary',
        done: 'Approved.',
      },
      record.state === 'submitted' && {
        command: 'dispute-timesheet',
        label: 'Dispute…',
        input,
        text: 'For a client who phones. The worker is told what is wrong and corrects it.',
        fields: [{ ...reason, label: 'What is wrong' }],
        done: 'Back with the worker.',
      },
      record.state !== 'draft' && {
        command: 'reopen-timesheet',
        label: 'Reopen…',
        input,
        text:
          record.state === 'approved' || record.state === 'locked'
            ? 'Approved hours are taken back: their pay and bill lines are reversed.'
            : 'The hours can be changed again.',
        fields: [reason],
        tone: 'danger',
        done: 'Reopened.',
      },
    ]
  },
})
