import { ok, refuseInput, type Result } from '#plugins/kernel/domain'
import type { EmploymentType } from './employment-type'

/** The money and time of an order: rates in 1/10,000 per hour, amounts in minor units, fee in basis points. */
export type OrderTerms = {
  employmentType: EmploymentType
  payRateE4?: number | null | undefined
  billRateE4?: number | null | undefined
  salaryFromMinor?: number | null | undefined
  salaryToMinor?: number | null | undefined
  feeBp?: number | null | undefined
  feeFlatMinor?: number | null | undefined
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
}

/** Whether the terms contradict themselves, whatever is still missing. One message per field. */
export const judgeTerms = (terms: OrderTerms): Result<OrderTerms> => {
  const { salaryFromMinor, salaryToMinor, feeBp, startsOn, endsOn } = terms
  const fields: Record<string, string> = {}
  if (isNumber(salaryFromMinor) && isNumber(salaryToMinor) && salaryToMinor < salaryFromMinor)
    fields.salaryToMinor = 'The salary goes from the lower to the higher amount.'
  if (isNumber(feeBp) && (feeBp < 0 || feeBp > 10_000))
    fields.feeBp = 'The fee is a share of the salary: 0 to 100 %.'
  if (startsOn && endsOn && endsOn < startsOn) fields.endsOn = 'The end lies before the start.'
  return Object.keys(fields).length > 0 ? refuseInput(fields) : ok(terms)
}

/**
 * Whether an order of this kind can be worked on: a permanent one names its fee (and the salary a
 * share is taken of), the others both rates, or nothing could be invoiced after the placement.
 */
export const judgeTermsForActivation = (terms: OrderTerms): Result<OrderTerms> => {
  const judged = judgeTerms(terms)
  if (!judged.ok) return judged
  const fields: Record<string, string> = {}
  if (terms.employmentType === 'permanent') {
    if (!isPositive(terms.feeFlatMinor) && !isPositive(terms.feeBp))
      fields.feeBp = 'A permanent order needs its fee: a share of the salary or a flat amount.'
    if (isPositive(terms.feeBp) && !isPositive(terms.feeFlatMinor) && !hasSalary(terms))
      fields.salaryFromMinor = 'The fee is a share of the salary, so name the salary.'
  } else {
    if (!isPositive(terms.payRateE4)) fields.payRateE4 = 'Name the pay rate per hour.'
    if (!isPositive(terms.billRateE4)) fields.billRateE4 = 'Name the bill rate per hour.'
  }
  return Object.keys(fields).length > 0 ? refuseInput(fields) : ok(terms)
}

const hasSalary = ({ salaryFromMinor, salaryToMinor }: OrderTerms): boolean =>
  isPositive(salaryFromMinor) || isPositive(salaryToMinor)

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number'

const isPositive = (value: number | null | undefined): boolean => isNumber(value) && value > 0
