import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseRight } from '#plugins/kernel/domain'
import { messageText } from '../domain/client-message'
import { chosen } from '../domain/inputs'
import { keepMessage } from './keep-message'

/** A message that the contact reads in the portal and by mail; a note for the team is `add-note`. */
export const writeToClient = defineCommand({
  name: 'write-to-client',
  summary: 'Write a message about an order to a contact of the client, who reads it',
  input: z.object({
    jobOrderId: chosen('a job order'),
    /** The contact of the order when left out. */
    contactId: chosen('a contact').nullish(),
    text: messageText,
  }),
  allow: { staff: 'orders.write' },
  rate: { limit: 120, windowSeconds: 3_600 },
  run: async ({ input: { jobOrderId, contactId, text }, ctx: { req, payload, actor } }) => {
    if (actor.kind !== 'staff' && actor.kind !== 'system')
      return refuseRight('Only the agency writes to its clients.')
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    if (!order || order.deletedAt) return refuseMissing('job order')
    const wanted = contactId ?? (order.contact ? idOf(order.contact) : null)
    if (!wanted) return refuseInput({ contactId: 'The order names no contact: choose one.' })
    const contact = await payload.findByID({
      collection: 'client-contacts',
      id: wanted,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!contact || idOf(contact.client) !== idOf(order.client))
      return refuseInput({ contactId: 'Choose a contact of the client of this order.' })
    if (!contact.email)
      return refuseInput({
        contactId: 'This contact has no e-mail address: add one first, or choose another contact.',
      })
    return ok(
      await keepMessage({
        req,
        order,
        contactId: contact.id,
        text,
        writtenBy: 'agency',
        author: actor.kind === 'staff' ? actor.id : idOf(order.owner),
      }),
    )
  },
})
