import { z } from 'zod'

import { refusalByConsent } from '#plugins/crm'
import { canBePutForward } from '#plugins/crm/domain'
import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { isClosedOrder } from '../domain/job-order-workflow'
import { submissionWorkflow } from '../domain/submission-workflow'
import { orderStateOf, submissionStateOf } from './lock-submission'
import { liveSubmissionOf, writeSubmission } from './write-submission'

export const addCandidateToOrder = defineCommand({
  name: 'add-candidate-to-order',
  summary: 'Put a known candidate on an order',
  input: z.object({ jobOrderId: chosen('a job order'), candidateId: chosen('a candidate') }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { jobOrderId, candidateId }, ctx: { req, payload, actor } }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    if (!order) return refuseMissing('job order')
    if (isClosedOrder(orderStateOf(order)))
      return refuseState({ code: 'order-closed', message: 'This order is closed.' })
    const candidate = await payload.findByID({
      collection: 'candidates',
      id: candidateId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!candidate) return refuseMissing('candidate')
    if (!canBePutForward(candidate.state))
      return refuseState({
        code: 'candidate-blocked',
        message: 'This candidate must not be put forward.',
      })
    const unwanted = await refusalByConsent({ req, candidateId })
    if (unwanted) return unwanted
    const live = await liveSubmissionOf({ req, jobOrderId, candidateId })
    if (live)
      return refuseState({
        code: 'already-on-order',
        message: `This candidate is already on the order, in “${
          submissionWorkflow.states[submissionStateOf(live)].label
        }”.`,
      })
    const submission = await writeSubmission({
      req,
      order,
      candidateId,
      data: { source: 'staff', ...(actor.kind === 'staff' ? { creditedTo: [actor.id] } : {}) },
    })
    return ok({ submissionId: submission.id })
  },
})
