import { defineWorkflow } from '#plugins/kernel/domain'

export type JobPostingState = 'draft' | 'published' | 'closed'

/** An order as the public sees it on one site. */
export const jobPostingWorkflow = defineWorkflow<JobPostingState>({
  name: 'Job posting',
  collection: 'job-postings',
  initial: 'draft',
  states: {
    draft: {
      label: 'Draft',
      tone: 'neutral',
      next: {
        published: {
          event: 'job-posting.published',
          needs: ['title', 'description', 'slug', 'publishedAt'],
        },
        closed: { event: 'job-posting.closed' },
      },
    },
    published: {
      label: 'Published',
      tone: 'good',
      next: { closed: { event: 'job-posting.closed' } },
    },
    closed: {
      label: 'Closed',
      tone: 'neutral',
      next: {
        published: {
          event: 'job-posting.published',
          needs: ['title', 'description', 'slug', 'publishedAt'],
        },
      },
    },
  },
})

/** Whether the public can read the posting and apply. */
export const isPublishedPosting = (state: string): boolean => state === 'published'
