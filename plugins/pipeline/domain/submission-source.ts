/** How a candidate came to be on an order. */
export const submissionSources = {
  site: 'Site',
  program: 'Another program',
  staff: 'Recruiter',
  import: 'Import',
} as const

export type SubmissionSource = keyof typeof submissionSources

/** Whether the candidate applied themselves, and so waits to hear of it. */
export const isOwnApplication = (source: string): boolean =>
  source === 'site' || source === 'program'
