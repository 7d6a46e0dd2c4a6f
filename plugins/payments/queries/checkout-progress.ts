import type { PayloadRequest } from 'payload'

import type { SubjectRef } from '#plugins/kernel/domain'
import { attemptsFor } from './stored-attempt'

/**
 * How far online payment of a record has come: what the waiting page shows. Reads only; money is
 * booked by the webhook or the look-up, never by the page the payer comes back to. The caller has
 * checked that the actor may see the record.
 */
export const checkoutProgress = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<'none' | 'open' | 'processing' | 'failed' | 'paid'> => {
  const [latest] = await attemptsFor({ req, subject })
  switch (latest?.state) {
    case undefined:
    case 'expired':
      return 'none'
    case 'creating':
    case 'open':
      return 'open'
    case 'processing':
    case 'failed':
    case 'paid':
      return latest.state
  }
}
