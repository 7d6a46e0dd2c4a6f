import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { criteriaFor, judgeScorecard, meanScore, usualCriteria, type Scorecard } from './scorecard'

const criteria = ['Welding', 'Safety']

const card: Scorecard = {
  ratings: [
    { criterion: 'Safety', score: 4, words: null },
    { criterion: 'Welding', score: 5, words: 'Clean seams' },
  ],
  recommendation: 'yes',
  words: null,
}

describe('a scorecard', () => {
  it('comes back in the order in which it was asked for, with what was left out', () => {
    expect(judgeScorecard({ criteria: [...criteria, 'English'], card })).toMatchObject({
      ok: true,
      value: {
        ratings: [
          { criterion: 'Welding', score: 5 },
          { criterion: 'Safety', score: 4 },
          { criterion: 'English', score: null },
        ],
      },
    })
  })

  it.each<[string, Partial<Scorecard>, string]>([
    ['rates something else', { ratings: [{ criterion: 'Age', score: 1, words: null }] }, 'ratings'],
    ['rates a line twice', { ratings: [...card.ratings, ...card.ratings] }, 'ratings'],
    ['rates nothing', { ratings: [] }, 'ratings'],
    ['advises against without a word', { recommendation: 'no' }, 'words'],
  ])('is refused when it %s', (_, change, field) => {
    expect(judgeScorecard({ criteria, card: { ...card, ...change } })).toMatchObject({
      ok: false,
      failure: { fields: { [field]: expect.any(String) } },
    })
  })

  it('has a mean between its lowest and highest score', () => {
    expect(meanScore([{ score: null }])).toBeNull()
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(scores, (all) => {
        const mean = meanScore([...all.map((score) => ({ score })), { score: null }]) ?? 0
        expect(mean).toBeGreaterThanOrEqual(Math.min(...all))
        expect(mean).toBeLessThanOrEqual(Math.max(...all))
      }),
    )
  })
})

describe('what is looked at', () => {
  const plan = [{ name: 'Technical', criteria: ['Welding', 'Welding', 'Safety'] }, { name: 'Talk' }]
  it.each([
    ['Technical', ['Welding', 'Safety']],
    ['Talk', usualCriteria],
    [null, usualCriteria],
  ])('in the round %s', (round, expected) => {
    expect(criteriaFor({ plan, round })).toEqual(expected)
  })
})
