import {
  type CurrencyCode,
  type Day,
  exponentOf,
  type Instant,
  type Ratio,
} from '#plugins/kernel/domain'
import type { HoursCode } from './earn-code'
import type { ThresholdScope } from './rule-sets'

/** One step of the reckoning behind a line, with all figures to repeat it by hand. */
export type TraceStep =
  | {
      kind: 'worked'
      rule: string
      code: HoursCode
      /** The workday that the minutes belong to. */
      day: Day
      from: Instant
      to: Instant
      minutes: number
      /** The threshold that was passed; null for straight time. */
      threshold: { scope: ThresholdScope; afterMinutes: number } | null
      /** Minutes worked on that workday before and after these. */
      dayMinutes: RunningTotal
      /** Straight-time minutes of the workweek before and after these. */
      straightMinutes: RunningTotal
    }
  | {
      kind: 'regular-rate'
      rule: string
      parts: readonly RemunerationPart[]
      workedMinutes: number
      /** Rounded for reading; the line's ratio holds the exact rate. */
      regularRateE4: number
      /** The multiple of the regular rate that these hours are paid at. */
      multiplier: Ratio
      /** A flat-sum bonus that is spread over the hours without overtime only. */
      flatSum: { amountMinor: number; nonOvertimeMinutes: number } | null
    }
  | { kind: 'differential'; reason: 'terms' | 'night'; minutes: number }
  | { kind: 'bonus'; bonusId: string; bonusKind: BonusKind; amountMinor: number }
  | { kind: 'not-worked'; code: 'HOLIDAY' | 'PTO'; minutes: number }
  | { kind: 'break-premium'; rule: string; day: Day; reason: string }
  | {
      kind: 'overtime-billing'
      policy: OvertimeBilling
      code: HoursCode
      /** Minutes of overtime that only the hours at several placements together make. */
      pooledMinutes: number
      /** Of these, billed to this placement. */
      billedMinutes: number
      placementMinutes: number
      totalMinutes: number
    }
  | {
      /** Paid as overtime for hours at several placements together, billed at the lower code. */
      kind: 'overtime-absorbed'
      paidCode: HoursCode
      billedCode: HoursCode
    }
  | {
      kind: 'amount'
      minutes: number
      rateE4: number
      ratio: Ratio
      amountMinor: number
      currency: CurrencyCode
    }
  | { kind: 'reversal'; of: string }

export type RunningTotal = { before: number; after: number }

export type RemunerationPart =
  | { kind: 'hours'; placementId: string; minutes: number; rateE4: number }
  | { kind: 'differential'; placementId: string; minutes: number; rateE4: number }
  | { kind: 'bonus'; bonusId: string; amountMinor: number }

/** A production bonus follows output; a flat-sum bonus is the same however long one works. */
export type BonusKind = 'production' | 'flat-sum'

/**
 * Who is billed for overtime that arises only because one worker's hours at several placements are
 * added up: the placement whose hours crossed the threshold, all by their hours, or nobody.
 */
export type OvertimeBilling = 'last-worked' | 'pro-rata' | 'absorb'

/** The reckoning in plain English, one sentence per step, for the payroll clerk. */
export const explainTrace = ({
  trace,
  currency,
}: {
  trace: readonly TraceStep[]
  currency: CurrencyCode
}): string[] => trace.map((step) => explainStep({ step, currency }))

const explainStep = ({ step, currency }: { step: TraceStep; currency: CurrencyCode }): string => {
  switch (step.kind) {
    case 'worked':
      return [
        `${step.day}: ${hours(step.minutes)} ${step.code} (${step.rule})`,
        step.threshold
          ? `past ${hours(step.threshold.afterMinutes)} ${scopeNames[step.threshold.scope]}`
          : 'straight time',
        `day ${hours(step.dayMinutes.before)} → ${hours(step.dayMinutes.after)}`,
        `week's straight time ${hours(step.straightMinutes.before)} → ${hours(step.straightMinutes.after)}`,
      ].join('; ')
    case 'regular-rate':
      return [
        `Regular rate (${step.rule}): (${step.parts.map((part) => explainPart({ part, currency })).join(' + ')})`,
        ` / ${hours(step.workedMinutes)}`,
        step.flatSum
          ? ` + ${amount({ amountMinor: step.flatSum.amountMinor, currency })} / ${hours(step.flatSum.nonOvertimeMinutes)} without overtime`
          : '',
        ` = ${rate(step.regularRateE4)}; multiplier ${fraction(step.multiplier)}`,
      ].join('')
    case 'differential':
      return `${hours(step.minutes)} with a ${step.reason === 'night' ? 'night' : 'shift'} differential`
    case 'bonus':
      return `Bonus ${amount({ amountMinor: step.amountMinor, currency })} (${step.bonusKind})`
    case 'not-worked':
      return `${hours(step.minutes)} paid but not worked: not counted towards overtime`
    case 'break-premium':
      return `${step.day}: ${step.reason} (${step.rule})`
    case 'overtime-billing':
      return [
        `${hours(step.pooledMinutes)} ${step.code} arise from all placements together`,
        `billed by ${step.policy}: ${hours(step.billedMinutes)} here`,
        `(${hours(step.placementMinutes)} of ${hours(step.totalMinutes)} worked)`,
      ].join('; ')
    case 'overtime-absorbed':
      return `Paid as ${step.paidCode} for hours at several placements together; billed as ${step.billedCode}`
    case 'amount':
      return step.minutes === 0
        ? `= ${amount(step)} ${step.currency}`
        : `${hours(step.minutes)} × ${rate(step.rateE4)} × ${fraction(step.ratio)} = ${amount(step)} ${step.currency}`
    case 'reversal':
      return `Reverses ${step.of}`
  }
}

const scopeNames: Record<ThresholdScope, string> = {
  workday: 'a day',
  workweek: 'a week',
  'seventh-day': 'on the seventh day',
}

const explainPart = ({
  part,
  currency,
}: {
  part: RemunerationPart
  currency: CurrencyCode
}): string =>
  part.kind === 'bonus'
    ? amount({ amountMinor: part.amountMinor, currency })
    : `${hours(part.minutes)} × ${rate(part.rateE4)}`

const hours = (minutes: number): string => {
  const whole = Math.abs(minutes)
  return `${minutes < 0 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} h`
}

const rate = (rateE4: number): string => decimal({ value: rateE4, digits: 4 })

const amount = ({
  amountMinor,
  currency,
}: {
  amountMinor: number
  currency: CurrencyCode
}): string => decimal({ value: amountMinor, digits: exponentOf(currency) })

const fraction = ({ num, den }: Ratio): string => (den === 1 ? String(num) : `${num}/${den}`)

const decimal = ({ value, digits }: { value: number; digits: number }): string => {
  const plain = Math.abs(value)
    .toString()
    .padStart(digits + 1, '0')
  const whole = plain.slice(0, plain.length - digits)
  const sign = value < 0 ? '-' : ''
  return digits === 0 ? `${sign}${plain}` : `${sign}${whole}.${plain.slice(plain.length - digits)}`
}
