import { isRequestDetail, requestDetails, type RequestDetail } from '#plugins/pipeline/domain'
import type { ClientRequest } from '#plugins/pipeline'
import { formatScaled, parseMoney, rateE4FromInput, scaleOf } from '#plugins/kernel/domain'
import type { AskedField } from './AnswerForm'

const kinds: Record<RequestDetail, AskedField['kind']> = {
  jobTitle: 'text',
  openingsCount: 'number',
  workLocation: 'text',
  startsOn: 'date',
  endsOn: 'date',
  payFromRateE4: 'amount',
  payToRateE4: 'amount',
  salaryFromMinor: 'amount',
  salaryToMinor: 'amount',
}

/** The details that are asked for as fields of a form, filled in as far as they are known. */
export const askedFields = (request: ClientRequest): AskedField[] =>
  request.askedDetails.map((detail) => ({
    name: `details.${detail}`,
    label:
      kinds[detail] === 'amount'
        ? `${requestDetails[detail]} (${request.currency})`
        : requestDetails[detail],
    kind: kinds[detail],
    value: textOf({ detail, request }),
    isRequired: kinds[detail] === 'text' || kinds[detail] === 'number',
  }))

const textOf = ({ detail, request }: { detail: RequestDetail; request: ClientRequest }): string => {
  const value = request[detail]
  if (value === null) return ''
  return typeof value === 'number' && kinds[detail] === 'amount'
    ? formatScaled({ value, scale: digitsOf({ detail, request }) })
    : String(value)
}

const digitsOf = ({
  detail,
  request,
}: {
  detail: RequestDetail
  request: Pick<ClientRequest, 'currency'>
}): number =>
  detail.endsWith('RateE4') ? 4 : scaleOf({ custom: { isMinor: true }, currency: request.currency })

/** What was typed as the command takes it; an amount that cannot be read is named beside its field. */
export const typedDetails = ({
  values,
  currency,
}: {
  values: Readonly<Record<string, string>>
  currency: ClientRequest['currency']
}): { details: Record<string, string | number | null>; errors: Record<string, string> } => {
  const details: Record<string, string | number | null> = {}
  const errors: Record<string, string> = {}
  for (const [name, text] of Object.entries(values)) {
    const detail = name.startsWith('details.') ? name.slice('details.'.length) : ''
    if (!isRequestDetail(detail)) continue
    const typed = text.trim()
    if (kinds[detail] === 'text') details[detail] = typed
    else if (kinds[detail] === 'number') details[detail] = Number(typed)
    else if (typed === '') details[detail] = null
    else if (kinds[detail] === 'date') details[detail] = typed
    else if (detail.endsWith('RateE4')) {
      const rate = rateE4FromInput({ text: typed })
      if (rate.ok) details[detail] = rate.value
      else errors[name] = rate.failure.message
    } else {
      const amount = parseMoney({ text: typed, currency })
      if (amount.ok) details[detail] = amount.value.amountMinor
      else errors[name] = amount.failure.message
    }
  }
  return { details, errors }
}
