/** Worked time in milliseconds since the epoch, both on whole minutes, end after start. */
export type WorkInterval = { startMs: number; endMs: number }

export const minuteMs = 60_000

export const intervalMinutes = ({ startMs, endMs }: WorkInterval): number =>
  (endMs - startMs) / minuteMs

export const totalMinutes = (intervals: readonly WorkInterval[]): number =>
  intervals.reduce((sum, interval) => sum + intervalMinutes(interval), 0)

/** What both intervals share; null when they only touch or lie apart. */
export const intersection = ({
  left,
  right,
}: {
  left: WorkInterval
  right: WorkInterval
}): WorkInterval | null => {
  const startMs = Math.max(left.startMs, right.startMs)
  const endMs = Math.min(left.endMs, right.endMs)
  return startMs < endMs ? { startMs, endMs } : null
}

/** The intervals without the time of `gap`. */
export const withoutGap = ({
  intervals,
  gap,
}: {
  intervals: readonly WorkInterval[]
  gap: WorkInterval
}): WorkInterval[] =>
  intervals.flatMap((interval) => {
    if (!intersection({ left: interval, right: gap })) return [interval]
    return [
      { startMs: interval.startMs, endMs: Math.min(interval.endMs, gap.startMs) },
      { startMs: Math.max(interval.startMs, gap.endMs), endMs: interval.endMs },
    ].filter(({ startMs, endMs }) => startMs < endMs)
  })
