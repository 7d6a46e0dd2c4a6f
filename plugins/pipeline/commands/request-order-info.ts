import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseInput } from '#plugins/kernel/domain'
import { chosen, optionalText } from '../domain/inputs'
import { questionFor, requestDetailNames } from '../domain/request-details'
import { askForDetails } from './ask-for-details'

export const requestOrderInfo = defineCommand({
  name: 'request-order-info',
  summary: 'Ask the client about a request; they answer by link',
  input: z.object({
    requestId: chosen('a request'),
    question: optionalText(4_000),
    /** Details that the client fills in again, each in a field of its own. */
    details: z
      .array(z.enum(requestDetailNames, 'Choose details from the list.'))
      .max(20)
      .default([]),
  }),
  allow: { staff: 'requests.write' },
  run: async ({ input: { requestId, question, details }, ctx: { req } }) => {
    if (!question && details.length === 0)
      return refuseInput({ question: 'Please fill in your question, or choose what to ask for.' })
    const moved = await askForDetails({
      req,
      requestId,
      open: {
        details: [...new Set(details)],
        question: question ?? questionFor([...new Set(details)]),
      },
    })
    if (!moved.ok) return moved
    return ok({ requestId, state: moved.value.state })
  },
})
