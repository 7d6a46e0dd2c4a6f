import type { PayloadRequest } from 'payload'

import { takeTurn } from '#plugins/kernel'

/**
 * Lets only one transaction at a time look for, or write, the person with these e-mails and phones.
 * Always in one order, so that two who share both wait for each other and never for ever.
 */
export const lockPersonKeys = async ({
  req,
  keys,
}: {
  req: PayloadRequest
  keys: readonly (string | null | undefined)[]
}): Promise<void> => {
  const known = [...new Set(keys.filter((key): key is string => Boolean(key)))].sort()
  for (const key of known) await takeTurn({ req, name: `person:${key}` })
}
