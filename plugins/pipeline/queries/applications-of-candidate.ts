import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'
import { candidateInReach } from '../access/whose'
import {
  applicationColumns,
  applicationRow,
  applicationTables,
  type Application,
} from './application-rows'

/** A candidate's own applications, newest first; for staff those of the candidate asked for. */
export const applicationsOfCandidate = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId?: string
}): Promise<Application[]> => {
  const reached = candidateInReach({ req, candidateId, permission: 'pipeline.read' })
  if (!reached) return []
  const rows = await sqlOf(req).rows({
    schema: applicationRow,
    text: `select ${applicationColumns} from ${applicationTables}
      where submission.candidate_id = $1 order by submission.created_at desc limit 200`,
    values: [reached],
  })
  return rows.map(({ application }) => application)
}
