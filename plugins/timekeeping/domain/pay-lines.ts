import { type CurrencyCode, instantAt, type Ratio, wholeRatio } from '#plugins/kernel/domain'
import type { ClassifiedStretch } from './classify'
import type { LinePiece } from './evaluated-line'
import {
  addRates,
  asRateAndRatio,
  exactRate,
  nightMinutesOf,
  premiumRate,
  type RegularRate,
  regularRateStep,
  type WeekBonus,
} from './regular-rate'
import { type RuleSet, ruleSetName } from './rule-sets'
import type { TraceStep } from './trace'

/** Time that is paid but not worked: never counted towards overtime (29 CFR 778.218-219). */
export type PaidAbsence = {
  placementId: string
  timesheetId: string
  code: 'HOLIDAY' | 'PTO'
  minutes: number
  payRateE4: number
  /** What the client pays for it; null when the agency bears it. */
  bill: { rateE4: number; currency: CurrencyCode } | null
}

/**
 * The pay for worked hours: straight time at the agreed rate; a premium hour as one line of its
 * straight pay plus the premium on the week's regular rate, kept as one exact ratio.
 */
export const hourPayPieces = ({
  hours,
  regularRate,
  ruleSet,
}: {
  hours: readonly ClassifiedStretch[]
  regularRate: RegularRate | null
  ruleSet: RuleSet
}): LinePiece<'pay'>[] =>
  hours.map((stretch) => {
    const { pay } = stretch.entry.terms
    const { rateE4, ratio } = payRateOf({ stretch, regularRate })
    const trace: TraceStep[] = [workedStep(stretch)]
    if (stretch.threshold && regularRate) {
      trace.push(regularRateStep({ regularRate, multiplier: stretch.ratio }))
    }
    return {
      side: 'pay',
      placementId: stretch.entry.placementId,
      timesheetId: stretch.entry.timesheetId,
      earnCode: stretch.code,
      minutes: stretch.minutes,
      rateE4,
      ratio,
      currency: pay.currency,
      ruleSet: ruleSetName(ruleSet),
      trace,
    }
  })

/** Shift and night differentials of one side, each worked minute once per differential. */
export const differentialPieces = <Side extends 'pay' | 'bill'>({
  hours,
  side,
  ruleSet,
}: {
  hours: readonly ClassifiedStretch[]
  side: Side
  ruleSet: RuleSet
}): LinePiece<Side>[] =>
  hours.flatMap((stretch) => {
    const { terms, placementId, timesheetId } = stretch.entry
    const nightRateE4 = side === 'pay' ? terms.night?.payRateE4 : terms.night?.billRateE4
    const candidates = [
      {
        reason: 'terms' as const,
        minutes: stretch.minutes,
        rateE4: terms[side].differentialE4,
      },
      { reason: 'night' as const, minutes: nightMinutesOf(stretch), rateE4: nightRateE4 ?? 0 },
    ]
    return candidates
      .filter(({ minutes, rateE4 }) => minutes > 0 && rateE4 !== 0)
      .map(
        ({ reason, minutes, rateE4 }): LinePiece<Side> => ({
          side,
          placementId,
          timesheetId,
          earnCode: 'DIFF',
          minutes,
          rateE4,
          ratio: wholeRatio,
          currency: terms[side].currency,
          ruleSet: ruleSetName(ruleSet),
          trace: [workedStep(stretch), { kind: 'differential', reason, minutes }],
        }),
      )
  })

/** Bonuses and paid absences as they are paid. */
export const otherPayPieces = ({
  bonuses,
  absences,
  ruleSet,
  currency,
}: {
  bonuses: readonly WeekBonus[]
  absences: readonly PaidAbsence[]
  ruleSet: RuleSet
  currency: CurrencyCode
}): LinePiece<'pay'>[] => [
  ...bonuses.map(
    ({ bonusId, kind, placementId, timesheetId, amountMinor }): LinePiece<'pay'> => ({
      side: 'pay',
      placementId,
      timesheetId,
      earnCode: 'BONUS',
      minutes: 0,
      rateE4: 0,
      ratio: wholeRatio,
      currency,
      flatAmountMinor: amountMinor,
      ruleSet: ruleSetName(ruleSet),
      trace: [{ kind: 'bonus', bonusId, bonusKind: kind, amountMinor }],
    }),
  ),
  ...absences.map(
    ({ placementId, timesheetId, code, minutes, payRateE4 }): LinePiece<'pay'> => ({
      side: 'pay',
      placementId,
      timesheetId,
      earnCode: code,
      minutes,
      rateE4: payRateE4,
      ratio: wholeRatio,
      currency,
      ruleSet: ruleSetName(ruleSet),
      trace: [{ kind: 'not-worked', code, minutes }],
    }),
  ),
]

/** The trace step of a classified stretch. */
export const workedStep = (stretch: ClassifiedStretch): TraceStep => ({
  kind: 'worked',
  rule: stretch.threshold?.rule ?? 'straight-time',
  code: stretch.code,
  day: stretch.day,
  from: instantAt(stretch.startMs),
  to: instantAt(stretch.endMs),
  minutes: stretch.minutes,
  threshold: stretch.threshold && {
    scope: stretch.threshold.scope,
    afterMinutes: stretch.threshold.afterMinutes,
  },
  dayMinutes: stretch.dayMinutes,
  straightMinutes: stretch.straightMinutes,
})

const payRateOf = ({
  stretch,
  regularRate,
}: {
  stretch: ClassifiedStretch
  regularRate: RegularRate | null
}): { rateE4: number; ratio: Ratio } => {
  const { rateE4 } = stretch.entry.terms.pay
  if (!stretch.threshold || !regularRate) return { rateE4, ratio: wholeRatio }
  return asRateAndRatio({
    exact: addRates({
      left: exactRate(rateE4),
      right: premiumRate({ regularRate, multiplier: stretch.ratio }),
    }),
    preferredE4: rateE4,
  })
}
