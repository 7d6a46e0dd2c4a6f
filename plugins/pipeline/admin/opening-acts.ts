import type { CommandAction } from '#plugins/kernel/admin'

export const cancelAction = (openingId: string): CommandAction => ({
  command: 'cancel-opening',
  label: 'Cancel opening…',
  input: { openingId },
  text: 'The client needs one person less.',
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  tone: 'danger',
  done: 'Cancelled.',
})

export const releaseAction = (openingId: string): CommandAction => ({
  command: 'release-opening',
  label: 'Release…',
  input: { openingId },
  text: 'The opening is free for other candidates again.',
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  done: 'Released.',
})

export const reserveAction = (submissionId: string): CommandAction => ({
  command: 'reserve-opening',
  label: 'Reserve an opening',
  input: { submissionId },
  done: 'An opening is kept for this candidate.',
})

export const addAction = (jobOrderId: string): CommandAction => ({
  command: 'add-openings',
  label: 'Add openings…',
  input: { jobOrderId },
  fields: [
    { name: 'count', label: 'How many', type: 'number', isRequired: true, value: 1, least: 1 },
  ],
  done: 'Added.',
})
