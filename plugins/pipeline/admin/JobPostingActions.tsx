import { recordActions } from '#plugins/kernel/admin/server'

export const JobPostingActions = recordActions({
  collection: 'job-postings',
  actionsFor: ({ record, id }) => [
    record.state === 'published' && {
      command: 'unpublish-job',
      label: 'Take offline…',
      input: { postingId: id },
      text: 'The page answers “no longer available” from now on.',
      tone: 'danger',
      done: 'Offline.',
    },
  ],
})
