import type { CommandField } from '#plugins/kernel/admin'
import { employmentTypeLabels, employmentTypes } from '../domain/employment-type'
import type { OrderRequestState } from '../domain/order-request-workflow'

const openRequests: readonly OrderRequestState[] = ['received', 'needs_info']

export const isOpenRequest = (state: string): boolean => openRequests.some((open) => open === state)

export const orderTypeFields: readonly CommandField[] = [
  {
    name: 'employmentType',
    label: 'Employment type',
    type: 'select',
    isRequired: true,
    value: 'temp',
    options: employmentTypes.map((value) => ({ value, label: employmentTypeLabels[value] })),
  },
]

/** Rates of temporary work and the fee of a permanent placement; the command says which are missing. */
export const payFieldsOf = ({
  currency,
  payRateE4,
}: {
  currency: string
  payRateE4: number | null | undefined
}): readonly CommandField[] => [
  { name: 'currency', label: 'Currency', type: 'text', value: currency },
  {
    name: 'payRateE4',
    label: 'Pay per hour',
    type: 'amount',
    scale: 4,
    unit: currency,
    ...(typeof payRateE4 === 'number' ? { value: payRateE4 } : {}),
  },
  { name: 'billRateE4', label: 'Bill per hour', type: 'amount', scale: 4, unit: currency },
  {
    name: 'feeBp',
    label: 'Fee of the salary',
    type: 'amount',
    scale: 2,
    unit: '%',
    description: 'For permanent placements.',
  },
]
