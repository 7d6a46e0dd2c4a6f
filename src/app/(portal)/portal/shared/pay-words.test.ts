import { describe, expect, it } from 'vitest'

import { payWords } from './pay-words'

describe('what somebody earns', () => {
  it.each([
    [{ payRateE4: 321_500, salaryMinor: null, currency: 'USD' }, '$32.15 per hour'],
    [{ payRateE4: 321_575, salaryMinor: null, currency: 'USD' }, '$32.1575 per hour'],
    [{ payRateE4: null, salaryMinor: 8_200_000, currency: 'USD' }, '$82,000.00 per year'],
    [{ payRateE4: null, salaryMinor: null, currency: 'USD' }, null],
  ])('of %j', (pay, words) => {
    expect(payWords({ pay, locale: 'en-US' })).toBe(words)
  })
})
