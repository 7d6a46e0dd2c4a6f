'use client'

import { useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'

import { BoardColumn } from '#plugins/agency/admin'
import type { ShownColumn } from './board-types'

type Props = {
  column: ShownColumn
  /** While a card is over it: whether it may be put down here. */
  isRefused: boolean
  /** Reads more cards of this column. */
  onMore: () => void
  children: ReactNode
}

/** A stage that cards can be put into. */
export const BoardColumnArea = ({ column, isRefused, onMore, children }: Props) => {
  const { setNodeRef, isOver } = useDroppable({
    id: column.key,
    data: { name: column.name },
    disabled: !column.isOpen,
  })
  const hidden = column.count - column.cards.length
  return (
    <div ref={setNodeRef}>
      <BoardColumn
        title={column.name}
        count={column.count}
        {...(column.colour ? { colour: column.colour } : {})}
        {...(isOver ? { mark: isRefused ? ('refused' as const) : ('over' as const) } : {})}
      >
        {children}
        {column.count === 0 ? <li className="pwa-column__more">Nobody here</li> : null}
        {hidden > 0 ? (
          <li className="pwa-column__more">
            <button type="button" className="pwa-btn pwa-btn--quiet" onClick={onMore}>
              Show more ({hidden} left)
            </button>
          </li>
        ) : null}
      </BoardColumn>
    </div>
  )
}
