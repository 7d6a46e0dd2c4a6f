import { deltaLines } from './delta-lines'
import type { EvaluatedLine, LineSide } from './evaluated-line'

/** A line in the book, under its id. */
export type PostedLine<Side extends LineSide> = EvaluatedLine<Side> & { id: string }

/** A line to be posted; a reversal names the line it takes back. */
export type LineToPost<Side extends LineSide> = EvaluatedLine<Side> & { reversalOf: string | null }

/**
 * What to add to a week's posted lines, in order of posting, so that they add up to `next`: nothing
 * when they already do. Lines are never changed or deleted, because an invoice or a payslip may
 * hold them.
 */
export const linesToPost = <Side extends LineSide>({
  posted,
  next,
}: {
  posted: readonly PostedLine<Side>[]
  next: readonly EvaluatedLine<Side>[]
}): LineToPost<Side>[] =>
  deltaLines({ previous: posted, next }).map((line) => ({
    ...line,
    reversalOf: isReversal(line) ? latestOf({ posted, key: line.key }) : null,
  }))

const isReversal = <Side extends LineSide>({ trace }: EvaluatedLine<Side>): boolean =>
  trace.some(({ kind }) => kind === 'reversal')

const latestOf = <Side extends LineSide>({
  posted,
  key,
}: {
  posted: readonly PostedLine<Side>[]
  key: string
}): string | null =>
  posted.findLast((line) => line.key === key && (line.minutes > 0 || line.amountMinor > 0))?.id ??
  null
