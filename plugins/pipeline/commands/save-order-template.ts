import { z } from 'zod'

import { defineCommand, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing } from '#plugins/kernel/domain'
import { chosen, requiredText } from '../domain/inputs'
import { templateFieldsOf } from '../domain/order-template'

/** What an order says about the work and its price, kept for orders of the same kind. */
export const saveOrderTemplate = defineCommand({
  name: 'save-order-template',
  summary: 'Save an order as a template for orders of the same kind',
  input: z.object({
    jobOrderId: chosen('a job order'),
    name: requiredText({ what: 'the name of the template', most: 80 }),
  }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { jobOrderId, name }, ctx: { req, payload } }) => {
    const order = await payload.findByID({
      collection: 'job-orders',
      id: jobOrderId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!order) return refuseMissing('job order')
    const taken = await sqlOf(req).first({
      schema: z.object({ id: z.string() }),
      text: 'select id from order_templates where lower(name) = lower($1)',
      values: [name],
    })
    if (taken) return refuseInput({ name: 'A template has this name already: choose another one.' })
    const template = await payload.create({
      collection: 'order-templates',
      data: {
        ...templateFieldsOf(order),
        name,
        title: order.title,
        employmentType: order.employmentType,
        isActive: true,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ orderTemplateId: template.id, name: template.name })
  },
})
