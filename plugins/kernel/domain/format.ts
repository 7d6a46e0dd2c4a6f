import { type CurrencyCode, exponentOf, type Money } from './money'
import type { Day, Instant, Zone } from './time'

/** An amount as people of the locale write it, with the digits of ISO 4217, exact at any size. */
export const formatMoney = ({ amount, locale }: { amount: Money; locale: string }): string => {
  const exponent = exponentOf(amount.currency)
  return formatDecimal({
    decimal: decimalOf({ value: BigInt(amount.amountMinor), digits: exponent }),
    currency: amount.currency,
    locale,
    digits: { least: exponent, most: exponent },
  })
}

/** A price in 1/10,000 of the major unit, with as many decimals as it needs. */
export const formatRate = ({
  rateE4,
  currency,
  locale,
}: {
  rateE4: number
  currency: CurrencyCode
  locale: string
}): string =>
  formatDecimal({
    decimal: decimalOf({ value: BigInt(rateE4), digits: 4 }),
    currency,
    locale,
    digits: { least: exponentOf(currency), most: 4 },
  })

/** Minutes as hours and minutes, '37:15': exact, where decimal hours would have to be rounded. */
export const formatMinutes = (minutes: number): string => {
  const whole = Math.trunc(Math.abs(minutes) / 60)
  const rest = String(Math.abs(minutes) % 60).padStart(2, '0')
  return `${minutes < 0 ? '−' : ''}${whole}:${rest}`
}

/** A premium that a rate is multiplied with: '1.5', or '4/3' when decimals would not be exact. */
export const formatRatio = ({
  ratio: { num, den },
  locale,
}: {
  ratio: { num: number; den: number }
  locale: string
}): string =>
  (num * 10_000) % den === 0
    ? new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(num / den)
    : `${num}/${den}`

/** A tax rate or share in basis points, '19%'. */
export const formatBasisPoints = ({
  basisPoints,
  locale,
}: {
  basisPoints: number
  locale: string
}): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  )

/** A calendar day, 'March 8, 2026'; a day has no zone and gets none. */
export const formatDay = ({ day, locale }: { day: Day; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** The name of a calendar day, 'Sunday'. */
export const formatWeekday = ({ day, locale }: { day: Day; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** A calendar day where the year is clear, 'March 8'. */
export const formatShortDay = ({ day, locale }: { day: Day; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** The short name of a day's month, 'Mar'. */
export const formatMonth = ({ day, locale }: { day: Day; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** A month of a year, 'YYYY-MM', as a heading: 'November 2026'. */
export const formatMonthAndYear = ({ month, locale }: { month: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

/** A time of the clock at work, '14:30', as people of the locale write it: '2:30 PM'. */
export const formatClock = ({ time, locale }: { time: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`1970-01-01T${time}:00Z`),
  )

/** From when to when on the clock of a zone, with weekday and zone: 'Sun, March 8, 2026, 9:00 – 10:00 AM EDT'. */
export const formatSpan = ({
  from,
  to,
  locale,
  zone,
}: {
  from: Instant
  to: Instant
  locale: string
  zone: Zone
}): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: hourDigits(locale),
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).formatRange(new Date(from), new Date(to))

/** A moment on the clock of a zone, with the zone named. */
export const formatInstant = ({
  instant,
  locale,
  zone,
}: {
  instant: Instant
  locale: string
  zone: Zone
}): string =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: hourDigits(locale),
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(new Date(instant))

/** '9:30 AM' on a clock of twelve hours, '09:30' on one of twenty-four. */
const hourDigits = (locale: string): 'numeric' | '2-digit' =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12
    ? 'numeric'
    : '2-digit'

const formatDecimal = ({
  decimal,
  currency,
  locale,
  digits,
}: {
  decimal: `${number}`
  currency: string
  locale: string
  digits: { least: number; most: number }
}): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits.least,
    maximumFractionDigits: digits.most,
  }).format(decimal)

/** 123456n with 2 digits is '1234.56': a text, because a number of this size may not be exact. */
const decimalOf = ({ value, digits }: { value: bigint; digits: number }): `${number}` => {
  const sign = value < 0n ? '-' : ''
  const magnitude = value < 0n ? -value : value
  const scale = 10n ** BigInt(digits)
  const whole = `${sign}${magnitude / scale}`
  if (digits === 0) return asNumeral(whole)
  const fraction = String(magnitude % scale).padStart(digits, '0')
  return asNumeral(`${whole}.${fraction}`)
}

const isNumeral = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

const asNumeral = (text: string): `${number}` => {
  if (!isNumeral(text)) throw new TypeError(`${text} is not a decimal`)
  return text
}
