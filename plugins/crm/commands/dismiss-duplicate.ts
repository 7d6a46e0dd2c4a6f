import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, publish, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, type Result } from '#plugins/kernel/domain'
import { nameOf } from './place-legal-hold'

const pair = z.object({
  oneId: z.uuid('Choose a candidate.'),
  otherId: z.uuid('Choose the other candidate.'),
})

const example = {
  oneId: '0190a000-0000-7000-8000-000000000001',
  otherId: '0190a000-0000-7000-8000-000000000002',
}

export const dismissDuplicate = defineCommand({
  name: 'dismiss-duplicate',
  summary: 'Note that two candidates are not the same person; they are not suggested again',
  input: pair,
  example,
  allow: { staff: 'candidates.write' },
  run: async ({ input, ctx: { req, actor } }) => {
    const known = await bothThere({ req, ...input })
    if (!known.ok) return known
    await sqlOf(req).run({
      text: `insert into candidate_duplicates
          (one_id, other_id, score, reasons, dismissed_at, dismissed_by_name)
        values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 0, '{}', now(), $3)
        on conflict (one_id, other_id) do update
          set dismissed_at = coalesce(candidate_duplicates.dismissed_at, now()),
            dismissed_by_name = coalesce(candidate_duplicates.dismissed_by_name, $3)`,
      values: [input.oneId, input.otherId, nameOf(actor)],
    })
    await tell({ req, name: 'candidate.told-apart', ...input })
    return ok(input)
  },
})

export const recallDuplicate = defineCommand({
  name: 'recall-duplicate',
  summary: 'Take back that two candidates are not the same person',
  input: pair,
  example,
  allow: { staff: 'candidates.write' },
  run: async ({ input, ctx: { req } }) => {
    const known = await bothThere({ req, ...input })
    if (!known.ok) return known
    const changed = await sqlOf(req).run({
      text: `update candidate_duplicates set dismissed_at = null, dismissed_by_name = null
        where one_id = least($1::uuid, $2::uuid) and other_id = greatest($1::uuid, $2::uuid)
          and dismissed_at is not null`,
      values: [input.oneId, input.otherId],
    })
    // A pair that was only told apart by hand looks like nothing.
    await sqlOf(req).run({
      text: 'delete from candidate_duplicates where score = 0 and dismissed_at is null',
    })
    if (changed === 0) return refuseMissing('decision about these two')
    await tell({ req, name: 'candidate.told-alike', ...input })
    return ok(input)
  },
})

const bothThere = async ({
  req,
  oneId,
  otherId,
}: {
  req: PayloadRequest
  oneId: string
  otherId: string
}): Promise<Result<null>> => {
  if (oneId === otherId) return refuseInput({ otherId: 'Choose another candidate.' })
  const { length } = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: 'select id::text from candidates where id = any($1::uuid[]) order by id for key share',
    values: [[oneId, otherId]],
  })
  return length === 2 ? ok(null) : refuseMissing('candidate')
}

const tell = async ({
  req,
  name,
  oneId,
  otherId,
}: {
  req: PayloadRequest
  name: string
  oneId: string
  otherId: string
}): Promise<void> => {
  for (const id of [oneId, otherId])
    await publish({
      req,
      event: { name, subject: { kind: 'candidate', id }, person: { kind: 'candidate', id } },
    })
}
