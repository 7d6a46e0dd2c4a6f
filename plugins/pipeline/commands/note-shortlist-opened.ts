import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { isTheClients } from '../access/whose'
import { chosen } from '../domain/inputs'

/** The first time that somebody at the client looks at a shortlist. */
export const noteShortlistOpened = defineCommand({
  name: 'note-shortlist-opened',
  summary: 'Say that a client looked at a shortlist',
  input: z.object({ shortlistId: chosen('a shortlist') }),
  allow: {
    portal: ['client-contact'],
    link: {
      purpose: 'shortlist.decide',
      subject: ({ shortlistId }) => ({ kind: 'shortlist', id: shortlistId }),
    },
  },
  run: async ({ input: { shortlistId }, ctx: { req, payload, actor } }) => {
    const shortlist = await lockRecord({ req, collection: 'shortlists', id: shortlistId })
    if (!shortlist?.sentAt || !isTheClients({ actor, clientId: idOf(shortlist.client) }))
      return refuseMissing('shortlist')
    if (shortlist.openedAt) return ok({ shortlistId, openedAt: shortlist.openedAt })
    const openedAt = await databaseNow(req)
    await payload.update({
      collection: 'shortlists',
      id: shortlistId,
      data: { openedAt },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ shortlistId, openedAt })
  },
})
