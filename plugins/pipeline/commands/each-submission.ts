import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { inSavepoint, lockRecord, sqlOf } from '#plugins/kernel'
import { refuseMissing, type Failure, type Result } from '#plugins/kernel/domain'
import type { BulkItem, BulkOutcome } from '../domain/bulk'
import { lockShowing } from './judge-showing'
import { lockSubmission, type LockedSubmission } from './lock-submission'

/**
 * Does the same with many submissions in one transaction: each is done whole or left out with the
 * reason, and the others go on. A preview does it all and takes it all back, so that it tells what
 * would happen and not what somebody thinks would.
 */
export const eachSubmission = async ({
  req,
  submissionIds,
  isPreview,
  act,
}: {
  req: PayloadRequest
  submissionIds: readonly string[]
  isPreview: boolean
  act: (locked: LockedSubmission) => Promise<Result<unknown, Failure>>
}): Promise<BulkOutcome> => {
  const chosen = [...new Set(submissionIds)]
  const found = await lockAll({ req, submissionIds: chosen })
  const doAll = async (): Promise<BulkItem[]> => {
    const items: BulkItem[] = []
    for (const { id, name } of found) {
      const result = await inSavepoint({
        req,
        run: async () => {
          const locked = await lockSubmission({ req, id })
          return locked.ok ? await act(locked.value) : locked
        },
        keep: ({ ok }) => ok,
      })
      items.push({
        submissionId: id,
        name,
        isDone: result.ok,
        why: result.ok ? null : wordsOf(result.failure),
      })
    }
    return items
  }
  const done = await inSavepoint({ req, run: doAll, keep: () => !isPreview })
  const known = new Set(found.map(({ id }) => id))
  const { failure } = refuseMissing('submission')
  const items = [
    ...done,
    ...chosen
      .filter((id) => !known.has(id))
      .map((id) => ({ submissionId: id, name: 'Unknown', isDone: false, why: failure.message })),
  ]
  const count = items.filter(({ isDone }) => isDone).length
  return { isPreview, done: count, skipped: items.length - count, items }
}

/** What is wrong with a field of one of many is said with that one. */
const wordsOf = (failure: Failure): string =>
  failure.kind === 'input'
    ? (Object.values(failure.fields ?? {})[0] ?? failure.message)
    : failure.message

/**
 * Orders, then candidates, each in one order whoever comes: two colleagues who choose the same people
 * wait for each other instead of blocking each other. As they stand on their boards.
 */
const lockAll = async ({
  req,
  submissionIds,
}: {
  req: PayloadRequest
  submissionIds: readonly string[]
}): Promise<{ id: string; name: string }[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({
      id: z.string(),
      name: z.string(),
      order_id: z.string(),
      client_id: z.string(),
      candidate_id: z.string(),
    }),
    text: `select submission.id, candidate.first_name || ' ' || candidate.last_name as name,
        submission.job_order_id as order_id, submission.client_id, submission.candidate_id
      from submissions submission join candidates candidate on candidate.id = submission.candidate_id
      where submission.id = any($1::uuid[])
      order by submission.job_order_id, submission.rank collate "C" nulls last, submission.id`,
    values: [submissionIds],
  })
  for (const id of [...new Set(rows.map(({ order_id }) => order_id))].sort())
    await lockRecord({ req, collection: 'job-orders', id })
  for (const clientId of [...new Set(rows.map(({ client_id }) => client_id))].sort())
    await lockShowing({
      req,
      clientId,
      candidateIds: rows
        .filter(({ client_id }) => client_id === clientId)
        .map(({ candidate_id }) => candidate_id),
    })
  await sqlOf(req).run({
    text: 'select id from candidates where id = any($1::uuid[]) order by id for update',
    values: [rows.map(({ candidate_id }) => candidate_id)],
  })
  return rows.map(({ id, name }) => ({ id, name }))
}
