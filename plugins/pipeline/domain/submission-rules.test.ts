import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  asksRepresentation,
  isSameRole,
  representationWishes,
  usualSubmissionRules,
} from './submission-rules'

describe('the right to represent is asked for', () => {
  it.each([
    ['as-agency', true, true],
    ['as-agency', false, false],
    [null, true, true],
    [null, false, false],
    ['asked', false, true],
    ['asked', true, true],
    ['not-asked', true, false],
    ['not-asked', false, false],
  ] as const)('order %s, agency %s: %s', (wish, isRepresentationAsked, expected) => {
    expect(
      asksRepresentation({ wish, rules: { ...usualSubmissionRules, isRepresentationAsked } }),
    ).toBe(expected)
  })

  it('by nobody who did not say so', () => {
    expect(usualSubmissionRules.isRepresentationAsked).toBe(false)
    expect(representationWishes[0]).toBe('as-agency')
  })
})

describe('a role', () => {
  it.each([
    ['Café Manager (nights)', 'cafe manager – Nights', true],
    ['Forklift operator', 'FORKLIFT  Operator.', true],
    ['Forklift operator', 'Forklift operator II', false],
    ['倉庫作業員', '倉庫作業員', true],
    ['倉庫作業員', '看護師', false],
    ['!!!', '???', false],
  ])('“%s” and “%s”: %s', (one, other, expected) => {
    expect(isSameRole(one, other)).toBe(expected)
  })

  it('is the same as itself, both ways round, in whatever case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(isSameRole(a, a)).toBe(true)
        expect(isSameRole(a, b)).toBe(isSameRole(b, a))
      }),
    )
  })
})
