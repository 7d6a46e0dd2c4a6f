import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineReaction, sqlOf, type StoredEvent } from '#plugins/kernel'
import { gradeOrder } from '../commands/grade-order'
import { closedOrderStates } from '../domain/job-order-workflow'

/** What may change the gates, the score or the signs of one order. */
const ofOrder = [
  'job-order.updated',
  'job-order.resumed',
  'job-order.reopened',
  'submission.submitted-to-client',
  'submission.rejected',
  'submission.withdrawn',
  'shortlist.answered',
  'interview.created',
  'interview.scheduled',
  'clock.overdue',
  'clock.missed',
  'opening.created',
  'opening.cancelled',
]

/** An order that is over keeps its grade, and comes after all that can still be worked on. */
const ends = ['job-order.filled', 'job-order.lost', 'job-order.cancelled']

/** What may change those of all open orders of a client. */
const ofClient = ['client.updated']

/**
 * An order is graded anew when something happens that its grade is made of. Told from what is so and not
 * from the event, so that events heard twice or out of order come to the same.
 */
export const regradeOrders = defineReaction({
  name: 'regrade-orders',
  on: [...ofOrder, ...ofClient, ...ends],
  run: async ({ req, event }) => {
    if (ends.includes(event.name)) {
      await sqlOf(req).run({
        text: `update job_orders set priority = 0, expected_value_minor = 0
          where id = $1 and state = any($2)`,
        values: [event.subject.id, closedOrderStates],
      })
      return
    }
    for (const jobOrderId of await gradedOrders({ req, event }))
      await gradeOrder({ req, jobOrderId, trigger: null })
  },
})

/** Open orders that were graded before; the first time is somebody’s decision. */
const gradedOrders = async ({
  req,
  event,
}: {
  req: PayloadRequest
  event: StoredEvent
}): Promise<readonly string[]> => {
  const isOfClient = ofClient.includes(event.name)
  const orderId = event.subject.kind === 'job-order' ? event.subject.id : event.orderId
  if (!isOfClient && !orderId) return []
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from job_orders
      where ${isOfClient ? 'client_id' : 'id'} = $1 and grade is not null and deleted_at is null
        and not state = any($2)
      order by id limit 500`,
    values: [isOfClient ? event.subject.id : orderId, closedOrderStates],
  })
  return rows.map(({ id }) => id)
}
