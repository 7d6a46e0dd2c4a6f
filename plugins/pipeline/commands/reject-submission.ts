import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen, optionalText, rejectReason } from '../domain/inputs'
import { rejectReasonLabels, type RejectReason } from '../domain/reasons'
import { lockSubmission, type LockedSubmission } from './lock-submission'
import { putSubmission } from './put-submission'
import type { PayloadRequest } from 'payload'

export const rejectSubmission = defineCommand({
  name: 'reject-submission',
  summary: 'Reject a candidate for an order, with the reason',
  input: z.object({
    submissionId: chosen('a submission'),
    reason: rejectReason,
    note: optionalText(2_000),
    rejectedBy: z.enum(['agency', 'client'], 'Choose who rejected.').default('agency'),
    /** The kind words that a candidate gets who does not go on. */
    tellsCandidate: z.boolean().default(true),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { submissionId, ...no }, ctx: { req } }) => {
    const locked = await lockSubmission({ req, id: submissionId })
    if (!locked.ok) return locked
    const rejected = await reject({ req, locked: locked.value, ...no })
    if (!rejected.ok) return rejected
    return ok({ submissionId, state: rejected.value.state })
  },
})

/** The one way to a rejection, whoever says no: the board, the client or the recruiter. */
export const reject = async ({
  req,
  locked,
  reason,
  note,
  rejectedBy,
  tellsCandidate,
}: {
  req: PayloadRequest
  locked: LockedSubmission
  reason: RejectReason
  note: string | null
  rejectedBy: 'agency' | 'client'
  /** Without it the candidate is told by somebody, not by mail. */
  tellsCandidate: boolean
}) =>
  await putSubmission({
    req,
    locked,
    to: 'rejected',
    reason: rejectReasonLabels[reason],
    data: {
      rejectReason: reason,
      rejectNote: note,
      rejectedBy,
      isRejectedQuietly: !tellsCandidate,
    },
  })
