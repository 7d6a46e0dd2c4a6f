import { followClocks } from '#plugins/work'
import { pipelineClocks } from '../domain/clock-rules'
import { placeOfClock } from '../queries/place-of-clock'

/** The clocks of requests, orders, shortlists, interviews and offers. */
export const keepClocks = followClocks({
  name: 'keep-clocks',
  rules: pipelineClocks,
  placeOf: placeOfClock,
  movesOn: ['job-order.updated', 'order-request.updated', 'client.updated'],
})
