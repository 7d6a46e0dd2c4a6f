import { type CurrencyCode, multiplyRate, type Ratio, reduceRatio } from '#plugins/kernel/domain'
import type { EarnCode } from './earn-code'
import type { TraceStep } from './trace'

export type LineSide = 'pay' | 'bill'

/**
 * One evaluated line. For all but BONUS, `amountMinor` is `minutes` × `rateE4` (1/10,000 of the
 * major unit per hour) × `ratio`, rounded once, half away from zero; a BONUS is a plain amount.
 */
export type EvaluatedLine<Side extends LineSide> = {
  side: Side
  /** Same placement, sheet, code, rate, ratio and rules: same key, at every evaluation. */
  key: string
  placementId: string
  timesheetId: string
  earnCode: EarnCode
  minutes: number
  rateE4: number
  ratio: Ratio
  amountMinor: number
  currency: CurrencyCode
  /** Id and version of the rule set: 'us-federal@1'. */
  ruleSet: string
  trace: readonly TraceStep[]
}

export type PayLine = EvaluatedLine<'pay'>
export type BillLine = EvaluatedLine<'bill'>

/** What is known of a line before pieces of one key are added up and rounded. */
export type LinePiece<Side extends LineSide> = Omit<
  EvaluatedLine<Side>,
  'key' | 'amountMinor' | 'trace'
> & {
  /** Only for BONUS. */
  flatAmountMinor?: number
  trace: readonly TraceStep[]
}

/** Adds up the pieces of each key, in order of first appearance, and rounds each line once. */
export const linesFromPieces = <Side extends LineSide>(
  pieces: readonly LinePiece<Side>[],
): EvaluatedLine<Side>[] => {
  const groups = new Map<string, LinePiece<Side>[]>()
  for (const piece of pieces) {
    const key = lineKey(piece)
    const group = groups.get(key)
    if (group) group.push(piece)
    else groups.set(key, [piece])
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group
    return first ? [lineOf({ key, first, group })] : []
  })
}

const lineOf = <Side extends LineSide>({
  key,
  first,
  group,
}: {
  key: string
  first: LinePiece<Side>
  group: readonly LinePiece<Side>[]
}): EvaluatedLine<Side> => {
  const minutes = group.reduce((sum, piece) => sum + piece.minutes, 0)
  const flatMinor = group.reduce((sum, piece) => sum + (piece.flatAmountMinor ?? 0), 0)
  const ratio = reduceRatio({ num: BigInt(first.ratio.num), den: BigInt(first.ratio.den) })
  const { side, placementId, timesheetId, earnCode, rateE4, currency, ruleSet } = first
  const amountMinor =
    earnCode === 'BONUS'
      ? flatMinor
      : multiplyRate({ rateE4, minutes, ratio, currency }).amountMinor
  return {
    side,
    key,
    placementId,
    timesheetId,
    earnCode,
    minutes,
    rateE4,
    ratio,
    amountMinor,
    currency,
    ruleSet,
    trace: [
      ...orderedSteps(group.flatMap((piece) => piece.trace)),
      { kind: 'amount', minutes, rateE4, ratio, amountMinor, currency },
    ],
  }
}

const lineKey = <Side extends LineSide>({
  side,
  placementId,
  timesheetId,
  earnCode,
  rateE4,
  ratio,
  currency,
  ruleSet,
}: LinePiece<Side>): string =>
  [
    side,
    placementId,
    timesheetId,
    earnCode,
    rateE4,
    `${ratio.num}/${ratio.den}`,
    currency,
    ruleSet,
  ].join(':')

// The hours first, then what is the same for all of them: the regular rate, the share of overtime.
const orderedSteps = (steps: readonly TraceStep[]): TraceStep[] => {
  const isPiece = (step: TraceStep) => step.kind === 'worked' || step.kind === 'bonus'
  const shared = new Map(
    steps.filter((step) => !isPiece(step)).map((step) => [JSON.stringify(step), step]),
  )
  return [...steps.filter(isPiece), ...shared.values()]
}
