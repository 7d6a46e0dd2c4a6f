import { describe, expect, it } from 'vitest'

import { factsOf } from './facts-of'

describe('a stored structure', () => {
  it('is read with words for names and units for numbers', () => {
    expect(
      factsOf({
        kind: 'regular-rate',
        workedMinutes: 2250,
        regularRateE4: 251_250,
        amountMinor: 1050,
        taxRateBp: 1900,
        isFinal: true,
        note: null,
        codes: ['REG', 'OT'],
        multiplier: { num: 3, den: 2 },
      }),
    ).toEqual([
      { name: 'Kind', text: 'regular-rate' },
      { name: 'Worked minutes', text: '37:30 h' },
      { name: 'Regular rate', text: '25.125' },
      { name: 'Amount', text: '10.50' },
      { name: 'Tax rate', text: '19 %' },
      { name: 'Is final', text: 'Yes' },
      { name: 'Note', text: '–' },
      { name: 'Codes', text: 'REG, OT' },
      { name: 'Multiplier', text: '3 / 2' },
    ])
  })

  it('keeps what is inside of it, steps with their number', () => {
    expect(factsOf([{ bank: { name: 'First' } }])).toEqual([
      {
        name: '1',
        text: '',
        parts: [{ name: 'Bank', text: '', parts: [{ name: 'Name', text: 'First' }] }],
      },
    ])
  })

  it.each([null, undefined, 'text', 3])('is nothing when it is %j', (value) => {
    expect(factsOf(value)).toEqual([])
  })
})
