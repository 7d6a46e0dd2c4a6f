import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { calendarDay, ok, refuseInput, refuseMissing } from '#plugins/kernel/domain'
import { amountMinor, chosen, openingsCount, optionalText, rateE4 } from '../domain/inputs'
import {
  detailsOf,
  isRequestDetail,
  judgeRequest,
  requestDetails,
  type RequestDetail,
} from '../domain/request-details'

/** Each detail that a client can be asked for; null takes a day or an amount away. */
const details = z
  .object({
    jobTitle: z.string().trim().max(160, 'At most 160 characters.'),
    openingsCount,
    workLocation: z.string().trim().max(300, 'At most 300 characters.'),
    startsOn: calendarDay.nullable(),
    endsOn: calendarDay.nullable(),
    payFromRateE4: rateE4.nullable(),
    payToRateE4: rateE4.nullable(),
    salaryFromMinor: amountMinor.nullable(),
    salaryToMinor: amountMinor.nullable(),
  } satisfies Record<RequestDetail, z.ZodType>)
  .partial()

export const answerOrderRequest = defineCommand({
  name: 'answer-order-request',
  summary: 'Answer the agency’s question about a request',
  input: z.object({
    requestId: chosen('a request'),
    answer: optionalText(4_000),
    details: details.default({}),
  }),
  allow: {
    staff: 'requests.write',
    portal: ['client-contact'],
    link: {
      purpose: 'order-request.answer',
      subject: ({ requestId }) => ({ kind: 'order-request', id: requestId }),
    },
  },
  run: async ({ input: { requestId, answer, details: given }, ctx: { req, actor } }) => {
    const request = await lockRecord({ req, collection: 'order-requests', id: requestId })
    const isOthers = actor.kind === 'portal' && idOf(request?.client) !== actor.clientId
    if (!request || isOthers) return refuseMissing('request')
    const asked = detailsOf(request.askedDetails)
    const problems = judgeDetails({ request, given, asked })
    if (Object.keys(problems).length > 0) return refuseInput(problems)
    if (asked.length === 0 && !answer) return refuseInput({ answer: 'Please fill in your answer.' })
    const moved = await moveRecord({
      req,
      collection: 'order-requests',
      id: requestId,
      to: 'received',
      locked: request,
      data: { ...given, answer: answer ?? answeredWords(asked), askedDetails: null },
      what: 'request',
    })
    if (!moved.ok) return moved
    return ok({ requestId, state: moved.value.state })
  },
})

type Given = z.output<typeof details>

/** Only what was asked is answered, and afterwards nothing of it is missing or contradicts itself. */
const judgeDetails = ({
  request,
  given,
  asked,
}: {
  request: Parameters<typeof judgeRequest>[0]
  given: Given
  asked: readonly RequestDetail[]
}): Record<string, string> => {
  const problems: Record<string, string> = {}
  for (const name of Object.keys(given))
    if (isRequestDetail(name) && !asked.includes(name))
      problems[`details.${name}`] = `“${requestDetails[name]}” was not asked for.`
  const open = judgeRequest({ ...request, ...given })
  for (const name of open?.details ?? [])
    if (asked.includes(name))
      problems[`details.${name}`] ??= open?.questions[name] ?? 'Please look at this again.'
  for (const name of asked)
    if (!(name in given) && !canStayAway(name))
      problems[`details.${name}`] ??= `Please fill in “${requestDetails[name]}”.`
  return problems
}

/** A day or an amount may be left as it is, or out. */
const canStayAway = (name: RequestDetail): boolean =>
  name !== 'jobTitle' && name !== 'openingsCount' && name !== 'workLocation'

const answeredWords = (asked: readonly RequestDetail[]): string =>
  `Filled in: ${asked.map((name) => requestDetails[name].toLowerCase()).join(', ')}.`
