import { describe, expect, it } from 'vitest'

import { formatAmount } from './format-amount'

describe('an amount in a list', () => {
  it.each([
    [{ value: 487_060, scale: 2, suffix: null, currency: 'USD' }, '$4,870.60'],
    [{ value: -26_000, scale: 2, suffix: null, currency: 'USD' }, '-$260.00'],
    [{ value: 378_750, scale: 4, suffix: null, currency: 'USD' }, '$37.875'],
    [{ value: 150_000, scale: 2, suffix: null, currency: 'JPY' }, '¥150,000'],
    [{ value: 2_000, scale: 2, suffix: '%', currency: 'USD' }, '20.00 %'],
    [{ value: 123_456, scale: 2, suffix: null, currency: null }, '1234.56'],
  ])('%j', (amount, text) => {
    expect(formatAmount({ ...amount, locale: 'en-US' })).toBe(text)
  })
})
