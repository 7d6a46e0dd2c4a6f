import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { postingText } from './posting-text'
import { slugOf } from './slug'

describe('slugOf', () => {
  it.each([
    [['Forklift Driver', 'Łódź'], 'forklift-driver-lodz'],
    [['R&D Engineer (m/w/d)', 'München'], 'r-and-d-engineer-m-w-d-munchen'],
    [['Straßenbauer', null], 'strassenbauer'],
    [['Café Manager', 'Århus'], 'cafe-manager-arhus'],
    [['???', ''], ''],
  ])('makes %j into %s', (parts, slug) => {
    expect(slugOf(...parts)).toBe(slug)
  })

  it('is always a plain path segment of at most 80 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
        const slug = slugOf(...parts)
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(slugOf(slug)).toBe(slug)
      }),
    )
  })
})

describe('postingText', () => {
  it('lists what somebody brings below the description', () => {
    expect(
      postingText({
        title: 'Welder',
        description: ' Weld things. ',
        mustHaves: ['MIG', ' '],
        niceToHaves: ['Driving licence'],
      }),
    ).toBe('Weld things.\n\nWhat you bring\n- MIG\n\nGood to have\n- Driving licence')
  })

  it('says at least what is looked for', () => {
    expect(postingText({ title: 'Welder' })).toBe('We are looking for: Welder.')
  })
})
