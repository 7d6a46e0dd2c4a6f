import { toBasisPoints } from '#plugins/kernel/domain'
import type { EmploymentType } from './employment-type'

/** What an agency wants somebody else to look at before an offer goes out. */
export type OfferRules = {
  /** Least margin of every kind of hour, in basis points of what is billed. */
  minMarginBp: number
  /** Least fee of a permanent placement, in basis points of the salary. */
  minFeeBp: number
  /** Offers above what the order pays wait for approval. */
  isOverPayAsked: boolean
}

/** Until an agency says otherwise: only what loses money waits. */
export const usualOfferRules: OfferRules = { minMarginBp: 0, minFeeBp: 0, isOverPayAsked: false }

/** What the order and the client say about the price, and what is offered. */
export type OfferPrice = {
  employmentType: EmploymentType
  /** Offered to the candidate. */
  payRateE4: number | null
  salaryMinor: number | null
  /** What the order pays at most. */
  orderPayRateE4: number | null
  orderSalaryToMinor: number | null
  /** What the client is billed and what comes on top of pay. */
  billRateE4: number | null
  burdenBp: number
  /** What an overtime hour costs the client, in basis points of the bill rate. */
  billOvertimeMultiplierBp: number
  /** Hours that are paid above the usual rate where the work is done, and the usual ones. */
  earnCodes: readonly EarnCode[]
  feeBp: number | null
  feeFlatMinor: number | null
}

export type ApprovalReason =
  | { code: 'margin'; earnCode: EarnCode; marginBp: number; leastBp: number }
  | { code: 'pay'; offered: number; most: number; unit: 'rateE4' | 'minor' }
  | { code: 'fee'; feeBp: number; leastBp: number }

export type EarnCode = 'REG' | 'OT' | 'DT'

export const earnCodeLabels: Record<EarnCode, string> = {
  REG: 'usual hours',
  OT: 'overtime',
  DT: 'double time',
}

/**
 * Which kinds of hours are paid by law: the FLSA asks for time and a half, California for double time
 * besides; elsewhere an hour is an hour. Without a known place the employer’s usual rules say it.
 *
 * @param jurisdiction of the place of work by ISO 3166: 'US-CA', 'US', 'GB'
 */
export const earnCodesFor = ({
  jurisdiction,
  usualRuleSet,
}: {
  jurisdiction: string | null
  usualRuleSet: string
}): EarnCode[] => {
  const isUnitedStates = jurisdiction
    ? /^US(-|$)/.test(jurisdiction)
    : usualRuleSet.startsWith('us-')
  const isCalifornia = jurisdiction ? jurisdiction === 'US-CA' : usualRuleSet === 'us-california'
  return [
    'REG',
    ...(isUnitedStates ? ['OT' as const] : []),
    ...(isCalifornia ? ['DT' as const] : []),
  ]
}

/**
 * What is left of the bill per kind of hour, in basis points, half away from zero: pay is 1, 1½ and 2
 * times the rate, the bill follows the client’s overtime multiplier, of which double time is four
 * thirds. Empty without both rates.
 */
export const marginsByEarnCode = ({
  payRateE4,
  billRateE4,
  burdenBp,
  billOvertimeMultiplierBp,
  earnCodes,
}: Pick<
  OfferPrice,
  'payRateE4' | 'billRateE4' | 'burdenBp' | 'billOvertimeMultiplierBp' | 'earnCodes'
>): {
  earnCode: EarnCode
  marginBp: number
}[] => {
  if (!payRateE4 || !billRateE4) return []
  const multiplier = BigInt(billOvertimeMultiplierBp)
  const kinds: { earnCode: EarnCode; pay: bigint; bill: bigint }[] = [
    { earnCode: 'REG', pay: 60_000n, bill: 60_000n },
    { earnCode: 'OT', pay: 90_000n, bill: multiplier * 6n },
    { earnCode: 'DT', pay: 120_000n, bill: multiplier * 8n },
  ]
  return kinds.flatMap(({ earnCode, pay, bill }) => {
    if (!earnCodes.includes(earnCode)) return []
    const billed = BigInt(billRateE4) * bill * 10_000n
    const paid = BigInt(payRateE4) * pay * (10_000n + BigInt(burdenBp))
    return billed === 0n
      ? []
      : [{ earnCode, marginBp: toBasisPoints({ num: billed - paid, den: billed }) }]
  })
}

/** Why an offer has to be approved before it goes out; empty when it may go at once. */
export const reasonsToApprove = ({
  rules,
  price,
}: {
  rules: OfferRules
  price: OfferPrice
}): ApprovalReason[] =>
  price.employmentType === 'permanent'
    ? [...overSalary({ rules, price }), ...underFee({ rules, price })]
    : [...overPay({ rules, price }), ...underMargin({ rules, price })]

type Case = { rules: OfferRules; price: OfferPrice }

const underMargin = ({ rules: { minMarginBp: leastBp }, price }: Case): ApprovalReason[] =>
  marginsByEarnCode(price)
    .filter(({ marginBp }) => marginBp < leastBp)
    .map((found) => ({ code: 'margin', ...found, leastBp }))

const overPay = ({ rules, price: { payRateE4, orderPayRateE4 } }: Case): ApprovalReason[] =>
  rules.isOverPayAsked && payRateE4 && orderPayRateE4 && payRateE4 > orderPayRateE4
    ? [{ code: 'pay', offered: payRateE4, most: orderPayRateE4, unit: 'rateE4' }]
    : []

const overSalary = ({
  rules,
  price: { salaryMinor, orderSalaryToMinor },
}: Case): ApprovalReason[] =>
  rules.isOverPayAsked && salaryMinor && orderSalaryToMinor && salaryMinor > orderSalaryToMinor
    ? [{ code: 'pay', offered: salaryMinor, most: orderSalaryToMinor, unit: 'minor' }]
    : []

const underFee = ({
  rules: { minFeeBp: leastBp },
  price: { salaryMinor, feeBp, feeFlatMinor },
}: Case): ApprovalReason[] => {
  const share =
    feeFlatMinor && salaryMinor
      ? toBasisPoints({ num: BigInt(feeFlatMinor), den: BigInt(salaryMinor) })
      : (feeBp ?? 0)
  return share < leastBp ? [{ code: 'fee', feeBp: share, leastBp }] : []
}
