import { describe, expect, it } from 'vitest'

import { payText } from './pay-text'

const nothing = {
  payFromRateE4: null,
  payToRateE4: null,
  salaryFromMinor: null,
  salaryToMinor: null,
}

describe('the pay of a posting in words', () => {
  it.each([
    [
      { ...nothing, currency: 'USD' as const, payFromRateE4: 210_000, payToRateE4: 240_000 },
      'en-US',
      '$21.00 – $24.00 an hour',
    ],
    [{ ...nothing, currency: 'GBP' as const, payFromRateE4: 125_500 }, 'en-GB', '£12.55 an hour'],
    [
      { ...nothing, currency: 'USD' as const, payFromRateE4: 210_000, payToRateE4: 210_000 },
      'en-US',
      '$21.00 an hour',
    ],
    [
      {
        ...nothing,
        currency: 'GBP' as const,
        salaryFromMinor: 4_200_000,
        salaryToMinor: 4_800_000,
      },
      'en-GB',
      '£42,000.00 – £48,000.00 a year',
    ],
  ])('%j', (pay, locale, expected) => {
    expect(payText({ pay, locale })).toBe(expected)
  })

  it('says nothing when there is none', () => {
    expect(payText({ pay: { ...nothing, currency: 'USD' }, locale: 'en-US' })).toBeNull()
  })
})
