import type { CommandField } from '#plugins/kernel/admin'
import { scaleOf } from '#plugins/kernel/domain'
import {
  detailsOf,
  requestDetails,
  type KnownDetails,
  type RequestDetail,
} from '../domain/request-details'

/** What a client was asked for, as the fields of a colleague who has them on the phone. */
export const askedFieldsOf = (
  request: KnownDetails & { askedDetails?: unknown; currency: string },
): CommandField[] => detailsOf(request.askedDetails).map((detail) => fieldOf({ detail, request }))

const fieldOf = ({
  detail,
  request,
}: {
  detail: RequestDetail
  request: KnownDetails & { currency: string }
}): CommandField => {
  const named = { name: `details.${detail}`, label: requestDetails[detail] }
  switch (detail) {
    case 'jobTitle':
    case 'workLocation':
      return { ...named, type: 'text', isRequired: true, value: request[detail] ?? '' }
    case 'openingsCount':
      return { ...named, type: 'number', isRequired: true, least: 1, most: 500 }
    case 'startsOn':
    case 'endsOn':
      return { ...named, type: 'day', value: request[detail] ?? '' }
    case 'payFromRateE4':
    case 'payToRateE4':
      return {
        ...named,
        type: 'amount',
        scale: 4,
        unit: request.currency,
        ...known(request[detail]),
      }
    case 'salaryFromMinor':
    case 'salaryToMinor':
      return {
        ...named,
        type: 'amount',
        scale: scaleOf({ custom: { isMinor: true }, currency: request.currency }),
        unit: request.currency,
        ...known(request[detail]),
      }
  }
}

const known = (value: number | null | undefined): { value?: number } =>
  typeof value === 'number' ? { value } : {}
