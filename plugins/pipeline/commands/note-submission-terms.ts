import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { calendarDay, can, ok, refuseInput, refuseRight, refuseState } from '#plugins/kernel/domain'
import { amountMinor, chosen, rateE4 } from '../domain/inputs'
import { isLiveSubmission } from '../domain/submission-workflow'
import { lockSubmission } from './lock-submission'

/** What a candidate agreed to for one order. What is left out stays as it was; null empties it. */
export const noteSubmissionTerms = defineCommand({
  name: 'note-submission-terms',
  summary: 'Note pay, bill rate, notice and availability of a candidate for an order',
  input: z.object({
    submissionId: chosen('a submission'),
    payRateE4: rateE4.nullish(),
    salaryMinor: amountMinor.nullish(),
    billRateE4: rateE4.nullish(),
    noticeDays: z
      .number('Enter the notice in days.')
      .int('Enter whole days.')
      .min(0, 'A notice cannot be negative.')
      .max(730, 'At most 730 days.')
      .nullish(),
    availableOn: calendarDay.nullish(),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { submissionId, ...terms }, ctx: { req, payload, actor } }) => {
    const locked = await lockSubmission({ req, id: submissionId })
    if (!locked.ok) return locked
    const { order, state } = locked.value
    if (!isLiveSubmission(state))
      return refuseState({
        code: 'submission-ended',
        message: 'This candidate is no longer in the running for the order.',
      })
    const given = Object.fromEntries(
      Object.entries(terms).filter(([, value]) => value !== undefined),
    )
    if (Object.keys(given).length === 0)
      return refuseInput({ payRateE4: 'Enter at least one of the terms.' })
    if ('billRateE4' in given && !can({ actor, permission: 'rates.read' }))
      return refuseRight('Bill rates are noted by colleagues who may see them.')
    const asksPay = 'payRateE4' in given || 'salaryMinor' in given
    if (asksPay && !can({ actor, permission: 'pay.read' }))
      return refuseRight('Pay is noted by colleagues who may see it.')
    const isPermanent = order.employmentType === 'permanent'
    if (isPermanent && (terms.payRateE4 || terms.billRateE4))
      return refuseInput({ salaryMinor: 'This order is permanent: enter a salary per year.' })
    if (!isPermanent && terms.salaryMinor)
      return refuseInput({ payRateE4: 'This order is paid by the hour: enter a rate per hour.' })
    await payload.update({
      collection: 'submissions',
      id: submissionId,
      data: given,
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ submissionId })
  },
})
