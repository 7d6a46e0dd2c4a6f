/** What became of one of many, or would become of it. */
export type BulkItem = {
  submissionId: string
  name: string
  isDone: boolean
  /** Why it was left out, in words; null when it was done. */
  why: string | null
}

export type BulkOutcome = {
  /** Nothing was changed: this is what would happen. */
  isPreview: boolean
  done: number
  skipped: number
  items: readonly BulkItem[]
}

/** At most so many at once: what one person can look through before they agree. */
export const mostAtOnce = 200
