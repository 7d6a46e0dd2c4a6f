import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, type Actor } from '#plugins/kernel/domain'
import { conversationPurpose, messageText } from '../domain/client-message'
import { chosen } from '../domain/inputs'
import { keepMessage } from './keep-message'

/** A contact writes about an order of their company: signed in, or by the link of a mail. */
export const writeToAgency = defineCommand({
  name: 'write-to-agency',
  summary: 'Write to the agency about an order of one’s company',
  input: z.object({ jobOrderId: chosen('an order'), text: messageText }),
  allow: {
    portal: ['client-contact'],
    link: {
      purpose: conversationPurpose,
      subject: ({ jobOrderId }) => ({ kind: 'job-order', id: jobOrderId }),
    },
  },
  rate: { limit: 60, windowSeconds: 3_600 },
  run: async ({ input: { jobOrderId, text }, ctx: { req, payload, actor } }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    const contactId = contactOf(actor)
    if (!order || order.deletedAt || !contactId) return refuseMissing('order')
    const contact = await payload.findByID({
      collection: 'client-contacts',
      id: contactId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    // A contact who changed the company no longer writes for the one before.
    if (!contact || idOf(contact.client) !== idOf(order.client)) return refuseMissing('order')
    return ok(await keepMessage({ req, order, contactId, text, writtenBy: 'client', author: null }))
  },
})

const contactOf = (actor: Actor): string | null => {
  if (actor.kind === 'portal') return actor.contactId
  return actor.kind === 'link' && actor.person?.kind === 'client-contact' ? actor.person.id : null
}
