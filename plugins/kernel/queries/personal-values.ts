import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '../database/sql'
import type { StoredEvent } from '../events/stored-event'

/**
 * Events with the personal values that stand apart from them, as far as nobody had them erased. Which
 * of them a reader may see is decided field by field by whoever shows them.
 */
export const withPersonalValues = async ({
  req,
  events,
}: {
  req: PayloadRequest
  events: readonly StoredEvent[]
}): Promise<StoredEvent[]> => {
  const isTelling = ({ changes }: StoredEvent) => Object.values(changes ?? {}).includes(null)
  const rows = await sqlOf(req).rows({
    schema: z.object({ event_id: z.string(), values: z.record(z.string(), z.unknown()) }),
    text: 'select event_id, values from domain_event_personal where event_id = any($1::uuid[])',
    values: [events.filter(isTelling).map(({ id }) => id)],
  })
  const known = new Map(rows.map((row) => [row.event_id, row.values]))
  return events.map((event) => {
    const values = known.get(event.id)
    if (!values || !event.changes) return event
    return {
      ...event,
      changes: Object.fromEntries(
        Object.entries(event.changes).map(([name, pair]) => [name, pair ?? values[name] ?? null]),
      ),
    }
  })
}
