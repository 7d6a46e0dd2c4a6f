import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '../database/sql'
import { isUuid } from '../domain/uuid'
import type { StoredEvent } from '../events/stored-event'

/**
 * Who did each event, in words: a colleague or portal account by name, the holder of a link by what
 * they are to the agency. Whom the event is about never says who acted.
 */
export const actorNames = async ({
  req,
  events,
}: {
  req: PayloadRequest
  events: readonly StoredEvent[]
}): Promise<(event: StoredEvent) => string> => {
  const idsOf = (kind: StoredEvent['actor']['kind']) => [
    ...new Set(
      events.flatMap(({ actor }) => (actor.kind === kind && isUuid(actor.id) ? [actor.id] : [])),
    ),
  ]
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), name: z.string() }),
    text: `select id, name from users where id = any($1::uuid[])
      union all select id, name || ', in the portal' from portal_accounts where id = any($2::uuid[])
      union all select id, case person_kind when 'candidate' then 'The candidate, by link'
        when 'client-contact' then 'The client, by link' else 'A visitor, by link' end
      from access_links where id = any($3::uuid[])
      union all select key.id, 'API key “' || key.name || '” of ' || owner.name
      from api_keys key join users owner on owner.id = key.owner_id where key.id = any($4::uuid[])
      union all select id, 'Incoming webhook “' || name || '”'
      from incoming_endpoints where id = any($4::uuid[])`,
    values: [idsOf('staff'), idsOf('portal'), idsOf('link'), idsOf('api-key')],
  })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ({ actor, onBehalfOf }) => {
    const name = actor.id === null ? undefined : names.get(actor.id)
    switch (actor.kind) {
      case 'staff':
        return name ?? 'A former colleague'
      case 'portal':
        return name ?? 'A former account of the portal'
      case 'link':
        return name ?? 'Somebody, by link'
      case 'api-key':
        return name ?? 'A former API key'
      case 'anonymous':
        return 'A visitor, on the site'
      default:
        return onBehalfOf ? `Placewright for ${onBehalfOf}` : 'Placewright'
    }
  }
}
