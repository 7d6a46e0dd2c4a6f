'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

import type { ShownTask } from './shown-day'

type Key = 'n' | 'x' | 's' | 'w' | 'g' | 'c'

export type RowKeys = {
  ref: (element: HTMLLIElement | null) => void
  tabIndex: 0 | -1
  onFocus: () => void
}

/**
 * Keys of a list of tasks: j and k move, letters act on the task in focus. They work while the focus
 * is in the list and nowhere else (WCAG 2.1.4), which takes it when the page opens.
 */
export const useDayKeys = ({
  tasks,
  on,
}: {
  tasks: readonly ShownTask[]
  on: Readonly<Record<Key, (task: ShownTask | null) => void>>
}) => {
  const region = useRef<HTMLDivElement>(null)
  const rows = useRef(new Map<string, HTMLLIElement>())
  const [current, setCurrent] = useState<string | null>(null)
  const place = useRef(0)
  const at = tasks.findIndex(({ id }) => id === current)

  useEffect(() => {
    if (document.activeElement === document.body) region.current?.focus({ preventScroll: true })
  }, [])

  // The task in focus may have left the list: the one that took its place gets the focus.
  useEffect(() => {
    if (at >= 0) place.current = at
    else if (current !== null && document.activeElement === document.body) {
      const next = tasks[Math.min(place.current, tasks.length - 1)]
      if (next) rows.current.get(next.id)?.focus()
      else region.current?.focus({ preventScroll: true })
    }
  }, [tasks, at, current])

  const step = (by: 1 | -1) => {
    const next = tasks[at < 0 ? 0 : Math.min(Math.max(at + by, 0), tasks.length - 1)]
    if (next) rows.current.get(next.id)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isForList(event)) return
    const task = tasks[at] ?? null
    const { key } = event
    if (key === 'j' || key === 'ArrowDown') step(1)
    else if (key === 'k' || key === 'ArrowUp') step(-1)
    else if (key === 'Enter' && task && event.target === rows.current.get(task.id))
      window.location.assign(task.href)
    else if (isKey(key)) on[key](task)
    else return
    event.preventDefault()
  }

  const isKey = (key: string): key is Key => Object.hasOwn(on, key)

  return {
    region: { ref: region, tabIndex: -1, onKeyDown },
    rowOf: (id: string): RowKeys => ({
      ref: (element) => {
        if (element) rows.current.set(id, element)
        else rows.current.delete(id)
      },
      tabIndex: id === (tasks[at] ?? tasks[0])?.id ? 0 : -1,
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
