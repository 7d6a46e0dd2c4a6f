import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { canBePutForward, idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand } from '#plugins/kernel'
import { addDays, addMinutes, dayIn, ok, refuseInput, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { isClosedOrder } from '../domain/job-order-workflow'
import { isLiveSubmission } from '../domain/submission-workflow'
import { representationText } from '../domain/representation-text'
import { submissionRulesFor } from '../queries/submission-rules-for'
import { cancelAsked } from './end-open-steps'
import { lockSubmission, orderStateOf } from './lock-submission'

const minutesPerDay = 24 * 60

export const askRightToRepresent = defineCommand({
  name: 'ask-right-to-represent',
  summary: 'Ask a candidate by link for the right to represent them to the client of an order',
  input: z.object({
    submissionId: chosen('a submission'),
    openForDays: z
      .number('Choose how long the link stays open.')
      .int('Enter whole days.')
      .min(1, 'At least one day.')
      .max(60, 'At most 60 days.')
      .default(7),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { submissionId, openForDays }, ctx: { req, payload } }) => {
    const locked = await lockSubmission({ req, id: submissionId })
    if (!locked.ok) return locked
    const { order, submission, state } = locked.value
    if (!isLiveSubmission(state) || isClosedOrder(orderStateOf(order)))
      return refuseState({
        code: 'submission-ended',
        message: 'This candidate is no longer in the running for the order.',
      })
    const candidate = await payload.findByID({
      collection: 'candidates',
      id: idOf(submission.candidate),
      depth: 0,
      req,
      overrideAccess: true,
    })
    if (!canBePutForward(candidate.state))
      return refuseState({
        code: 'candidate-blocked',
        message: 'This candidate must not be put forward.',
      })
    if (!candidate.email)
      return refuseInput({
        submissionId:
          'This candidate has no e-mail address. Add one, or note the answer that they give on the phone.',
      })
    const now = await databaseNow(req)
    const today = dayIn({ instant: now, zone: 'UTC' })
    const { docs: given } = await payload.find({
      collection: 'representations',
      where: {
        submission: { equals: submissionId },
        state: { equals: 'given' },
        validOn: { greater_than_equal: today },
      },
      limit: 1,
      pagination: false,
      depth: 0,
      req,
      overrideAccess: true,
    })
    if (given[0])
      return refuseState({
        code: 'already-given',
        message: `This candidate gave the right to represent them until ${given[0].validOn}.`,
      })
    // A new question takes the place of the one before: one link is open at a time.
    await cancelAsked({ req, submissionId, reason: 'Asked again.' })
    const { clientName, agencyName } = await namesOf({ req, clientId: idOf(order.client) })
    const rules = await submissionRulesFor({ req, clientId: idOf(order.client) })
    const validOn = addDays({ day: today, days: rules.representationDays })
    const asked = await payload.create({
      collection: 'representations',
      data: {
        state: 'asked',
        submission: submissionId,
        jobOrder: order.id,
        candidate: candidate.id,
        client: idOf(order.client),
        text: representationText({ agencyName, clientName, title: order.title, validOn }),
        askedAt: now,
        expiresAt: addMinutes({ instant: now, minutes: openForDays * minutesPerDay }),
        validOn,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ representationId: asked.id, expiresAt: asked.expiresAt ?? null, validOn })
  },
})

/** The client, and the company of the agency that serves it. */
const namesOf = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId: string
}): Promise<{ clientName: string; agencyName: string | null }> => {
  const client = await req.payload.findByID({
    collection: 'client-corporations',
    id: clientId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const entityId = idOf(client.legalEntity)
  const entity = entityId
    ? await req.payload.findByID({
        collection: 'legal-entities',
        id: entityId,
        depth: 0,
        req,
        overrideAccess: true,
      })
    : null
  return { clientName: client.name, agencyName: entity?.name ?? null }
}
