import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  duplicateKeys,
  explainLikeness,
  likelihoodOf,
  likenessOf,
  type PersonTraits,
} from './duplicates'

const person = (given: Partial<PersonTraits> = {}): PersonTraits => ({
  firstName: 'Łukasz',
  lastName: 'Müller',
  postcode: '10115',
  city: 'Berlin',
  email: null,
  employers: [],
  schools: [],
  ...given,
})

describe('two candidates', () => {
  it.each<[string, Partial<PersonTraits>, Partial<PersonTraits>, string[] | null]>([
    [
      'written without accents',
      {},
      { firstName: 'Lukasz', lastName: 'Mueller' },
      ['same-name', 'same-postcode', 'same-town'],
    ],
    [
      'with a slip in the name',
      {},
      { lastName: 'Muler', city: null },
      ['similar-name', 'same-postcode'],
    ],
    [
      'with letters swapped',
      { lastName: 'Wiśniewski' },
      { lastName: 'Wisniewksi', city: null },
      ['similar-name', 'same-postcode'],
    ],
    [
      'with the names the other way round',
      {},
      { firstName: 'Muller', lastName: 'Lukasz', city: null },
      ['swapped-name', 'same-postcode'],
    ],
    [
      'with a postcode written otherwise',
      { postcode: 'SW1A 1AA' },
      { postcode: 'sw1a1aa', city: null },
      ['same-name', 'same-postcode'],
    ],
    [
      'who worked for one company',
      { postcode: null, city: null, employers: ['Northwind Logistics GmbH'] },
      { postcode: '20095', employers: ['Northwind Logistic'] },
      ['same-name', 'same-employer'],
    ],
    [
      'with a second first name',
      {},
      { firstName: 'Łukasz Jan', city: null },
      ['similar-name', 'same-postcode'],
    ],
    [
      'with an initial and more',
      { employers: ['Acme'] },
      { firstName: 'L.', employers: ['ACME Inc.'] },
      ['initial-name', 'same-postcode', 'same-employer', 'same-town'],
    ],
    ['with an initial alone', {}, { firstName: 'L.', city: null }, null],
    ['of one name in one town', { postcode: null }, { postcode: null }, null],
    ['of one household', {}, { firstName: 'Petra' }, null],
    ['with nothing else in common', {}, { postcode: '20095', city: 'Hamburg' }, null],
    ['without a postcode', { postcode: null, city: null }, { postcode: null, city: null }, null],
    ['whose first letters differ', { firstName: 'Jana' }, { firstName: 'Dana' }, null],
  ])('%s', (_what, one, other, reasons) => {
    expect(likenessOf(person(one), person(other))?.reasons ?? null).toEqual(reasons)
  })

  it('are explained in words, by how sure it is', () => {
    expect(explainLikeness(['same-postcode', 'same-name', 'same-town'])).toBe(
      'The same name, the same postcode and the same town',
    )
    expect([95, 80, 70].map((score) => likelihoodOf(score).text)).toEqual([
      'Very likely',
      'Likely',
      'Possible',
    ])
  })
})

describe('what is compared', () => {
  const words = fc.constantFrom(
    'Łukasz',
    'Lukas',
    'Anna',
    'Anne',
    'Müller',
    'Mueller',
    'Schmidt',
    'Schmit',
    'O’Neil',
    'Oneil',
    'Wei',
    '',
  )
  const people = fc.record({
    firstName: words,
    lastName: words,
    postcode: fc.constantFrom(null, '10115', '20095'),
    city: fc.constantFrom(null, 'Berlin', 'BERLIN', 'Köln'),
    email: fc.constantFrom(null, 'lukas.m@one.test', 'lukasm@two.test'),
    employers: fc.constantFrom([], ['Acme Inc'], ['ACME'], ['Northwind']),
    schools: fc.constantFrom([], ['TU Berlin']),
  })

  it('is the same whoever comes first, never more than 99, and shares a key but for slips at both ends', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        const likeness = likenessOf(one, other)
        expect(likenessOf(other, one)).toEqual(likeness)
        if (!likeness) return
        expect(likeness.score).toBeLessThan(100)
        const keys = new Set(duplicateKeys(other))
        const isPlaced = likeness.reasons.some((reason) =>
          ['same-postcode', 'same-employer'].includes(reason),
        )
        if (isPlaced && likeness.reasons.includes('same-name'))
          expect(duplicateKeys(one).some((key) => keys.has(key))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('never breaks, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const odd = person({ firstName: text, lastName: text, postcode: text, employers: [text] })
        expect(duplicateKeys(odd).every((key) => key.length <= 120)).toBe(true)
        likenessOf(odd, odd)
      }),
      { numRuns: 30 },
    )
  })
})
