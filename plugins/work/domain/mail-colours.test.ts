import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { contrast, inkFrom, inkOn } from './mail-colours'

describe('the colours of a brand in a mail', () => {
  it('are reckoned as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('leave words readable whatever the brand chose', () => {
    const colour = fc
      .integer({ min: 0, max: 0xff_ff_ff })
      .map((number) => `#${number.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colour, (own) => {
        expect(contrast(own, inkOn(own))).toBeGreaterThan(3.8)
        expect(contrast(inkFrom(own), '#ffffff')).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
