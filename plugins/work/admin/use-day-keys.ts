'use client'

import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'

type Key = 'n' | 'x' | 's' | 'w' | 'g' | 'c'

export type RowKeys = {
  ref: (element: HTMLLIElement | null) => void
  tabIndex: 0 | -1
  onFocus: () => void
}

/**
 * Keys of a list: j and k move, letters act on the line in focus. They work while the focus
 * is in the list and nowhere else (WCAG 2.1.4), which takes it when the page opens.
 */
export const useDayKeys = ({
  lines,
  on,
}: {
  /** What stands in the list, from top to bottom. */
  lines: readonly { id: string; href: string }[]
  /** What a key does with the line in focus. */
  on: Readonly<Record<Key, (id: string | null) => void>>
}) => {
  const region = useRef<HTMLDivElement>(null)
  const rows = useRef(new Map<string, HTMLLIElement>())
  const [current, setCurrent] = useState<string | null>(null)
  const place = useRef(0)
  const isInside = useRef(false)
  const at = lines.findIndex(({ id }) => id === current)

  useEffect(() => {
    if (document.activeElement === document.body) region.current?.focus({ preventScroll: true })
  }, [])

  // The line in focus may leave its place, by a key or by a colleague: the next one gets the focus.
  useEffect(() => {
    const isLost = isInside.current && document.activeElement === document.body
    if (!isLost) {
      if (at >= 0) place.current = at
      return
    }
    const next = lines[Math.min(place.current, lines.length - 1)]
    const target = next ? rows.current.get(next.id) : region.current
    target?.focus({ preventScroll: true })
  }, [lines, at])

  const step = (by: 1 | -1) => {
    const next = lines[at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1)]
    if (next) rows.current.get(next.id)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isForList(event)) return
    const line = lines[at] ?? null
    const { key } = event
    if (key === 'j' || key === 'ArrowDown') step(1)
    else if (key === 'k' || key === 'ArrowUp') step(-1)
    else if (key === 'Enter' && line && event.target === rows.current.get(line.id))
      window.location.assign(line.href)
    else if (isKey(key)) on[key](line?.id ?? null)
    else return
    event.preventDefault()
  }

  const isKey = (key: string): key is Key => Object.hasOwn(on, key)

  return {
    region: {
      ref: region,
      tabIndex: -1,
      onKeyDown,
      onFocus: () => {
        isInside.current = true
      },
      onBlur: ({ target, currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) => {
        const staysInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
        // What is taken off the page loses the focus too, and has not gone anywhere.
        if (target.isConnected && !staysInside) isInside.current = false
      },
    },
    rowOf: (id: string): RowKeys => ({
      ref: (element) => {
        if (element) rows.current.set(id, element)
        else rows.current.delete(id)
      },
      tabIndex: id === (lines[at] ?? lines[0])?.id ? 0 : -1,
      onFocus: () => setCurrent(id),
    }),
  }
}

/** What is typed into a field, a menu or a dialog is not meant for the list. */
const isForList = ({ target, currentTarget }: KeyboardEvent<HTMLDivElement>): boolean => {
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return false
  if (target.closest('dialog, [role="menu"], textarea, select, [contenteditable]')) return false
  return !(target instanceof HTMLInputElement) || target.type === 'checkbox'
}
