import { z } from 'zod'

import {
  currencyCode,
  formatBasisPoints,
  formatDay,
  formatMinutes,
  formatMoney,
  formatRate,
} from '#plugins/kernel/domain'
import { earnCodeLabels } from './offer-approval'
import { offerTermNames, type OfferTerms } from './offer-terms'

type Change = { name: keyof OfferTerms; from: string | number | null; to: string | number | null }

const labels: Record<keyof OfferTerms, string> = {
  startsOn: 'Start',
  endsOn: 'End',
  payRateE4: 'Pay per hour',
  salaryMinor: 'Salary per year',
  hoursPerWeekMinutes: 'Hours a week',
}

/** 'Pay per hour: $24.50 → $26.00'. */
export const differenceWords = ({
  change: { name, from, to },
  currency,
  locale,
}: {
  change: Change
  currency: string
  locale: string
}): string => {
  const words = (value: string | number | null) => valueWords({ name, value, currency, locale })
  return `${labels[name]}: ${words(from)} → ${words(to)}`
}

/** Each term that is set: 'Start: March 2, 2026'. */
export const termWords = ({
  terms,
  currency,
  locale,
}: {
  terms: OfferTerms
  currency: string
  locale: string
}): string[] =>
  offerTermNames
    .filter((name) => terms[name] !== null)
    .map((name) => `${labels[name]}: ${valueWords({ name, value: terms[name], currency, locale })}`)

const valueWords = ({
  name,
  value,
  currency,
  locale,
}: {
  name: keyof OfferTerms
  value: string | number | null
  currency: string
  locale: string
}): string => {
  if (value === null) return 'none'
  if (typeof value === 'string') return formatDay({ day: value, locale })
  const code = currencyCode.safeParse(currency)
  if (name === 'hoursPerWeekMinutes') return formatMinutes(value)
  if (!code.success) return String(value)
  return name === 'payRateE4'
    ? formatRate({ rateE4: value, currency: code.data, locale })
    : formatMoney({ amount: { amountMinor: value, currency: code.data }, locale })
}

const storedReason = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('margin'),
    earnCode: z.enum(['REG', 'OT', 'DT']),
    marginBp: z.number(),
    leastBp: z.number(),
  }),
  z.object({
    code: z.literal('pay'),
    offered: z.number(),
    most: z.number(),
    unit: z.enum(['rateE4', 'minor']),
  }),
  z.object({ code: z.literal('fee'), feeBp: z.number(), leastBp: z.number() }),
])

/** Why an offer had to be approved, as it was stored; empty for what nobody knows any more. */
export const reasonWords = ({
  reason,
  currency,
  locale,
}: {
  reason: unknown
  currency: string
  locale: string
}): string => {
  const known = storedReason.safeParse(reason)
  if (!known.success) return ''
  const share = (basisPoints: number) => formatBasisPoints({ basisPoints, locale })
  switch (known.data.code) {
    case 'margin':
      return `Needs approval: margin of ${earnCodeLabels[known.data.earnCode]} is ${share(known.data.marginBp)}, the least is ${share(known.data.leastBp)}`
    case 'fee':
      return `Needs approval: the fee is ${share(known.data.feeBp)} of the salary, the least is ${share(known.data.leastBp)}`
    case 'pay': {
      const name = known.data.unit === 'rateE4' ? 'payRateE4' : 'salaryMinor'
      const words = (value: number) => valueWords({ name, value, currency, locale })
      return `Needs approval: the pay is ${words(known.data.offered)}, the order pays ${words(known.data.most)} at most`
    }
  }
}
