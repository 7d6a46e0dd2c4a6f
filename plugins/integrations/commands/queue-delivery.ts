import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { enqueue, sqlOf, wholeNumber } from '#plugins/kernel'
import { deliverWebhookQueue } from '../domain'

/** Puts a message on its way, in the caller's transaction; an event goes to a receiver once. */
export const queueDelivery = async ({
  req,
  endpointId,
  eventId,
  eventName,
}: {
  req: PayloadRequest
  endpointId: string
  /** Null for a test. */
  eventId: string | null
  eventName: string
}): Promise<string | null> => {
  const sql = sqlOf(req)
  const known =
    eventId === null
      ? null
      : await sql.first({
          schema: z.object({ id: z.string() }),
          text: 'select id from webhook_deliveries where endpoint_id = $1 and event_id = $2',
          values: [endpointId, eventId],
        })
  if (known) return null
  const counted = await sql.first({
    schema: z.object({ last_sequence: wholeNumber }),
    text: `update webhook_endpoints set last_sequence = coalesce(last_sequence, 0) + 1
      where id = $1 returning last_sequence`,
    values: [endpointId],
  })
  if (!counted) return null
  const row = await sql.first({
    schema: z.object({ id: z.string() }),
    text: `insert into webhook_deliveries
        (id, state, endpoint_id, event_name, event_id, message_id, sequence, tries, next_try_at)
      select made.id, 'pending', $1, $2, $3, 'msg_' || replace(made.id::text, '-', ''), $4, 0, now()
      from (select uuid_v7() as id) made returning id`,
    values: [endpointId, eventName, eventId, counted.last_sequence],
  })
  if (!row) throw new Error('The delivery was not stored.')
  await enqueue({ req, queue: deliverWebhookQueue, data: { deliveryId: row.id } })
  return row.id
}
