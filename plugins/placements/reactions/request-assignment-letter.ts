import { defineReaction, enqueue } from '#plugins/kernel'
import { renderAssignmentLetterQueue } from '../jobs/render-assignment-letter'

/** Both sides said yes: the letter is written outside of any transaction, by its own job. */
export const requestAssignmentLetter = defineReaction({
  name: 'request-assignment-letter',
  on: ['placement.confirmed'],
  run: async ({ req, event }) => {
    await enqueue({
      req,
      queue: renderAssignmentLetterQueue,
      data: { placementId: event.subject.id },
    })
  },
})
