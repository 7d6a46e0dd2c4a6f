import { defineCommand } from '#plugins/kernel'
import { ok, refuseInput } from '#plugins/kernel/domain'
import { chosen, templatedTermsInput } from '../domain/inputs'
import { fillFromTemplate } from './fill-from-template'
import { takeRoute } from './take-route'
import { writeOrder } from './write-order'

export const createJobOrder = defineCommand({
  name: 'create-job-order',
  summary: 'Create a job order for a client',
  input: templatedTermsInput.extend({
    clientId: chosen('a client'),
    contactId: chosen('a contact').nullish(),
  }),
  allow: { staff: 'orders.write' },
  run: async ({ input: given, ctx: { req, actor } }) => {
    const filled = await fillFromTemplate({ req, input: given })
    if (!filled.ok) return filled
    const input = filled.value
    const { title } = input
    if (!title) return refuseInput({ title: 'Please fill in the title.' })
    const route = input.ownerId
      ? null
      : await takeRoute({
          req,
          work: {
            title,
            category: input.category,
            employmentType: input.employmentType,
            language: input.language ?? null,
            clientId: input.clientId,
            workLocationId: input.workLocationId ?? null,
            placeText: null,
          },
        })
    const ownerId = input.ownerId ?? route?.ownerId ?? (actor.kind === 'staff' ? actor.id : null)
    if (!ownerId) return refuseInput({ ownerId: 'Choose who owns the order.' })
    const written = await writeOrder({
      req,
      order: {
        ...input,
        title,
        ownerId,
        contactId: input.contactId ?? null,
        requestId: null,
        route,
      },
    })
    if (!written.ok) return written
    return ok({ jobOrderId: written.value.id, ref: written.value.ref ?? '' })
  },
})
