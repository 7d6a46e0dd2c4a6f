import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { isTheCandidates } from '../access/whose'
import { chosen, optionalText } from '../domain/inputs'
import { lockSubmission } from './lock-submission'
import { putSubmission } from './put-submission'

export const withdrawSubmission = defineCommand({
  name: 'withdraw-submission',
  summary: 'Take back an application, as the candidate wishes',
  input: z.object({ submissionId: chosen('an application'), reason: optionalText(2_000) }),
  allow: {
    staff: 'pipeline.write',
    portal: ['candidate'],
    link: {
      purpose: 'application.status',
      subject: ({ submissionId }) => ({ kind: 'submission', id: submissionId }),
    },
  },
  run: async ({ input: { submissionId, reason }, ctx: { req, actor } }) => {
    const locked = await lockSubmission({ req, id: submissionId })
    if (!locked.ok) return actor.kind === 'staff' ? locked : refuseMissing('application')
    const candidateId = idOf(locked.value.submission.candidate)
    if (!isTheCandidates({ actor, candidateId })) return refuseMissing('application')
    const withdrawn = await putSubmission({
      req,
      locked: locked.value,
      to: 'withdrawn',
      reason: reason ?? 'The candidate withdrew.',
    })
    if (!withdrawn.ok) return withdrawn
    return ok({ submissionId, state: withdrawn.value.state })
  },
})
