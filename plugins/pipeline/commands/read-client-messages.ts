import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { conversationPurpose } from '../domain/client-message'
import { chosen } from '../domain/inputs'
import { isTheClients } from '../access/whose'
import { markMessagesRead } from './mark-messages-read'

/** Takes the mark of the unread off: for the team what the client wrote, for the client what we did. */
export const readClientMessages = defineCommand({
  name: 'read-client-messages',
  summary: 'Say that the messages of the other side about an order were read',
  input: z.object({ jobOrderId: chosen('an order') }),
  allow: {
    staff: 'orders.write',
    portal: ['client-contact'],
    link: {
      purpose: conversationPurpose,
      subject: ({ jobOrderId }) => ({ kind: 'job-order', id: jobOrderId }),
    },
  },
  run: async ({ input: { jobOrderId }, ctx: { req, payload, actor } }) => {
    const order = await payload.findByID({
      collection: 'job-orders',
      id: jobOrderId,
      depth: 0,
      req,
      // Whose order it is is judged below.
      overrideAccess: true,
      disableErrors: true,
    })
    if (!order || !isTheClients({ actor, clientId: idOf(order.client) }))
      return refuseMissing('order')
    const isTeam = actor.kind === 'staff' || actor.kind === 'system'
    const marked = await markMessagesRead({
      req,
      jobOrderId,
      writtenBy: isTeam ? 'client' : 'agency',
    })
    return ok({ marked })
  },
})
