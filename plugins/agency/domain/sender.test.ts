import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addressIn, domainOf, judgeReplyTo, judgeSender, judgeSenderName } from './sender'

const domains = ['agency.com', 'northline.example']

describe('the address a brand sends from', () => {
  it.each([
    ['jobs@agency.com', true],
    ['Jobs+uk@AGENCY.com', true],
    ['hello@northline.example', true],
    ['jobs@mail.agency.com', false],
    ['jobs@agency.com.evil.test', false],
    ['jobs@evilagency.com', false],
    ['jobs@', false],
    ['Agency <jobs@agency.com>', false],
    ['jobs@agency.com, other@evil.test', false],
    ['jobs@agency.com\r\nBcc: other@evil.test', false],
    ['"jobs"@agency.com', false],
    [`${'j'.repeat(300)}@agency.com`, false],
  ])('%j is taken: %s', (address, isTaken) => {
    expect(judgeSender({ address, domains }) === null).toBe(isTaken)
  })

  it('takes nothing that holds a line break, a comma or an angle, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('\r', '\n', ',', '<', '>', ' ', '\u0000'),
        fc.string(),
        (before, sign, after) => {
          const address = `${before}${sign}${after}@agency.com`
          expect(judgeSender({ address, domains })).not.toBeNull()
          expect(judgeReplyTo(address)).not.toBeNull()
        },
      ),
    )
  })

  it('says which domains there are, and who adds one', () => {
    expect(judgeSender({ address: 'jobs@other.test', domains })).toContain(
      'agency.com, northline.example only',
    )
  })
})

describe('the name beside it', () => {
  it.each([
    ['Harbour & Hale', true],
    ['Łódź Pflege (Köln)', true],
    ['', false],
    ['Agency\r\nBcc: other@evil.test', false],
    ['boss@bank.test', false],
    ['Agency" <x', false],
    ['n'.repeat(81), false],
  ])('%j is taken: %s', (name, isTaken) => {
    expect(judgeSenderName(name) === null).toBe(isTaken)
  })
})

it('finds the address and the domain of the usual sender', () => {
  expect(addressIn('Placewright <no-reply@agency.com>')).toBe('no-reply@agency.com')
  expect(addressIn(' no-reply@agency.com ')).toBe('no-reply@agency.com')
  expect(domainOf('no-reply@Agency.COM')).toBe('agency.com')
})
