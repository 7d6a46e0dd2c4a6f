import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { columnOf, withMoves } from './board-moves'
import type { ShownCard, ShownColumn } from './board-types'

const card = (id: string): ShownCard => ({
  id,
  candidateId: `person of ${id}`,
  name: id,
  headline: null,
  source: 'Site',
  daysInStage: 4,
  next: null,
  isKnockOut: false,
  right: null,
})

const column = (key: string, ids: readonly string[]): ShownColumn => ({
  key,
  stageId: key,
  name: key,
  colour: null,
  isOpen: true,
  state: 'new',
  tone: 'info',
  count: ids.length,
  cards: ids.map(card),
  allowed: [],
})

const board = [column('new', ['a', 'b']), column('screening', ['c']), column('offer', [])]

describe('withMoves', () => {
  it('shows a card where it was dropped, as new there', () => {
    const shown = withMoves({ columns: board, moves: { a: 'offer' } })
    expect(shown.map(({ count, cards }) => [count, cards.map(({ id }) => id)])).toEqual([
      [1, ['b']],
      [1, ['c']],
      [1, ['a']],
    ])
    expect(shown[2]?.cards[0]?.daysInStage).toBe(0)
  })

  it('changes nothing when the server shows the card there already', () => {
    expect(withMoves({ columns: board, moves: { c: 'screening' } })).toBe(board)
  })

  it('never loses or doubles a card, whatever is moved', () => {
    const moves = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'unknown'),
      fc.constantFrom('new', 'screening', 'offer'),
    )
    fc.assert(
      fc.property(moves, (made) => {
        const shown = withMoves({ columns: board, moves: made })
        expect(shown.flatMap(({ cards }) => cards.map(({ id }) => id)).sort()).toEqual([
          'a',
          'b',
          'c',
        ])
        for (const { count, cards } of shown) expect(count).toBe(cards.length)
        for (const id of ['a', 'b', 'c'])
          expect(columnOf({ columns: shown, cardId: id })?.key).toBe(
            made[id] ?? columnOf({ columns: board, cardId: id })?.key,
          )
      }),
    )
  })
})
