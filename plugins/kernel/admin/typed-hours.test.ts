import { describe, expect, it } from 'vitest'

import { minutesTyped, typedHours } from './typed-hours'

describe('hours as they are typed', () => {
  it.each([
    ['37:30', 2250],
    ['37.5', 2250],
    ['37,5', 2250],
    [' 40 ', 2400],
    ['0:05', 5],
    ['7.25', 435],
  ])('takes %j as %d minutes', (text, minutes) => {
    expect(minutesTyped(text)).toBe(minutes)
  })

  it.each(['', 'forty', '37:60', '7.333', '-1', '1e2', '7.33'])('does not take %j', (text) => {
    expect(minutesTyped(text)).toBeNull()
  })

  it('reads back what it shows', () => {
    expect(typedHours(2250)).toBe('37:30')
    expect(minutesTyped(typedHours(2250))).toBe(2250)
    expect([typedHours(null), typedHours(undefined), typedHours(Number.NaN)]).toEqual(['', '', ''])
  })
})
