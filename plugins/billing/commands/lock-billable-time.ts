import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'

/**
 * Whoever drafts or issues over the time of a client and legal entity comes one after the other, until
 * the end of the transaction: the second finds what the first left.
 */
export const lockBillableTime = async ({
  req,
  clientId,
  legalEntityId,
}: {
  req: PayloadRequest
  clientId: string
  legalEntityId: string
}): Promise<void> => {
  await sqlOf(req).run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`bill:${legalEntityId}:${clientId}`],
  })
}
