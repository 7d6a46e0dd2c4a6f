import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosenSubmissions, optionalText, rejectReason } from '../domain/inputs'
import { eachSubmission } from './each-submission'
import { reject } from './reject-submission'

export const rejectSubmissions = defineCommand({
  name: 'reject-submissions',
  summary: 'Reject several candidates for one reason; each that cannot be is named with the reason',
  input: z.object({
    submissionIds: chosenSubmissions,
    reason: rejectReason,
    note: optionalText(2_000),
    rejectedBy: z.enum(['agency', 'client'], 'Choose who rejected.').default('agency'),
    /** The kind words that candidates get when they do not go on. */
    tellsCandidate: z.boolean().default(true),
    isPreview: z.boolean().default(false),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { submissionIds, isPreview, ...no }, ctx: { req } }) =>
    ok(
      await eachSubmission({
        req,
        submissionIds,
        isPreview,
        act: async (locked) => await reject({ req, locked, ...no }),
      }),
    ),
})
