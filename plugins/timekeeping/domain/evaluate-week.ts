import { type CurrencyCode, type Failure, ok, type Result, refuse } from '#plugins/kernel/domain'
import { hourBillPieces, otherBillPieces } from './bill-lines'
import { breakPremiumPieces, breakPremiumsOf, type MissedBreak } from './break-premiums'
import { classify } from './classify'
import { type BillLine, linesFromPieces, type PayLine } from './evaluated-line'
import type { MealWaivers } from './meals'
import { differentialPieces, hourPayPieces, otherPayPieces, type PaidAbsence } from './pay-lines'
import { regularRateOf, type WeekBonus } from './regular-rate'
import type { RoundingPolicy } from './rounding'
import { type RuleSet, ruleSetName } from './rule-sets'
import { summaryOf, type WeekSummary } from './week-summary'
import { inWords, type PreparedEntry, prepareEntry, type WorkedEntry } from './worked-entry'
import { splitIntoWorkdays, type Workweek } from './workweek'

/**
 * One worker's week at one employing legal entity, over all placements. `entries` are all approved
 * entries that touch the week; time before or after it is left to its own week. `around` are entries
 * of the weeks beside it: they are neither paid nor billed here, but a workday that lies over the
 * border of the employer's week counts all its hours, and a seventh day the six before it.
 */
export type WeekInput = {
  ruleSet: RuleSet
  workweek: Workweek
  payCurrency: CurrencyCode
  entries: readonly WorkedEntry[]
  around?: readonly WorkedEntry[]
  bonuses?: readonly WeekBonus[]
  absences?: readonly PaidAbsence[]
  missedBreaks?: readonly MissedBreak[]
  mealWaivers?: MealWaivers
  rounding?: RoundingPolicy | null
}

export type WeekEvaluation = {
  ruleSet: string
  payLines: PayLine[]
  billLines: BillLine[]
  summary: WeekSummary
  /** Exact minutes beside the rounded ones that are paid, for each entry. */
  entries: { entryId: string; exactMinutes: number; paidMinutes: number }[]
}

/**
 * Reckons pay and billing of a week: worked intervals, split at the borders of day and week, less
 * breaks, rounded where allowed, classified, rated, and charged to both sides with a trace per
 * line. The same input gives the same lines. Refuses overlapping entries, a second pay currency,
 * and rounding where the rule set forbids it. Legal rules need review by counsel before use.
 */
export const evaluateWeek = ({
  ruleSet,
  workweek,
  payCurrency,
  entries,
  around = [],
  bonuses = [],
  absences = [],
  missedBreaks = [],
  mealWaivers = { first: false, second: false },
  rounding = null,
}: WeekInput): Result<WeekEvaluation, Failure> => {
  if (rounding && !ruleSet.isRoundingAllowed) {
    return refuseWeek({
      code: 'rounding-not-allowed',
      message: `${ruleSet.label.en} does not allow rounded punches. Turn rounding off.`,
    })
  }
  const foreign = entries.find(({ terms }) => terms.pay.currency !== payCurrency)
  if (foreign) {
    return refuseWeek({
      code: 'mixed-pay-currencies',
      message: `Hours of this week are paid in ${payCurrency} and in ${foreign.terms.pay.currency}. A worker is paid in one currency by one employer: correct the terms of one placement.`,
    })
  }
  const allPrepared = prepareAll({ entries, rounding })
  if (!allPrepared.ok) return allPrepared
  const prepared = allPrepared.value
  const preparedAround = prepareAll({ entries: around, rounding })
  if (!preparedAround.ok) return preparedAround
  const overlap = firstOverlap(prepared)
  if (overlap) return overlap

  const { stretches, earlier, outsideMinutes } = splitIntoWorkdays({
    entries: prepared,
    around: preparedAround.value,
    workweek,
  })
  const hours = classify({ stretches, earlier, workweek, ruleSet })
  const regularRate = regularRateOf({ hours, bonuses, ruleSet, currency: payCurrency })
  const premiums = breakPremiumsOf({
    entries: [...prepared, ...preparedAround.value].sort(byStart),
    reported: missedBreaks,
    workweek,
    ruleSet,
    waivers: mealWaivers,
  })
  const payLines = linesFromPieces([
    ...hourPayPieces({ hours, regularRate, ruleSet }),
    ...differentialPieces({ hours, side: 'pay', ruleSet }),
    ...otherPayPieces({ bonuses, absences, ruleSet, currency: payCurrency }),
    ...breakPremiumPieces({ premiums, regularRate, ruleSet, currency: payCurrency }),
  ])
  const billLines = linesFromPieces([
    ...hourBillPieces({ hours, stretches, earlier, workweek, ruleSet }),
    ...differentialPieces({ hours, side: 'bill', ruleSet }),
    ...otherBillPieces({
      bonuses,
      absences,
      termsOf: (placementId) => entries.find((entry) => entry.placementId === placementId)?.terms,
      ruleSet,
    }),
  ])
  return ok({
    ruleSet: ruleSetName(ruleSet),
    payLines,
    billLines,
    summary: summaryOf({ hours, regularRate, payLines, outsideMinutes, currency: payCurrency }),
    entries: prepared.map(({ entry, exactMinutes, paidMinutes }) => ({
      entryId: entry.entryId,
      exactMinutes,
      paidMinutes,
    })),
  })
}

const prepareAll = ({
  entries,
  rounding,
}: {
  entries: readonly WorkedEntry[]
  rounding: RoundingPolicy | null
}): Result<PreparedEntry[], Failure> => {
  const prepared: PreparedEntry[] = []
  for (const entry of entries) {
    const result = prepareEntry({ entry, rounding })
    if (!result.ok) return result
    prepared.push(result.value)
  }
  return ok(prepared.sort(byStart))
}

const byStart = (a: PreparedEntry, b: PreparedEntry): number =>
  (a.trueIntervals[0]?.startMs ?? 0) - (b.trueIntervals[0]?.startMs ?? 0)

const firstOverlap = (sorted: readonly PreparedEntry[]): Result<never, Failure> | null => {
  const spans = sorted.flatMap(({ entry, trueIntervals, paidIntervals }) =>
    [trueIntervals, paidIntervals].map((intervals) => ({ entry, intervals })),
  )
  for (const [index, { entry, intervals }] of spans.entries()) {
    for (const other of spans.slice(index + 1)) {
      if (other.entry === entry) continue
      const overlaps = intervals.some((left) =>
        other.intervals.some((right) => left.startMs < right.endMs && right.startMs < left.endMs),
      )
      if (overlaps) {
        return refuseWeek({
          code: 'overlapping-entries',
          message: `The hours ${inWords(entry)} and ${inWords(other.entry)} overlap. Correct one of them.`,
        })
      }
    }
  }
  return null
}

const refuseWeek = ({ code, message }: { code: string; message: string }): Result<never, Failure> =>
  refuse<Failure>({ kind: 'state', code, message })
