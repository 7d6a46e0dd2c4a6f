import { recordActions } from '#plugins/kernel/admin/server'
import { isAskedRepresentation, isGivenRepresentation } from '../domain/representation-workflow'

const note = {
  name: 'note',
  label: 'What the candidate said, and when',
  type: 'textarea',
  isRequired: true,
} as const

/** A candidate who answers on the phone instead of by the link. */
export const RepresentationActions = recordActions({
  collection: 'representations',
  actionsFor: ({ record, id }) => [
    isAskedRepresentation(record.state) && {
      command: 'answer-right-to-represent',
      label: 'Note a yes…',
      input: { representationId: id, answer: 'give' },
      text: 'For a candidate who said yes on the phone. Your name is kept with the answer.',
      fields: [
        { name: 'signedName', label: 'Full name of the candidate', type: 'text', isRequired: true },
        note,
      ],
      tone: 'primary',
      done: 'Noted.',
    },
    isAskedRepresentation(record.state) && {
      command: 'answer-right-to-represent',
      label: 'Note a no…',
      input: { representationId: id, answer: 'refuse' },
      fields: [note],
      tone: 'danger',
      done: 'Noted.',
    },
    isGivenRepresentation(record.state) && {
      command: 'answer-right-to-represent',
      label: 'Taken back…',
      input: { representationId: id, answer: 'refuse' },
      text: 'For a candidate who no longer wants to be represented for this order.',
      fields: [note],
      tone: 'danger',
      done: 'Noted.',
    },
  ],
})
