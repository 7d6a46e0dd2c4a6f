import type { PayloadRequest } from 'payload'

import { signal, sqlOf } from '#plugins/kernel'

/** Says of the messages that one side wrote about an order that the other has read them; how many. */
export const markMessagesRead = async ({
  req,
  jobOrderId,
  writtenBy,
}: {
  req: PayloadRequest
  jobOrderId: string
  writtenBy: 'agency' | 'client'
}): Promise<number> => {
  const marked = await sqlOf(req).run({
    text: `update client_messages set read_at = now(), updated_at = now()
      where job_order_id = $1 and written_by = $2 and read_at is null`,
    values: [jobOrderId, writtenBy],
  })
  if (marked > 0)
    await signal({
      req,
      name: 'client-message.read',
      subject: { kind: 'job-order', id: jobOrderId },
    })
  return marked
}
