import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand } from '#plugins/kernel'
import { calendarDay, ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen, openingsCount, requiredText } from '../domain/inputs'
import { copiedFields } from '../domain/copied-order'

/**
 * Begins a new order with what an old one says about the work and its price. What belongs to that one
 * time stays behind: its dates, exclusivity, approval, grade, people and postings.
 */
export const copyJobOrder = defineCommand({
  name: 'copy-job-order',
  summary: 'Begin a new order with the work and terms of another one',
  input: z.object({
    jobOrderId: chosen('a job order'),
    title: requiredText({ what: 'the title', most: 160 }).optional(),
    openingsCount: openingsCount.optional(),
    startsOn: calendarDay.nullish(),
  }),
  allow: { staff: 'orders.write' },
  run: async ({ input, ctx: { req, payload, actor } }) => {
    const order = await payload.findByID({
      collection: 'job-orders',
      id: input.jobOrderId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!order) return refuseMissing('job order')
    const copy = await payload.create({
      collection: 'job-orders',
      data: {
        ...copiedFields(order),
        state: 'intake',
        title: input.title ?? order.title,
        client: idOf(order.client),
        employmentType: order.employmentType,
        screeningKind: order.screeningKind,
        screeningKnockOut: order.screeningKnockOut,
        currency: order.currency,
        owner: actor.kind === 'staff' ? actor.id : idOf(order.owner),
        // Rows of their own: an id belongs to one order.
        interviewPlan: (order.interviewPlan ?? []).map(
          ({ name, mode, minutes, contacts, criteria }) => ({
            name,
            mode,
            minutes,
            contacts: contacts ?? [],
            criteria: criteria ?? [],
          }),
        ),
        openingsCount: input.openingsCount ?? order.openingsCount,
        startsOn: input.startsOn ?? null,
        receivedAt: await databaseNow(req),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ jobOrderId: copy.id, ref: copy.ref ?? '' })
  },
})
