import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, statesOf } from '#plugins/kernel/domain'
import { submissionWorkflow, type SubmissionState } from '../domain/submission-workflow'

const colours: Record<SubmissionState, string> = {
  new: '#64748b',
  screening: '#0ea5e9',
  internal_review: '#6366f1',
  client_review: '#d97706',
  interview: '#8b5cf6',
  offer: '#0d9488',
  placed: '#15803d',
  rejected: '#b91c1c',
  withdrawn: '#78716c',
}

/** Gives a new agency one stage per state; an agency that has stages keeps them as they are. */
export const ensureDefaultStages = defineCommand({
  name: 'ensure-default-stages',
  summary: 'Create the stages that a new agency begins with',
  input: z.object({}),
  allow: { staff: 'settings.write' },
  run: async ({ ctx: { req, payload } }) => {
    const existing = await payload.count({ collection: 'stages', req, overrideAccess: true })
    if (existing.totalDocs > 0) return ok({ created: 0 })
    const states = statesOf(submissionWorkflow)
    for (const [index, state] of states.entries())
      await payload.create({
        collection: 'stages',
        data: {
          name: submissionWorkflow.states[state].label,
          state,
          position: (index + 1) * 10,
          colour: colours[state],
        },
        req,
        overrideAccess: true,
      })
    return ok({ created: states.length })
  },
})
