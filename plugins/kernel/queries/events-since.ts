import type { Payload } from 'payload'
import { z } from 'zod'

import { sqlOutside } from '../database/sql'

const most = 500
/** Between an event is written and its transaction has ended. */
const commitMs = 5_000

/** What was committed in the last `ageMs`, oldest first, as open screens are told of it. */
export const eventsSince = async ({
  payload,
  ageMs,
}: {
  payload: Payload
  ageMs: number
}): Promise<string[]> => {
  const rows = await sqlOutside(payload).rows({
    schema: z.object({ message: z.string() }),
    text: `select json_build_object('id', id, 'name', name,
        'subject', json_build_object('kind', subject_type, 'id', subject_id),
        'orderId', order_id, 'clientId', client_id)::text as message
      from domain_events where at >= now() - make_interval(secs => $1)
      order by at desc limit ${most}`,
    values: [(ageMs + commitMs) / 1_000],
  })
  return rows.map(({ message }) => message).toReversed()
}
