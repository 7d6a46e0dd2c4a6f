import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { listedSkills } from './skill-list'
import { canonicalSkills, foldSkill, skillKeys } from './skill-words'

describe('words of skills', () => {
  it.each([
    ['  Order   Picking ', 'order picking'],
    ['order-picking', 'order picking'],
    ['Front/desk', 'front desk'],
    ['C#', 'c#'],
    ['C++', 'c++'],
    ['Node.js', 'node.js'],
    ['ＳＱＬ', 'sql'],
    ['Gebäudereinigung', 'gebäudereinigung'],
    [' – ', ''],
  ])('fold %j to %j', (text, folded) => {
    expect(foldSkill(text)).toBe(folded)
  })

  it('fold to what folds to itself, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldSkill(foldSkill(text))).toBe(foldSkill(text))
      }),
    )
  })

  it('become the names of the agency’s list, once, in their order; others stay as they were written', () => {
    const nameOf = (key: string) =>
      ['rn', 'registered nurse'].includes(key) ? 'Registered nurse' : undefined
    expect(
      canonicalSkills({ words: ['Epic ', 'RN', 'registered  nurse', 'EPIC', ''], nameOf }),
    ).toEqual(['Epic', 'Registered nurse'])
  })
})

describe('the list of skills an agency begins with', () => {
  it('holds about a hundred and fifty, each word meaning one of them', () => {
    expect(listedSkills.length).toBeGreaterThan(145)
    const keys = listedSkills.flatMap(skillKeys)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    expect(listedSkills.filter(({ name }) => !name || name.length > 80)).toEqual([])
  })
})
