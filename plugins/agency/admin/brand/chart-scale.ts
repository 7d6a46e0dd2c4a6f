/**
 * The end of an axis: the smallest of 1, 2, 2.5, 5 and 10 times a power of ten that holds the largest
 * value; 1 when there is nothing to show. Values below zero are drawn as zero.
 */
export const axisEnd = (values: readonly number[]): number => {
  const largest = Math.max(0, ...values)
  if (largest === 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= largest)
  return (step ?? 10) * power
}

/** Parts of a whole as shares of 1, in their order; all zero when the whole is zero. */
export const shares = (values: readonly number[]): readonly number[] => {
  const positive = values.map((value) => Math.max(0, value))
  const whole = positive.reduce((sum, value) => sum + value, 0)
  return positive.map((value) => (whole === 0 ? 0 : value / whole))
}

/** Points of a line over a box of the given size, evenly spaced, the smallest value at the foot. */
export const linePoints = ({
  values,
  width,
  height,
}: {
  values: readonly number[]
  width: number
  height: number
}): readonly { x: number; y: number }[] => {
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const last = Math.max(1, values.length - 1)
  return values.map((value, at) => ({
    x: (at / last) * width,
    y: span === 0 ? height / 2 : height - ((value - low) / span) * height,
  }))
}
