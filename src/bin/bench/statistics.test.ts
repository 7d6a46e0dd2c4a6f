import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { abba, quantile, ratioOf, summaryOf } from './statistics'

describe('the order of a round', () => {
  it('gives both sides the same number of turns and the same average place', () => {
    const placesOf = (side: string) => abba.flatMap((each, place) => (each === side ? [place] : []))
    const total = (places: readonly number[]) => places.reduce((sum, place) => sum + place, 0)
    expect(placesOf('product')).toHaveLength(placesOf('raw').length)
    expect(total(placesOf('product'))).toBe(total(placesOf('raw')))
  })
})

describe('a quantile', () => {
  it.each([
    { samples: [3, 1, 2], share: 0.5, is: 2 },
    { samples: [4, 1, 3, 2], share: 0.5, is: 2.5 },
    { samples: [1, 2, 3, 4, 5], share: 0.95, is: 4.8 },
    { samples: [7], share: 0.95, is: 7 },
    { samples: [1, 2, 3], share: 0, is: 1 },
    { samples: [1, 2, 3], share: 1, is: 3 },
  ])('of $samples at $share is $is', ({ samples, share, is }) => {
    expect(quantile({ samples, share })).toBeCloseTo(is, 10)
  })

  it('lies between the smallest and the largest and grows with the share', () => {
    const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(samples, share, share, (given, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const [lower, higher] = [
          quantile({ samples: given, share: low }),
          quantile({ samples: given, share: high }),
        ]
        const slack = 1e-6
        expect(lower).toBeGreaterThanOrEqual(Math.min(...given) - slack)
        expect(higher).toBeLessThanOrEqual(Math.max(...given) + slack)
        expect(lower).toBeLessThanOrEqual(higher + slack)
      }),
    )
  })

  it('of nothing does not exist', () => {
    expect(() => quantile({ samples: [], share: 0.5 })).toThrow('no samples')
  })
})

describe('a ratio', () => {
  it('compares the medians, which one slow call does not move', () => {
    const raw = summaryOf([1, 1, 1, 1, 500])
    const product = summaryOf([3, 3, 3, 3, 3])
    expect(raw).toMatchObject({ calls: 5, medianMs: 1 })
    expect(ratioOf({ product, raw })).toBe(3)
  })
})
