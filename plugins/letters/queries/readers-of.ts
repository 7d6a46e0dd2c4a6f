import type { PayloadRequest } from 'payload'

import { peopleFoundBy, peopleInPool, peopleWithLabel } from '#plugins/crm'
import { ok, refuseInput, type Result } from '#plugins/kernel/domain'
import { mostInMailing, type LetterInput } from '../domain/letter-input'

/**
 * Whom a letter is meant for: people chosen one by one, or everybody with a label, in a talent pool or
 * found by a saved search, as it is at this moment.
 */
export const readersOf = async ({
  req,
  input: { reader, readerIds, labelId, poolId, savedSearchId },
}: {
  req: PayloadRequest
  input: LetterInput
}): Promise<Result<readonly string[]>> => {
  const limit = mostInMailing + 1
  if ((poolId || savedSearchId) && reader !== 'candidate')
    return refuseInput({ reader: 'Pools and saved searches are of candidates.' })
  if (poolId)
    return bounded({
      field: 'poolId',
      found: await peopleInPool({ req, poolId, limit }),
      none: 'Nobody is in this pool: choose another.',
    })
  if (savedSearchId)
    return bounded({
      field: 'savedSearchId',
      found: await peopleFoundBy({ req, savedSearchId, limit }),
      none: 'This search finds nobody at the moment: choose another.',
    })
  if (labelId)
    return bounded({
      field: 'labelId',
      found: ok(await peopleWithLabel({ req, kind: reader, labelId, limit })),
      none: 'Nobody carries this label: choose another.',
    })
  return readerIds.length > 0
    ? ok(readerIds)
    : refuseInput({ readerIds: 'Choose whom it goes to.' })
}

const bounded = ({
  field,
  found,
  none,
}: {
  field: string
  found: Result<readonly string[]>
  none: string
}): Result<readonly string[]> => {
  if (!found.ok) return found
  if (found.value.length === 0) return refuseInput({ [field]: none })
  return found.value.length > mostInMailing
    ? refuseInput({ [field]: `These are more than ${mostInMailing} people: split them.` })
    : found
}
