'use client'

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

/**
 * The keys of the search: / goes to the box, j and k to the rows, Enter opens (links do that by
 * themselves). A choice in the filters is shown at once where there is room for both. The keys work
 * while the focus is on this screen and in no field (WCAG 2.1.4).
 */
export const FindFrame = ({ children }: { children: ReactNode }) => {
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const sheet = frame.current?.querySelector('details[data-find-filters]')
    const isWide = window.matchMedia('(min-width: 900px)').matches
    if (sheet instanceof HTMLDetailsElement) sheet.open = isWide
    if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '/') boxIn(frame.current)?.focus()
    else if (event.key === 'j' || event.key === 'ArrowDown') step({ root: frame.current, by: 1 })
    else if (event.key === 'k' || event.key === 'ArrowUp') step({ root: frame.current, by: -1 })
    else return
    event.preventDefault()
  }

  const onChange = ({ target }: { target: EventTarget }) => {
    const isWide = window.matchMedia('(min-width: 900px)').matches
    // A dialog that a row opened tells of its changes here too, though it stands elsewhere in the page.
    if (isWide && isChoice(target) && frame.current?.contains(target)) target.form?.requestSubmit()
  }

  const region = { ref: frame, tabIndex: -1, onKeyDown, onChange }

  return (
    <div className="pwa-find-frame" {...region}>
      {children}
    </div>
  )
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  (target.closest('dialog, [role="menu"], textarea, select, [contenteditable]') !== null ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'))

/**
 * Days and amounts are still being typed when they change; what has no name, such as the box that picks a
 * candidate, is no part of what is asked.
 */
const isChoice = (target: EventTarget): target is HTMLSelectElement | HTMLInputElement =>
  (target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type === 'checkbox')) &&
  target.name !== ''

const boxIn = (root: HTMLElement | null): HTMLElement | null =>
  root?.querySelector<HTMLElement>('[data-find-box]') ?? null

const step = ({ root, by }: { root: HTMLElement | null; by: 1 | -1 }): void => {
  const rows = [...(root?.querySelectorAll<HTMLElement>('[data-find-row]') ?? [])]
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement))
  rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus()
}
