import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { whyNotWrittenTo, type Standing } from './why-not-written-to'

const welcome: Standing = {
  isGone: false,
  isBarred: false,
  isOver: false,
  isSilenced: false,
  hasAddress: true,
  isAddressGone: false,
  isBlocked: false,
  isWithdrawn: false,
  wantsNoMailings: false,
  takesNews: true,
}

const against: readonly (readonly [keyof Standing, boolean, string])[] = [
  ['isGone', true, 'No longer in the records.'],
  ['isBarred', true, 'The agency does not work with them.'],
  ['isOver', true, 'May not be kept any more, until they agree again.'],
  ['isSilenced', true, 'Asked not to be contacted.'],
  ['isBlocked', true, 'Not to be brought together with this client.'],
  ['isWithdrawn', true, 'Took back the consent to be put forward.'],
  ['hasAddress', false, 'Has no e-mail address.'],
  ['isAddressGone', true, 'Mail to this address comes back.'],
]

describe('who is left out of a letter', () => {
  it('is nobody without a reason', () => {
    expect(whyNotWrittenTo({ standing: welcome, isNews: false })).toBeNull()
    expect(whyNotWrittenTo({ standing: welcome, isNews: true })).toBeNull()
  })

  it.each(against)('is whoever has %s %s', (key, value, words) => {
    for (const isNews of [true, false])
      expect(whyNotWrittenTo({ standing: { ...welcome, [key]: value }, isNews })).toBe(words)
  })

  it('is of news whoever opted out or never agreed, but not of a letter', () => {
    for (const wish of [{ wantsNoMailings: true }, { takesNews: false }]) {
      const standing = { ...welcome, ...wish }
      expect(whyNotWrittenTo({ standing, isNews: false })).toBeNull()
      expect(whyNotWrittenTo({ standing, isNews: true })).not.toBeNull()
    }
  })

  it('grows with what stands against them: news never reaches whom a letter does not', () => {
    const standing = fc.record({
      isGone: fc.boolean(),
      isBarred: fc.boolean(),
      isOver: fc.boolean(),
      isSilenced: fc.boolean(),
      hasAddress: fc.boolean(),
      isAddressGone: fc.boolean(),
      isBlocked: fc.boolean(),
      isWithdrawn: fc.boolean(),
      wantsNoMailings: fc.boolean(),
      takesNews: fc.boolean(),
    })
    fc.assert(
      fc.property(standing, (one) => {
        const letter = whyNotWrittenTo({ standing: one, isNews: false })
        const news = whyNotWrittenTo({ standing: one, isNews: true })
        expect(letter === null || news === letter).toBe(true)
      }),
    )
  })
})
