import type { PayloadRequest } from 'payload'

import { enqueue } from '#plugins/kernel'
import type { Money, SubjectRef } from '#plugins/kernel/domain'
import { closeCheckoutsQueue } from '../jobs/close-checkouts'

/**
 * Has the open payment pages of a record closed after the commit: it is settled, taken back, or
 * another amount is open; a page over the amount to keep stays. For the plugins above, which know when that is.
 */
export const closeCheckouts = async ({
  req,
  subject,
  keep,
}: {
  req: PayloadRequest
  subject: SubjectRef
  /** What is open now; null: nothing. */
  keep: Money | null
}): Promise<void> => {
  await enqueue({ req, queue: closeCheckoutsQueue, data: { subject, keep } })
}
