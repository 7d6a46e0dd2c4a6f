import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  boardFilterFrom,
  cardsAskedFrom,
  cardsAtOnce,
  isFiltered,
  noFilter,
  withMoreCards,
} from './board-filter'

const id = '0190a000-0000-7000-8000-000000000001'

describe('the filter of a board', () => {
  it('is read from the address', () => {
    expect(boardFilterFrom({ source: 'site', days: '7', label: id, colleague: id })).toEqual({
      source: 'site',
      days: 7,
      label: id,
      colleague: id,
    })
    expect(isFiltered(boardFilterFrom({ days: '7' }))).toBe(true)
  })

  it('is open for whatever cannot be read', () => {
    for (const value of ['', 'x', '-1', '0', '1.5', "'; drop table", ['site', 'site'], null, {}])
      expect(
        boardFilterFrom({ source: value, days: value, label: value, colleague: value }),
      ).toEqual(noFilter)
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (asked) => {
        boardFilterFrom(asked)
        cardsAskedFrom(asked)
      }),
    )
  })
})

describe('the cards asked for', () => {
  it('go to the address and back, a column at a time', () => {
    const more = withMoreCards({ asked: {}, key: id, shown: 50 })
    expect(cardsAskedFrom({ more })).toEqual({ [id]: 50 + cardsAtOnce })
    const both = withMoreCards({ asked: cardsAskedFrom({ more }), key: 'without new', shown: 50 })
    expect(cardsAskedFrom({ more: both })).toEqual({ [id]: 100, 'without new': 100 })
  })

  it('are never too many', () => {
    expect(cardsAskedFrom({ more: `${id}:999999,${id}` })).toEqual({})
    expect(cardsAskedFrom({ more: withMoreCards({ asked: {}, key: 'a', shown: 5_000 }) })).toEqual({
      a: 2_000,
    })
  })
})
