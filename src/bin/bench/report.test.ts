import { describe, expect, it } from 'vitest'

import { linesOf, tableOf } from './report'
import type { Measured } from './workload'

const result = ({
  name,
  product,
  raw,
  target = null,
}: {
  name: string
  product: number
  raw: number
  target?: Measured['target']
}): Measured => ({
  name,
  call: `GET /api/${name}`,
  product: { calls: 10, medianMs: product, p95Ms: product * 2 },
  raw: { calls: 10, medianMs: raw, p95Ms: raw * 2 },
  ratio: product / raw,
  differences: [],
  target,
})

const results = [
  result({ name: 'floor', product: 4, raw: 0.5 }),
  result({ name: 'list', product: 16, raw: 4 }),
  result({ name: 'quick', product: 3.5, raw: 1 }),
]

describe('a target', () => {
  const cases: readonly { target: Measured['target']; is: boolean | null }[] = [
    { target: null, is: null },
    { target: { p95Ms: 32 }, is: true },
    { target: { p95Ms: 31 }, is: false },
    { target: { ratio: 3 }, is: true },
    { target: { ratio: 2.9 }, is: false },
    { target: { wholeRatio: 4 }, is: true },
    { target: { wholeRatio: 3.9 }, is: false },
    { target: { p95Ms: 32, ratio: 2.9 }, is: false },
  ]
  it.each(cases)('$target is kept: $is', ({ target, is }) => {
    const [floor] = results
    if (!floor) throw new Error('There are no results.')
    const list = result({ name: 'list', product: 16, raw: 4, target })
    expect(linesOf([floor, list])[1]?.isMet).toBe(is)
  })
})

describe('the results', () => {
  it('tell what the product costs beyond HTTP, which is never less than nothing', () => {
    expect(linesOf(results).map(({ ratioBeyondFloor }) => ratioBeyondFloor)).toEqual([null, 3, 0])
  })

  it('are a table whose lines are equally long, with a loud word where the sides differ', () => {
    const [floor, list] = results
    if (!floor || !list) throw new Error('There are no results.')
    const table = tableOf(linesOf([floor, { ...list, differences: ['row 1 differs in name'] }]))
    const lines = table.split('\n')
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1)
    expect(lines[2]).toMatch(/\| floor .* 0\.50 .* 4\.00 .* 8\.0× .* yes \|/)
    expect(lines[3]).toMatch(/\| list .* 4\.0× \| +3\.0× \| .* NO \|/)
  })
})
