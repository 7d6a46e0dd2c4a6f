import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { chosenOf, isRouted, judgeShares, type RoutedWork, type RoutingCondition } from './routing'

const all: RoutingCondition = {
  words: [],
  clientIds: [],
  clientTiers: [],
  employmentTypes: [],
  places: [],
  languages: [],
}
const work: RoutedWork = {
  title: 'Registered nurse, nights',
  category: 'Nursing',
  clientId: 'meridian',
  clientTier: 'key',
  employmentType: 'temp',
  places: ['Midtown clinic', 'New York', 'NY', 'US'],
  language: 'en',
}

describe('a rule holds', () => {
  it.each<[string, Partial<RoutingCondition>, Partial<RoutedWork>, boolean]>([
    ['when nothing is named', {}, {}, true],
    ['by a word of the title', { words: ['NURSE'] }, {}, true],
    ['by a word of the category', { words: ['welder', 'nursing'] }, {}, true],
    ['by words in a row', { words: ['registered nurse'] }, {}, true],
    ['not by words apart', { words: ['registered nights'] }, {}, false],
    ['not by a part of a word', { words: ['IT'] }, { title: 'Waiter', category: null }, false],
    ['by a word with another accent', { words: ['Pfleger'] }, { title: 'Pflegér' }, true],
    ['not by a word of nothing', { words: ['  '] }, {}, false],
    ['by the client', { clientIds: ['sonoran', 'meridian'] }, {}, true],
    ['not by another client', { clientIds: ['sonoran'] }, {}, false],
    ['not by a client nobody knows', { clientIds: ['meridian'] }, { clientId: null }, false],
    ['by the tier', { clientTiers: ['key'] }, {}, true],
    ['by the type', { employmentTypes: ['permanent'] }, {}, false],
    ['by the town', { places: ['new york'] }, {}, true],
    ['by the country', { places: ['US'] }, {}, true],
    ['not by another place', { places: ['York Town'] }, {}, false],
    ['by the language', { languages: ['es', 'en'] }, {}, true],
    ['not by an unknown language', { languages: ['en'] }, { language: null }, false],
    ['only when all of it does', { words: ['nurse'], places: ['London'] }, {}, false],
  ])('%s', (_, condition, given, expected) => {
    expect(isRouted({ condition: { ...all, ...condition }, work: { ...work, ...given } })).toBe(
      expected,
    )
  })
})

describe('who gets the work', () => {
  const team = [
    { id: 'ana', openOrders: 5 },
    { id: 'ben', openOrders: 2 },
    { id: 'cho', openOrders: 2 },
  ]
  it.each([
    ['named', null, null, 'ana'],
    ['named', 5, null, 'ben'],
    ['named', 2, null, null],
    ['least_busy', null, null, 'ben'],
    ['in_turn', null, null, 'ana'],
    ['in_turn', null, 'ana', 'ben'],
    ['in_turn', null, 'cho', 'ana'],
    ['in_turn', 5, 'cho', 'ben'],
    ['in_turn', null, 'somebody who left', 'ana'],
    ['in_turn', 1, 'ana', null],
  ] as const)('%s, at most %s, after %s: %s', (way, mostOpenOrders, lastGivenTo, expected) => {
    expect(chosenOf({ way, team, mostOpenOrders, lastGivenTo })).toBe(expected)
  })

  it('in turn gives everybody as much', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (size, rounds) => {
          const people = Array.from({ length: size }, (_, at) => ({ id: `p${at}`, openOrders: 0 }))
          const given = new Map<string, number>()
          let last: string | null = null
          for (let turn = 0; turn < size * rounds; turn += 1) {
            last = chosenOf({
              way: 'in_turn',
              team: people,
              mostOpenOrders: null,
              lastGivenTo: last,
            })
            given.set(last ?? '', (given.get(last ?? '') ?? 0) + 1)
          }
          expect([...given.values()]).toEqual(people.map(() => rounds))
        },
      ),
    )
  })
})

it.each([
  [[], true],
  [[['ana', 10_000]], true],
  [
    [
      ['ana', 6_000],
      ['ben', 4_000],
    ],
    true,
  ],
  [
    [
      ['ana', 6_000],
      ['ben', 3_999],
    ],
    false,
  ],
  [
    [
      ['ana', 5_000],
      ['ana', 5_000],
    ],
    false,
  ],
  [
    [
      ['ana', 10_001],
      ['ben', -1],
    ],
    false,
  ],
] as const)('credit of %j is shared out: %s', (shares, isOk) => {
  expect(judgeShares(shares.map(([user, shareBp]) => ({ user, shareBp }))).ok).toBe(isOk)
})
