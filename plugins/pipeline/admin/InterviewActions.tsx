import { recordActions } from '#plugins/kernel/admin/server'
import { formatSpan } from '#plugins/kernel/domain'
import { slotsOf } from '../domain/interview-times'
import { otherTimesField } from './board-actions'

export const InterviewActions = recordActions({
  collection: 'interviews',
  actionsFor: ({ record, id, locale }) => [
    record.state === 'proposed' && {
      command: 'answer-interview',
      label: 'Candidate accepts…',
      input: { interviewId: id, answer: 'accept' },
      text: 'For a candidate who phones. Both sides get the invitation.',
      fields: [
        {
          name: 'slotId',
          label: 'Time',
          type: 'select',
          isRequired: true,
          options: slotsOf(record).map((slot) => ({
            value: slot.id,
            label: formatSpan({
              from: slot.startsAt,
              to: slot.endsAt,
              locale,
              zone: record.zone,
            }),
          })),
        },
      ],
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
    ['scheduled', 'done'].includes(record.state) &&
      Date.parse(record.startsAt) < Date.now() && {
        command: 'ask-for-scorecards',
        label: 'Ask for scorecards…',
        input: { interviewId: id },
        text: 'Everybody who is there for the client gets a link of their own. Nobody sees what the others said before they have said theirs.',
        done: 'Asked.',
      },
    ['proposed', 'declined', 'scheduled'].includes(record.state) && {
      command: 'reschedule-interview',
      label: record.state === 'scheduled' ? 'Move…' : 'Propose other times…',
      input: { interviewId: id },
      text:
        record.state === 'scheduled'
          ? 'Calendars of both sides follow. Unless the new time is agreed, the candidate is asked by link and the old one is taken out.'
          : 'The candidate is asked once more by link.',
      fields: [
        { name: 'day', label: 'Day', type: 'day', isRequired: true },
        { name: 'time', label: 'Time', type: 'time', isRequired: true, unit: record.zone },
        {
          name: 'isAgreed',
          label: 'Candidate and client agreed on this time',
          type: 'checkbox',
        },
        otherTimesField(record.zone),
        {
          name: 'place',
          label: 'Place or link',
          type: 'text',
          description: 'Left empty it stays.',
        },
        { name: 'note', label: 'Note to both', type: 'textarea' },
        { name: 'reason', label: 'Why', type: 'textarea', description: 'Stays in the agency.' },
      ],
      done: 'Done. Everybody concerned is told.',
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
