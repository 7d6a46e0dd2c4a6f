import type { EvaluatedLine, LineSide } from './evaluated-line'

/**
 * The lines that turn what was posted for a locked week into what is now right: for each key that
 * changed, a reversal of what was posted and the new line. `previous` holds all posted lines of the
 * week, earlier deltas included. Posted plus deltas add up to `next`, key by key; without a change
 * there are none, so running it twice posts nothing twice.
 */
export const deltaLines = <Side extends LineSide>({
  previous,
  next,
}: {
  previous: readonly EvaluatedLine<Side>[]
  next: readonly EvaluatedLine<Side>[]
}): EvaluatedLine<Side>[] => {
  const posted = new Map<string, EvaluatedLine<Side>>()
  for (const line of previous) {
    const known = posted.get(line.key)
    posted.set(line.key, {
      ...line,
      minutes: (known?.minutes ?? 0) + line.minutes,
      amountMinor: (known?.amountMinor ?? 0) + line.amountMinor,
    })
  }
  const nextByKey = new Map(next.map((line) => [line.key, line]))
  const reversals = [...posted.values()].flatMap((line) => {
    const isNil = line.minutes === 0 && line.amountMinor === 0
    return isNil || isSame({ line, other: nextByKey.get(line.key) }) ? [] : [reversalOf(line)]
  })
  const additions = next.filter((line) => !isSame({ line, other: posted.get(line.key) }))
  return [...reversals, ...additions]
}

const isSame = <Side extends LineSide>({
  line,
  other,
}: {
  line: EvaluatedLine<Side>
  other: EvaluatedLine<Side> | undefined
}): boolean =>
  other !== undefined && line.minutes === other.minutes && line.amountMinor === other.amountMinor

const reversalOf = <Side extends LineSide>(line: EvaluatedLine<Side>): EvaluatedLine<Side> => ({
  ...line,
  minutes: line.minutes === 0 ? 0 : -line.minutes,
  amountMinor: line.amountMinor === 0 ? 0 : -line.amountMinor,
  trace: [{ kind: 'reversal', of: line.key }],
})
