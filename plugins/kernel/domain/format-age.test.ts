import { describe, expect, it } from 'vitest'

import { formatAge } from './format-age'

describe('the age of something', () => {
  it.each([
    [-3, '0 s'],
    [0.4, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [3_540, '59 min'],
    [3_600, '1 h'],
    [47 * 3_600, '47 h'],
    [48 * 3_600, '2 days'],
    [30 * 86_400, '30 days'],
  ])('of %d seconds is %s', (seconds, text) => {
    expect(formatAge(seconds)).toBe(text)
  })
})
