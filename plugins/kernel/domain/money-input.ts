import { type Money, money } from './money-arithmetic'
import { type CurrencyCode, exponentOf } from './money-currencies'
import { type Failure, ok, type Result, refuse } from './result'

export type DecimalSeparator = '.' | ','

/**
 * Reads an amount as a person types it: '1,234.56', '12.5', '1 234', '-3'. Groups of thousands may
 * be set off by the other separator, a space or an apostrophe. Refuses what is ambiguous, finer
 * than the currency's minor unit, or too large; never rounds.
 */
export const parseMoney = ({
  text,
  currency,
  decimalSeparator = '.',
}: {
  text: string
  currency: CurrencyCode
  decimalSeparator?: DecimalSeparator
}): Result<Money, Failure> => {
  const digits = exponentOf(currency)
  const scaled = parseScaled({ text, digits, decimalSeparator })
  return scaled.ok ? ok(money({ amountMinor: scaled.value, currency })) : scaled
}

/**
 * Reads an hourly rate or unit price as a person types it, up to four decimals, into 1/10,000 of
 * the major unit: '42.50' is 425000. Refuses a negative rate.
 */
export const rateE4FromInput = ({
  text,
  decimalSeparator = '.',
}: {
  text: string
  decimalSeparator?: DecimalSeparator
}): Result<number, Failure> => {
  const scaled = parseScaled({ text, digits: 4, decimalSeparator })
  if (scaled.ok && scaled.value < 0) {
    return refuseAmount({ code: 'negative-rate', message: 'A rate cannot be negative.' })
  }
  return scaled
}

const numberForms: Record<DecimalSeparator, RegExp> = {
  '.': /^([+-]?)(\d+|\d{1,3}([\s'’,])\d{3}(?:\3\d{3})*)(?:\.(\d*))?$/u,
  ',': /^([+-]?)(\d+|\d{1,3}([\s'’.])\d{3}(?:\3\d{3})*)(?:,(\d*))?$/u,
}

const parseScaled = ({
  text,
  digits,
  decimalSeparator,
}: {
  text: string
  digits: number
  decimalSeparator: DecimalSeparator
}): Result<number, Failure> => {
  const match = numberForms[decimalSeparator].exec(text.trim())
  if (!match) return refuseNumber(decimalSeparator)
  const [, sign = '', whole = '', , fraction = ''] = match
  const significant = fraction.replace(/(?<!0)0+$/, '')
  if (significant.length > digits) {
    return refuseAmount({
      code: 'too-many-decimals',
      message:
        digits === 0 ? 'Enter a whole number.' : `Enter at most ${digits} digits after the point.`,
    })
  }
  const unscaled = BigInt(whole.replace(/\D/g, '') + significant.padEnd(digits, '0'))
  if (unscaled > BigInt(Number.MAX_SAFE_INTEGER)) {
    return refuseAmount({ code: 'amount-too-large', message: 'This amount is too large.' })
  }
  const value = Number(unscaled)
  return ok(sign === '-' && value !== 0 ? -value : value)
}

const refuseNumber = (decimalSeparator: DecimalSeparator): Result<never, Failure> =>
  refuseAmount({
    code: 'not-a-number',
    message: `Enter a number such as ${decimalSeparator === '.' ? '1,234.56' : '1.234,56'}.`,
  })

const refuseAmount = ({
  code,
  message,
}: {
  code: string
  message: string
}): Result<never, Failure> => refuse<Failure>({ kind: 'input', code, message })
