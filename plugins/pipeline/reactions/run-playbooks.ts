import { defineReaction } from '#plugins/kernel'
import { firePlaybook } from '../commands/fire-playbook'

/** A grade lets a playbook work on the order; the end of the order ends it. */
export const runPlaybooks = defineReaction({
  name: 'run-playbooks',
  on: [
    'qualification.created',
    'job-order.filled',
    'job-order.lost',
    'job-order.cancelled',
    'job-order.reopened',
  ],
  run: async ({ req, event }) => {
    const jobOrderId = event.subject.kind === 'job-order' ? event.subject.id : event.orderId
    if (jobOrderId) await firePlaybook({ req, jobOrderId })
  },
})
