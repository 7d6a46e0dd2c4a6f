import { minorDigitsOf } from './money-currencies'

/** Decimals of a stored whole number: of the currency's minor unit, or those the field names. */
export const scaleOf = ({
  custom,
  currency,
}: {
  custom: Record<string, unknown> | undefined
  currency: unknown
}): number => (custom?.isMinor === true ? minorDigitsOf(currency) : Number(custom?.scale ?? 2))

/** A whole number of the smallest unit as text: at least two decimals, no trailing zeros beyond. */
export const formatScaled = ({ value, scale }: { value: number | null; scale: number }): string => {
  if (value === null || !Number.isFinite(value)) return ''
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(Math.trunc(value))).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale)
  const shown = fraction.slice(0, 2) + fraction.slice(2).replace(/(?<!0)0+$/, '')
  return shown === '' ? `${sign}${whole}` : `${sign}${whole}.${shown}`
}

/** The other way; null when it is no number of at most that many decimals. */
export const parseScaled = ({ text, scale }: { text: string; scale: number }): number | null => {
  const plain = text.trim().replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '')
  const match = /^(-?)(\d+)(?:[.](\d+))?$/.exec(plain)
  if (!match) return null
  const [, sign = '', whole = '0', fraction = ''] = match
  if (fraction.length > scale) return null
  const value = Number(whole + fraction.padEnd(scale, '0'))
  return Number.isSafeInteger(value) ? (sign ? -value : value) : null
}
