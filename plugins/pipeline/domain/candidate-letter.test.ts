import fc from 'fast-check'
import { expect, it } from 'vitest'

import { whyNotWrittenTo } from './candidate-letter'

const free = { isBarred: false, isSilenced: false, hasAddress: true, hasTakenBackConsent: false }

it.each([
  [{ isBarred: true }, /does not work with/],
  [{ isSilenced: true }, /asked not to be contacted/],
  [{ hasTakenBackConsent: true }, /took back/],
  [{ hasAddress: false }, /no e-mail/],
])('leaves out %o', (facts, why) => {
  expect(whyNotWrittenTo({ ...free, ...facts })).toMatch(why)
})

it('writes to nobody against whom anything speaks, and to everybody else', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (isBarred, isSilenced, hasAddress, hasTakenBackConsent) => {
        const facts = { isBarred, isSilenced, hasAddress, hasTakenBackConsent }
        const isFree = !isBarred && !isSilenced && hasAddress && !hasTakenBackConsent
        expect(whyNotWrittenTo(facts) === null).toBe(isFree)
      },
    ),
  )
})
