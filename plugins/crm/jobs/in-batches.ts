import { enqueue, type Attempt } from '#plugins/kernel'

/** What a batch leaves: more of them, none, or nothing that is this job's to do any more. */
export type Step = 'more' | 'all' | 'over'

const runMs = 60_000

/**
 * Works through an import batch by batch. After a minute the job hands itself on, so that others get
 * their turn. True when all is done, and the job has only to say so.
 */
export const inBatches = async ({
  queue,
  importId,
  attempt,
  batch,
}: {
  queue: string
  importId: string
  attempt: Attempt
  batch: () => Promise<Step>
}): Promise<boolean> => {
  const until = Date.now() + runMs
  for (;;) {
    const step = await batch()
    if (step !== 'more') return step === 'all'
    if (Date.now() <= until) continue
    await attempt.transaction(
      async ({ req }) => await enqueue({ req, queue, data: { importId } }),
      { completing: true },
    )
    return false
  }
}
