import { allocateWhole, type Ratio, wholeRatio } from '#plugins/kernel/domain'
import { type ClassifiedStretch, classify, sliceClassified } from './classify'
import type { HoursCode } from './earn-code'
import type { LinePiece } from './evaluated-line'
import { type PaidAbsence, workedStep } from './pay-lines'
import type { WeekBonus } from './regular-rate'
import { type RuleSet, ruleSetName } from './rule-sets'
import type { TraceStep } from './trace'
import { intersection, minuteMs } from './work-interval'
import type { WorkTerms } from './worked-entry'
import type { Stretch, Workweek } from './workweek'

/**
 * What clients are billed for worked hours. Overtime that a placement's own hours make is always
 * billed to it at its multipliers. Overtime that arises only because hours at several placements
 * are added up is billed by each placement's terms: `last-worked` bills it where it was worked;
 * `pro-rata` placements each bear their share by hours of what is left; `absorb` bears none. What
 * nobody bears is billed as straight time. Each worked minute is billed exactly once.
 */
export const hourBillPieces = ({
  hours,
  stretches,
  earlier,
  workweek,
  ruleSet,
}: {
  hours: readonly ClassifiedStretch[]
  stretches: readonly Stretch[]
  /** Time before the week that its workdays count. */
  earlier: readonly Stretch[]
  workweek: Workweek
  ruleSet: RuleSet
}): LinePiece<'bill'>[] => {
  const judged = withOwnCodes({ hours, stretches, earlier, workweek, ruleSet })
  const billed = judged.map(
    ({ own, combined }): BilledPiece => ({
      hour: combined,
      code: combined.entry.terms.overtimeBilling === 'last-worked' ? combined.code : own.code,
      share: null,
    }),
  )
  return shareByHours({ judged, billed }).map((piece) => billPiece({ piece, ruleSet }))
}

/** Bonuses and paid absences that clients take over. */
export const otherBillPieces = ({
  bonuses,
  absences,
  termsOf,
  ruleSet,
}: {
  bonuses: readonly WeekBonus[]
  absences: readonly PaidAbsence[]
  termsOf: (placementId: string) => WorkTerms | undefined
  ruleSet: RuleSet
}): LinePiece<'bill'>[] => [
  ...bonuses.flatMap((bonus): LinePiece<'bill'>[] => {
    const currency = termsOf(bonus.placementId)?.bill.currency
    if (bonus.billAmountMinor === 0 || !currency) return []
    const { bonusId, kind, placementId, timesheetId, billAmountMinor } = bonus
    return [
      {
        side: 'bill',
        placementId,
        timesheetId,
        earnCode: 'BONUS',
        minutes: 0,
        rateE4: 0,
        ratio: wholeRatio,
        currency,
        flatAmountMinor: billAmountMinor,
        ruleSet: ruleSetName(ruleSet),
        trace: [{ kind: 'bonus', bonusId, bonusKind: kind, amountMinor: billAmountMinor }],
      },
    ]
  }),
  ...absences.flatMap(({ bill, code, minutes, placementId, timesheetId }): LinePiece<'bill'>[] =>
    bill
      ? [
          {
            side: 'bill',
            placementId,
            timesheetId,
            earnCode: code,
            minutes,
            rateE4: bill.rateE4,
            ratio: wholeRatio,
            currency: bill.currency,
            ruleSet: ruleSetName(ruleSet),
            trace: [{ kind: 'not-worked', code, minutes }],
          },
        ]
      : [],
  ),
]

type JudgedHour = { combined: ClassifiedStretch; own: ClassifiedStretch }

type OvertimeShare = Extract<TraceStep, { kind: 'overtime-billing' }>

type BilledPiece = {
  hour: ClassifiedStretch
  code: HoursCode
  share: OvertimeShare | null
}

const withOwnCodes = ({
  hours,
  stretches,
  earlier,
  workweek,
  ruleSet,
}: {
  hours: readonly ClassifiedStretch[]
  stretches: readonly Stretch[]
  earlier: readonly Stretch[]
  workweek: Workweek
  ruleSet: RuleSet
}): JudgedHour[] => {
  const placementIds = new Set(stretches.map(({ entry }) => entry.placementId))
  const ownHours = [...placementIds].flatMap((placementId) =>
    classify({
      stretches: stretches.filter(({ entry }) => entry.placementId === placementId),
      earlier: earlier.filter(({ entry }) => entry.placementId === placementId),
      workweek,
      ruleSet,
    }),
  )
  return hours.flatMap((hour) =>
    ownHours.flatMap((own) => {
      const shared = intersection({ left: hour, right: own })
      if (!shared) return []
      return [{ own, combined: sliceClassified({ stretch: hour, ...shared }) }]
    }),
  )
}

const shareByHours = ({
  judged,
  billed,
}: {
  judged: readonly JudgedHour[]
  billed: readonly BilledPiece[]
}): BilledPiece[] => {
  const workedBy = minutesByPlacement(judged)
  const totalMinutes = [...workedBy.values()].reduce((sum, { minutes }) => sum + minutes, 0)
  let pieces = [...billed]
  for (const { from, to } of upgrades) {
    const pooledMinutes = judged
      .filter(
        ({ own, combined }) =>
          combined.entry.terms.overtimeBilling !== 'last-worked' &&
          own.code === from &&
          combined.code === to,
      )
      .reduce((sum, { combined }) => sum + combined.minutes, 0)
    if (pooledMinutes === 0) continue
    const shares = allocateWhole({
      total: pooledMinutes,
      weights: [...workedBy.values()].map(({ minutes }) => minutes),
    })
    for (const [index, [placementId, { minutes, policy }]] of [...workedBy].entries()) {
      if (policy !== 'pro-rata') continue
      pieces = upgradeLatest({
        pieces,
        placementId,
        from,
        to,
        wanted: shares[index] ?? 0,
        share: { policy, code: to, pooledMinutes, placementMinutes: minutes, totalMinutes },
      })
    }
  }
  return pieces
}

const upgrades: readonly { from: HoursCode; to: HoursCode }[] = [
  { from: 'OT', to: 'DT' },
  { from: 'REG', to: 'DT' },
  { from: 'REG', to: 'OT' },
]

const minutesByPlacement = (judged: readonly JudgedHour[]) => {
  const workedBy = new Map<string, { minutes: number; policy: WorkTerms['overtimeBilling'] }>()
  for (const { combined } of judged) {
    const { placementId, terms } = combined.entry
    workedBy.set(placementId, {
      minutes: (workedBy.get(placementId)?.minutes ?? 0) + combined.minutes,
      policy: terms.overtimeBilling,
    })
  }
  return workedBy
}

/** Turns a placement's last minutes of one code into another, as far as there are any. */
const upgradeLatest = ({
  pieces,
  placementId,
  from,
  to,
  wanted,
  share,
}: {
  pieces: readonly BilledPiece[]
  placementId: string
  from: HoursCode
  to: HoursCode
  wanted: number
  share: Omit<OvertimeShare, 'kind' | 'billedMinutes'>
}): BilledPiece[] => {
  const isMeant = ({ hour, code }: BilledPiece) =>
    hour.entry.placementId === placementId && code === from
  const available = pieces.filter(isMeant).reduce((sum, { hour }) => sum + hour.minutes, 0)
  const billedMinutes = Math.min(wanted, available)
  let left = billedMinutes
  const upgraded: BilledPiece[] = []
  for (const piece of [...pieces].reverse()) {
    const { hour } = piece
    const taken = isMeant(piece) ? Math.min(left, hour.minutes) : 0
    left -= taken
    const cutMs = hour.endMs - taken * minuteMs
    if (taken > 0) {
      upgraded.push({
        hour: sliceClassified({ stretch: hour, startMs: cutMs, endMs: hour.endMs }),
        code: to,
        share: { kind: 'overtime-billing', ...share, billedMinutes },
      })
    }
    if (taken < hour.minutes) {
      upgraded.push({
        ...piece,
        hour: sliceClassified({ stretch: hour, startMs: hour.startMs, endMs: cutMs }),
      })
    }
  }
  return upgraded.reverse()
}

const billPiece = ({
  piece: { hour, code, share },
  ruleSet,
}: {
  piece: BilledPiece
  ruleSet: RuleSet
}): LinePiece<'bill'> => ({
  side: 'bill',
  placementId: hour.entry.placementId,
  timesheetId: hour.entry.timesheetId,
  earnCode: code,
  minutes: hour.minutes,
  rateE4: hour.entry.terms.bill.rateE4,
  ratio: billRatio({ code, terms: hour.entry.terms }),
  currency: hour.entry.terms.bill.currency,
  ruleSet: ruleSetName(ruleSet),
  trace: [workedStep(hour), ...billingSteps({ hour, code, share })],
})

const billingSteps = ({ hour, code, share }: BilledPiece): TraceStep[] => {
  if (share) return [share]
  if (code === hour.code) return []
  return [{ kind: 'overtime-absorbed', paidCode: hour.code, billedCode: code }]
}

const billRatio = ({ code, terms }: { code: HoursCode; terms: WorkTerms }): Ratio => {
  switch (code) {
    case 'REG':
      return wholeRatio
    case 'OT':
      return terms.bill.overtime
    case 'DT':
      return terms.bill.doubleTime
  }
}
