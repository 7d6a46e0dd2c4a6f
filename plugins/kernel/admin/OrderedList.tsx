'use client'

import { DraggableSortable, useDraggableSortable } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import { DragHandle } from './DragHandle'
import { Menu, type MenuItem } from './Menu'
import { useOrder } from './use-order'

type Row = {
  /** By which the row is called to those who do not see it. */
  name: string
  /** What stands between the handle and the menu. */
  children: ReactNode
  /** The first act of the menu, before those that move the row. */
  change: Omit<MenuItem, 'key'>
  others?: readonly MenuItem[]
}

/** What an agency puts into order: its rows are dragged, or moved by the keyboard or their menu. */
export const OrderedList = <Item extends { id: string }>({
  label,
  items,
  command,
  inputOf,
  isBusy = false,
  rowOf,
}: {
  label: string
  items: readonly Item[]
  command: string
  /** The command's input for a new order of all ids. */
  inputOf: (ids: readonly string[]) => Readonly<Record<string, unknown>>
  isBusy?: boolean
  rowOf: (item: Item) => Row
}) => {
  const {
    order,
    isBusy: isMoving,
    move,
  } = useOrder({ ids: items.map(({ id }) => id), command, inputOf })
  const ordered = order.flatMap((id) => items.find((item) => item.id === id) ?? [])
  return (
    <DraggableSortable
      ids={ordered.map(({ id }) => id)}
      onDragEnd={({ moveFromIndex, moveToIndex }) => move({ from: moveFromIndex, to: moveToIndex })}
    >
      <ul className="pwa-fields" aria-label={label} aria-busy={isBusy || isMoving}>
        {ordered.map((item, at) => (
          <OrderedRow
            key={item.id}
            id={item.id}
            row={rowOf(item)}
            moves={[
              ...(at > 0
                ? [{ key: 'up', label: 'Move up', onSelect: () => move({ from: at, to: at - 1 }) }]
                : []),
              ...(at < ordered.length - 1
                ? [
                    {
                      key: 'down',
                      label: 'Move down',
                      onSelect: () => move({ from: at, to: at + 1 }),
                    },
                  ]
                : []),
            ]}
          />
        ))}
      </ul>
    </DraggableSortable>
  )
}

const OrderedRow = ({
  id,
  row: { name, children, change, others = [] },
  moves,
}: {
  id: string
  row: Row
  moves: readonly MenuItem[]
}) => {
  const { attributes, listeners, setNodeRef, transform, transition } = useDraggableSortable({ id })
  return (
    <li ref={setNodeRef} className="pwa-fields__row" style={{ transform, transition }}>
      <DragHandle name={name} attributes={attributes} listeners={listeners} />
      {children}
      <Menu
        label={`Actions for ${name}`}
        button={<span>Actions</span>}
        buttonClassName="pwa-btn pwa-btn--menu pwa-btn--quiet"
        items={[{ key: 'change', ...change }, ...moves, ...others]}
      />
    </li>
  )
}
