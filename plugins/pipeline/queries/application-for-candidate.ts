import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'
import {
  applicationColumns,
  applicationRow,
  applicationTables,
  type Application,
} from './application-rows'

/** One application for the candidate it is of, by link or portal; null for everybody else. */
export const applicationForCandidate = async ({
  req,
  submissionId,
}: {
  req: PayloadRequest
  submissionId: string
}): Promise<Application | null> => {
  if (!isUuid(submissionId)) return null
  const found = await sqlOf(req).first({
    schema: applicationRow,
    text: `select ${applicationColumns} from ${applicationTables} where submission.id = $1`,
    values: [submissionId],
  })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'application.status',
      subject: { kind: 'submission', id: submissionId },
      permission: 'pipeline.read',
      candidateId: found.candidateId,
    })
  return isReadable ? found.application : null
}
