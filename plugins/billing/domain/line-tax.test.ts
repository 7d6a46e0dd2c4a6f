import { describe, expect, it } from 'vitest'
import { type DatedTaxRate, taxRateOn } from './line-tax'

const rate = (change: Partial<DatedTaxRate> = {}): DatedTaxRate => ({
  taxRateBp: null,
  taxRateFromOn: null,
  taxRateBeforeBp: null,
  ...change,
})
const changed = rate({ taxRateBp: 1_900, taxRateFromOn: '2021-01-01', taxRateBeforeBp: 1_600 })

describe('the tax rate of a day of service', () => {
  it.each([
    // Germany, second half of 2020: 16 %, then 19 % again.
    ['the last day before', '2020-12-31', rate(), changed, 1_600],
    ['the first day of the new rate', '2021-01-01', rate(), changed, 1_900],
    ['a rate that never changed', '1999-01-01', rate(), rate({ taxRateBp: 2_300 }), 2_300],
    ['the client’s own rate', '2020-12-31', rate({ taxRateBp: 700 }), changed, 700],
    ['a client who is exempt', '2021-01-01', rate({ taxRateBp: 0 }), changed, 0],
    [
      'a client whose own rate begins later',
      '2020-06-01',
      rate({ taxRateBp: 700, taxRateFromOn: '2020-07-01' }),
      changed,
      1_600,
    ],
    ['no rate at all', '2021-01-01', rate(), rate(), 0],
  ])('is right for %s', (_, day, client, entity, expected) => {
    expect(taxRateOn({ client, entity, day })).toBe(expected)
  })
})
