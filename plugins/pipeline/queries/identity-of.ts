import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { Identity } from '../domain/blind-words'

/** The names of candidates and of everybody they worked for. */
export const identityOf = async ({
  req,
  candidateIds,
}: {
  req: PayloadRequest
  candidateIds: readonly string[]
}): Promise<Identity> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ name: z.string(), employers: z.array(z.string()) }),
    text: `select candidate.first_name || ' ' || candidate.last_name as name,
        array(select job.employer from candidates_work_history job
          where job._parent_id = candidate.id and job.employer is not null) as employers
      from candidates candidate where candidate.id = any($1::uuid[])`,
    values: [candidateIds],
  })
  return {
    names: rows.map(({ name }) => name),
    employers: rows.flatMap(({ employers }) => employers),
  }
}
