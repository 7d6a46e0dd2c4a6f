import { recordActions } from '#plugins/kernel/admin/server'

export const InterviewActions = recordActions({
  collection: 'interviews',
  actionsFor: ({ record, id }) => [
    record.state === 'proposed' && {
      command: 'answer-interview',
      label: 'Candidate accepts',
      input: { interviewId: id, answer: 'accept' },
      tone: 'primary',
      done: 'Agreed. Both sides get the invitation.',
    },
    record.state === 'proposed' && {
      command: 'answer-interview',
      label: 'Candidate declines…',
      input: { interviewId: id, answer: 'decline' },
      text: 'For a candidate who phones.',
      fields: [{ name: 'note', label: 'Note', type: 'textarea' }],
      done: 'Declined.',
    },
    record.state === 'scheduled' && {
      command: 'complete-interview',
      label: 'What came of it…',
      input: { interviewId: id },
      fields: [
        {
          name: 'outcome',
          label: 'Outcome',
          type: 'select',
          isRequired: true,
          options: [
            { value: 'done', label: 'It took place' },
            { value: 'no_show_candidate', label: 'The candidate did not come' },
            { value: 'no_show_client', label: 'The client did not come' },
          ],
        },
        { name: 'note', label: 'Note', type: 'textarea' },
      ],
      tone: 'primary',
      done: 'Noted.',
    },
    (record.state === 'proposed' || record.state === 'scheduled') && {
      command: 'cancel-interview',
      label: 'Cancel…',
      input: { interviewId: id },
      text: 'Both sides are told and the entry leaves their calendars.',
      fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
      tone: 'danger',
      done: 'Cancelled.',
    },
  ],
})
