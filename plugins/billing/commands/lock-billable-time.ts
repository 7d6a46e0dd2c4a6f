import type { PayloadRequest } from 'payload'

import { takeTurn } from '#plugins/kernel'

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
  await takeTurn({ req, name: `bill:${legalEntityId}:${clientId}` })
}
