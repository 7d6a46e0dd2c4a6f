import type { ShownCard, ShownColumn } from './board-types'

/** Cards that were moved on the screen and that the server's board does not show yet, by card. */
export type Moves = Readonly<Record<string, string>>

/** The columns as the screen shows them: the server's, with the moves under way already made. */
export const withMoves = ({
  columns,
  moves,
}: {
  columns: readonly ShownColumn[]
  moves: Moves
}): readonly ShownColumn[] => {
  const moved = columns.flatMap((column) =>
    column.cards
      .filter((card) => moves[card.id] !== undefined && moves[card.id] !== column.key)
      .map((card) => ({ card, from: column.key, to: moves[card.id] })),
  )
  if (moved.length === 0) return columns
  return columns.map((column) => {
    const gone = new Set(moved.filter(({ from }) => from === column.key).map(idOf))
    const come = moved.filter(({ to }) => to === column.key)
    return {
      ...column,
      count: column.count - gone.size + come.length,
      cards: [
        ...column.cards.filter(({ id }) => !gone.has(id)),
        ...come.map(({ card }) => ({ ...card, daysInStage: 0 })),
      ],
    }
  })
}

const idOf = ({ card }: { card: ShownCard }) => card.id

/** The column a card stands in. */
export const columnOf = ({
  columns,
  cardId,
}: {
  columns: readonly ShownColumn[]
  cardId: string
}): ShownColumn | undefined =>
  columns.find((column) => column.cards.some(({ id }) => id === cardId))
