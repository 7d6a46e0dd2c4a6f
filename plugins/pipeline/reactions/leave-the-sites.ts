import { defineReaction, lockRecord } from '#plugins/kernel'
import { closePostings } from '../commands/close-postings'
import { orderStateOf } from '../commands/lock-submission'
import { isWorkedOn } from '../domain/job-order-workflow'

/** An order that is filled, however it came to be, no longer takes applications on any site. */
export const leaveTheSites = defineReaction({
  name: 'leave-the-sites',
  on: ['job-order.filled', 'job-order.held', 'job-order.lost', 'job-order.cancelled'],
  run: async ({ req, event }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: event.subject.id })
    if (!order?.isPublic || isWorkedOn(orderStateOf(order))) return
    await closePostings({ req, jobOrderId: order.id })
  },
})
