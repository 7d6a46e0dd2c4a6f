const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length
const headLength = 6
const middle = 'V00000'

/**
 * A text that sorts, byte by byte, after `after` and before `before`, so that a card moves without
 * renumbering its column. Null means the open end. `after` must sort below `before`.
 */
export const rankBetween = ({
  after,
  before,
}: {
  after: string | null
  before: string | null
}): string => {
  if (after !== null && before !== null) {
    if (after >= before) throw new RangeError(`No rank lies between ${after} and ${before}.`)
    return midpoint({ low: after, high: before })
  }
  if (after !== null) return shifted({ rank: after, by: 1 })
  if (before !== null) return shifted({ rank: before, by: -1 })
  return middle
}

/** At an open end ranks count up or down in their first digits, so that they stay short. */
const shifted = ({ rank, by }: { rank: string; by: 1 | -1 }): string => {
  const head = Array.from(rank.padEnd(headLength, '0').slice(0, headLength), valueOf)
  for (let place = headLength - 1; place >= 0; place -= 1) {
    const value = (head[place] ?? 0) + by
    const isCarried = value < 0 || value >= base
    head[place] = isCarried ? (value + base) % base : value
    if (!isCarried) return head.map(digitOf).join('')
  }
  throw new RangeError('The column has no more ranks at this end.')
}

/** Digits after the point: the first place where there is room between the two decides. */
const midpoint = ({ low, high }: { low: string; high: string | null }): string => {
  let prefix = ''
  for (let place = 0; ; place += 1) {
    const from = valueOf(low[place] ?? '0')
    const to = high === null ? base : valueOf(high[place] ?? '0')
    if (from === to) {
      prefix += digitOf(from)
      continue
    }
    if (to - from > 1) return prefix + digitOf(Math.floor((from + to) / 2))
    return prefix + digitOf(from) + midpoint({ low: low.slice(place + 1), high: null })
  }
}

const valueOf = (digit: string): number => {
  const value = digits.indexOf(digit)
  if (value < 0) throw new RangeError(`${digit} is no digit of a rank.`)
  return value
}

const digitOf = (value: number): string => digits.charAt(value)
