/** Seconds after each failed try before the next: eleven tries within 24 hours. */
const delaysSeconds = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800] as const

/**
 * When to try again after so many failed tries, in seconds; null when it has been tried long enough.
 *
 * @param failedTries including the one just made, from 1
 */
export const nextTryAfterSeconds = (failedTries: number): number | null =>
  delaysSeconds[failedTries - 1] ?? null

/** Days without one delivery that got through, after which a receiver is given up. */
export const daysUntilDisabled = 3
