import { type Money, money } from './money-arithmetic'
import { type CurrencyCode, exponentOf } from './money-currencies'
import { type Failure, ok, type Result, refuse } from './result'

/**
 * How Stripe writes an amount where that is not the ISO way. `digits` are the decimals of the
 * integer it takes, `step` what that integer must be divisible by. ISK and UGX lost their decimals
 * but keep two zeros at Stripe; MGA is whole at Stripe; amounts of three-decimal currencies must
 * end in 0. Source: docs.stripe.com/currencies.
 */
const stripeForms: Partial<Record<CurrencyCode, { digits: number; step: number }>> = {
  ISK: { digits: 2, step: 100 },
  UGX: { digits: 2, step: 100 },
  MGA: { digits: 0, step: 1 },
  BHD: { digits: 3, step: 10 },
  JOD: { digits: 3, step: 10 },
  KWD: { digits: 3, step: 10 },
  OMR: { digits: 3, step: 10 },
  TND: { digits: 3, step: 10 },
}

/** Units of account and currencies that Stripe cannot present. */
const notAtStripe: readonly CurrencyCode[] = ['CLF', 'IQD', 'IRR', 'KPW', 'LYD', 'UYI', 'UYW']

/**
 * The integer Stripe expects for an amount. Refuses a currency Stripe does not take, and an amount
 * finer than what Stripe can charge (1.234 KWD): charging a rounded amount would never match.
 */
export const toStripeAmount = (amount: Money): Result<number, Failure> => {
  const form = stripeFormOf(amount.currency)
  if (!form.ok) return form
  const scaled = rescale({
    value: amount.amountMinor,
    from: exponentOf(amount.currency),
    to: form.value.digits,
  })
  if (scaled === null || scaled % form.value.step !== 0) return refuseGranularity(amount.currency)
  return ok(scaled)
}

/** Our amount for the integer Stripe reports; the exact inverse of `toStripeAmount`. */
export const fromStripeAmount = ({
  stripeAmount,
  currency,
}: {
  stripeAmount: number
  currency: CurrencyCode
}): Result<Money, Failure> => {
  const form = stripeFormOf(currency)
  if (!form.ok) return form
  const amountMinor = rescale({
    value: stripeAmount,
    from: form.value.digits,
    to: exponentOf(currency),
  })
  if (amountMinor === null || stripeAmount % form.value.step !== 0) {
    return refuseGranularity(currency)
  }
  return ok(money({ amountMinor, currency }))
}

const stripeFormOf = (
  currency: CurrencyCode,
): Result<{ digits: number; step: number }, Failure> => {
  if (notAtStripe.includes(currency)) {
    return refuse<Failure>({
      kind: 'input',
      code: 'currency-not-payable-online',
      message: `${currency} cannot be paid online. Offer a bank transfer.`,
    })
  }
  return ok(stripeForms[currency] ?? { digits: exponentOf(currency), step: 1 })
}

const rescale = ({
  value,
  from,
  to,
}: {
  value: number
  from: number
  to: number
}): number | null => {
  const rescaled = to >= from ? value * 10 ** (to - from) : value / 10 ** (from - to)
  return Number.isSafeInteger(rescaled) ? (rescaled === 0 ? 0 : rescaled) : null
}

const refuseGranularity = (currency: CurrencyCode): Result<never, Failure> =>
  refuse<Failure>({
    kind: 'input',
    code: 'amount-not-payable-online',
    message: `This amount of ${currency} cannot be charged exactly online. Offer a bank transfer.`,
  })
