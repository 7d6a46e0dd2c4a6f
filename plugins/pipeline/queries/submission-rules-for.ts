import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { usualSubmissionRules, type SubmissionRules } from '../domain/submission-rules'

/** The rules that hold for a client: its own, else the agency’s, else the usual ones. */
export const submissionRulesFor = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId: string
}): Promise<SubmissionRules> =>
  (await sqlOf(req).first({
    schema: z
      .object({
        is_asked: z.boolean(),
        representation_days: wholeNumber,
        same_role_days: wholeNumber,
      })
      .transform((row) => ({
        isRepresentationAsked: row.is_asked,
        representationDays: row.representation_days,
        sameRoleDays: row.same_role_days,
      })),
    text: `select coalesce(is_representation_asked, false) as is_asked,
        representation_days, same_role_days from submission_rules
      where client_id = $1 or client_id is null order by client_id is null, created_at limit 1`,
    values: [clientId],
  })) ?? usualSubmissionRules
