import { defineReaction, lockRecord } from '#plugins/kernel'
import { askForDetails } from '../commands/ask-for-details'
import { orderRequestWorkflow } from '../domain/order-request-workflow'
import { judgeRequest } from '../domain/request-details'

/**
 * A request that came in by any other way (typed in by a colleague, written by a program) is asked
 * about as well when something is missing or contradicts itself; once.
 */
export const checkRequests = defineReaction({
  name: 'check-requests',
  on: ['order-request.created'],
  run: async ({ req, event }) => {
    const request = await lockRecord({ req, collection: 'order-requests', id: event.subject.id })
    if (!request || request.state !== orderRequestWorkflow.initial || request.question) return
    const open = judgeRequest(request)
    if (!open) return
    const asked = await askForDetails({ req, requestId: request.id, open })
    if (!asked.ok) throw new Error(asked.failure.message)
  },
})
