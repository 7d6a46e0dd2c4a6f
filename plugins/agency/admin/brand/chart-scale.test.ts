import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisEnd, linePoints, shares } from './chart-scale'

const amounts = fc.array(fc.integer({ min: -1_000, max: 1_000_000 }), {
  minLength: 1,
  maxLength: 30,
})

describe('axisEnd', () => {
  it.each([
    [[], 1],
    [[0, 0], 1],
    [[-5], 1],
    [[1], 1],
    [[7], 10],
    [[12, 3], 20],
    [[21], 25],
    [[26], 50],
    [[1_001], 2_000],
    [[0.3], 0.5],
  ])('of %j is %d', (values, expected) => {
    expect(axisEnd(values)).toBeCloseTo(expected, 10)
  })

  it('holds every value and wastes at most half of the axis and a bit', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const largest = Math.max(...values)
        const end = axisEnd(values)
        expect(end).toBeGreaterThanOrEqual(largest)
        if (largest > 0) expect(largest / end).toBeGreaterThan(0.39)
      }),
    )
  })
})

describe('shares', () => {
  it('add up to one unless there is nothing', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const sum = shares(values).reduce((total, share) => total + share, 0)
        expect(sum).toBeCloseTo(values.some((value) => value > 0) ? 1 : 0, 9)
      }),
    )
  })
})

describe('linePoints', () => {
  it('keeps every point inside its box and the order of the values', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const points = linePoints({ values, width: 96, height: 24 })
        expect(points).toHaveLength(values.length)
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(96)
          expect(y).toBeGreaterThanOrEqual(-1e-9)
          expect(y).toBeLessThanOrEqual(24 + 1e-9)
        }
      }),
    )
  })

  it('draws a level line through the middle', () => {
    expect(linePoints({ values: [4, 4, 4], width: 10, height: 8 }).map(({ y }) => y)).toEqual([
      4, 4, 4,
    ])
  })
})
