import { describe, expect, it } from 'vitest'

import { formatScaled, parseScaled, scaleOf } from '#plugins/kernel/domain'
import { formatAmount } from './format-amount'

const minor = { isMinor: true }

describe('an amount in a list', () => {
  it.each([
    [{ value: 487_060, custom: minor, currency: 'USD' }, '$4,870.60'],
    [{ value: -26_000, custom: minor, currency: 'USD' }, '-$260.00'],
    [{ value: 378_750, custom: { scale: 4 }, currency: 'USD' }, '$37.875'],
    [{ value: 150_000, custom: minor, currency: 'JPY' }, '¥150,000'],
    [{ value: 2_000, custom: { scale: 2, suffix: '%' }, currency: 'USD' }, '20.00 %'],
    [{ value: 123_456, custom: minor, currency: null }, '1234.56'],
  ])('%j', (amount, text) => {
    expect(formatAmount({ ...amount, locale: 'en-US' })).toBe(text)
  })
})

describe('an amount that is typed', () => {
  it.each([
    ['JPY', '5000000', 5_000_000],
    ['JPY', '5000000.5', null],
    ['EUR', '5000000', 500_000_000],
    ['KWD', '12.345', 12_345],
  ])('is whole minor units of %s: %s', (currency, text, value) => {
    const scale = scaleOf({ custom: minor, currency })
    expect(parseScaled({ text, scale })).toBe(value)
    if (value !== null)
      expect(parseScaled({ text: formatScaled({ value, scale }), scale })).toBe(value)
  })
})
