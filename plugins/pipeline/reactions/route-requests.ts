import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineReaction, lockRecord, sqlOf } from '#plugins/kernel'
import { takeRoute } from '../commands/take-route'

/**
 * A request for staff gets its owner as it comes in: by the first rule that holds, else whoever looks
 * after the client, else the colleague who has worked on requests the longest. Nothing stays without one
 * while anybody may work on requests.
 */
export const routeRequests = defineReaction({
  name: 'route-requests',
  on: ['order-request.created'],
  run: async ({ req, event }) => {
    const request = await lockRecord({ req, collection: 'order-requests', id: event.subject.id })
    if (!request || request.owner) return
    const clientId = idOf(request.client)
    const route = await takeRoute({
      req,
      work: {
        title: request.jobTitle,
        category: null,
        employmentType: request.payPeriod === 'year' ? 'permanent' : null,
        language: null,
        clientId,
        workLocationId: null,
        placeText: request.workLocation ?? null,
      },
    })
    const owner = route?.ownerId ?? (await standIn({ req, clientId }))
    if (!owner) return
    await req.payload.update({
      collection: 'order-requests',
      id: request.id,
      data: { owner },
      req,
      overrideAccess: true,
      depth: 0,
    })
  },
})

const standIn = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId: string | null
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select u.id from users u
      where not coalesce(u.is_disabled, false) and (
        u.id = (select owner_id from client_corporations where id = $1)
        or exists (select from users_rels rel join roles on roles.id = rel.roles_id
          where rel.parent_id = u.id and rel.path = 'roles' and roles.permissions @> '["requests.write"]'::jsonb))
      order by u.id = (select owner_id from client_corporations where id = $1) desc nulls last,
        u.created_at, u.id limit 1`,
    values: [clientId],
  })
  return row?.id ?? null
}
