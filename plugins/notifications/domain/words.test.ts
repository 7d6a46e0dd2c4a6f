import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addressIn,
  closingFor,
  englishFor,
  firstNameOf,
  fullName,
  greetingFor,
  hoursLabel,
  plural,
} from './words'

describe('the words around a mail', () => {
  it.each([
    ['Zażółć', 'Hello Zażółć,'],
    ['  Ada ', 'Hello Ada,'],
    ['', 'Hello,'],
    [null, 'Hello,'],
  ])('greets %j', (name, greeting) => {
    expect(greetingFor(name)).toBe(greeting)
  })

  it('signs with the person who looks after the matter, when there is one', () => {
    expect(closingFor({ signedBy: 'Maya Brooks', agencyName: 'Harbour & Hale' })).toBe(
      'Kind regards, Maya Brooks · Harbour & Hale',
    )
    expect(closingFor({ signedBy: null, agencyName: 'Harbour & Hale' })).toBe(
      'Kind regards, Harbour & Hale',
    )
  })

  it.each([
    ['US', 'en-US'],
    ['us', 'en-US'],
    [null, 'en-US'],
    ['GB', 'en-GB'],
    ['DE', 'en-GB'],
  ])('writes to %s in %s', (country, locale) => {
    expect(englishFor(country)).toBe(locale)
  })

  it('counts one as one', () => {
    expect(plural({ count: 1, one: 'candidate', many: 'candidates' })).toBe('1 candidate')
    expect(plural({ count: 0, one: 'candidate', many: 'candidates' })).toBe('0 candidates')
  })

  it.each([
    ['Placewright <no-reply@agency.example>', 'no-reply@agency.example'],
    ['jobs@agency.example', 'jobs@agency.example'],
  ])('finds the address in %s', (sender, address) => {
    expect(addressIn(sender)).toBe(address)
  })

  it('says minutes as hours', () => {
    expect(hoursLabel(2_235)).toBe('37:15 hours')
  })

  it('leaves no stray space in a name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (firstName, lastName) => {
        const name = fullName({ firstName, lastName })
        expect(name).toBe(name.trim())
        expect(firstNameOf(name)).not.toMatch(/\s/)
      }),
    )
  })
})
