import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseInput } from '#plugins/kernel/domain'
import { chosen, chosenSubmissions } from '../domain/inputs'
import { isLiveSubmission } from '../domain/submission-workflow'
import { eachSubmission } from './each-submission'
import { moveByHand, targetOf } from './move-submission'

/**
 * Many cards into one stage, each with its own verdict. The client is not written to: a shortlist says
 * it once for all of them.
 */
export const moveSubmissions = defineCommand({
  name: 'move-submissions',
  summary: 'Move several candidates into a stage; each that cannot go is named with the reason',
  input: z.object({
    submissionIds: chosenSubmissions,
    toStageId: chosen('a stage'),
    isPreview: z.boolean().default(false),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { submissionIds, toStageId, isPreview }, ctx: { req } }) => {
    const target = await targetOf({ req, toStageId })
    if (!target.ok) return target
    const { to, stage } = target.value
    if (!isLiveSubmission(to))
      return refuseInput({
        toStageId:
          to === 'rejected'
            ? 'Use “Reject”: it asks for the reason.'
            : 'Candidates are placed or withdrawn one by one, because it asks for more.',
      })
    return ok(
      await eachSubmission({
        req,
        submissionIds,
        isPreview,
        act: async (locked) =>
          await moveByHand({ req, locked, to, stage, input: { note: null, beforeId: null } }),
      }),
    )
  },
})
