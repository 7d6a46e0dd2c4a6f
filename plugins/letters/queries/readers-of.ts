import type { PayloadRequest } from 'payload'

import { peopleFoundBy, peopleInPool, peopleWithLabel } from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import { actorOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, type Result } from '#plugins/kernel/domain'
import { mostInMailing, type LetterInput } from '../domain/letter-input'
import type { Recipient } from '../domain/recipient'

/**
 * Whom a letter is meant for: people or submissions chosen one by one, or everybody with a label, in a
 * talent pool or found by a saved search, as it is at this moment.
 */
export const readersOf = async ({
  req,
  input: { reader, readerIds, submissionIds, labelId, poolId, savedSearchId },
  orderId,
}: {
  req: PayloadRequest
  input: LetterInput
  /** What the letter as a whole is about. */
  orderId: string | null
}): Promise<Result<readonly Recipient[]>> => {
  if (submissionIds.length > 0)
    return reader === 'candidate'
      ? await ofSubmissions({ req, submissionIds })
      : refuseInput({ reader: 'Submissions are of candidates.' })
  const found = await idsOf({ req, input: { reader, readerIds, labelId, poolId, savedSearchId } })
  return found.ok
    ? ok(found.value.map((personId) => ({ personId, orderId, isPutForward: false })))
    : found
}

/** Each submission that the writer may see, in the order they were chosen. */
const ofSubmissions = async ({
  req,
  submissionIds,
}: {
  req: PayloadRequest
  submissionIds: readonly string[]
}): Promise<Result<readonly Recipient[]>> => {
  const { docs } = await req.payload.find({
    collection: 'submissions',
    where: { id: { in: [...submissionIds] } },
    pagination: false,
    depth: 0,
    select: { candidate: true, jobOrder: true },
    req,
    overrideAccess: actorOf(req).kind === 'system',
  })
  const byId = new Map(docs.map((submission) => [submission.id, submission]))
  const chosen = [...new Set(submissionIds)].flatMap((id) => byId.get(id) ?? [])
  return chosen.length === 0
    ? refuseMissing('submission')
    : ok(
        chosen.map(({ candidate, jobOrder }) => ({
          personId: idOf(candidate),
          orderId: idOf(jobOrder),
          isPutForward: true,
        })),
      )
}

const idsOf = async ({
  req,
  input: { reader, readerIds, labelId, poolId, savedSearchId },
}: {
  req: PayloadRequest
  input: Pick<LetterInput, 'reader' | 'readerIds' | 'labelId' | 'poolId' | 'savedSearchId'>
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
