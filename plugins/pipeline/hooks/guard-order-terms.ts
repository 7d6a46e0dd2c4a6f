import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { isWorkedOn, jobOrderWorkflow } from '../domain/job-order-workflow'
import { judgeTerms, judgeTermsForActivation } from '../domain/order-terms'
import { stateFrom } from '#plugins/kernel/domain'

/** Terms never contradict themselves, and an order that is worked on keeps what it needs. */
export const guardOrderTerms: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const order = { ...originalDoc, ...data }
  const state = stateFrom({ workflow: jobOrderWorkflow, value: order.state })
  const judged = state && isWorkedOn(state) ? judgeTermsForActivation(order) : judgeTerms(order)
  if (judged.ok) return data
  throw new ValidationError({
    collection: 'job-orders',
    errors: Object.entries(judged.failure.fields ?? {}).map(([path, message]) => ({
      path,
      message,
    })),
  })
}
