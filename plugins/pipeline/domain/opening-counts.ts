import type { OpeningState } from './opening-workflow'

export type OpeningCounts = Record<OpeningState, number> & {
  /** Seats that are or will be somebody's: all but the cancelled. */
  wanted: number
  /** Seats that a placement can still take. */
  free: number
}

export const countOpenings = (states: readonly OpeningState[]): OpeningCounts => {
  const counts = { open: 0, reserved: 0, filled: 0, cancelled: 0 }
  for (const state of states) counts[state] += 1
  return {
    ...counts,
    wanted: counts.open + counts.reserved + counts.filled,
    free: counts.open + counts.reserved,
  }
}

/** The order is full when somebody was placed and no seat is left. */
export const isFull = ({ free, filled }: OpeningCounts): boolean => free === 0 && filled > 0
