'use client'

import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'

export type MenuItem = {
  key: string
  label: string
  tone?: 'danger'
  /** Stands beside the menu already where there is room. */
  isNarrowOnly?: boolean
  onSelect: () => void
}

type Props = {
  /** The name of the button for those who do not see it. */
  label: string
  button: ReactNode
  buttonClassName: string
  items: readonly MenuItem[]
}

/** A button with a list of acts (WAI-ARIA menu button): arrows move, Enter chooses, Escape closes. */
export const Menu = ({ label, button, buttonClassName, items }: Props) => {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)

  useLayoutEffect(() => {
    const button = root.current?.querySelector('button')
    if (isOpen && button && list.current) placeBeside({ list: list.current, button })
  }, [isOpen])

  useEffect(() => {
    if (!isOpen) return
    itemsIn(root.current)[0]?.focus()
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    // What was scrolled a moment before it opened may still be moving: it stays with its button.
    const follow = (event: Event) => {
      const button = root.current?.querySelector('button')
      const isInside = event.target instanceof Node && list.current?.contains(event.target)
      if (button && list.current && !isInside) placeBeside({ list: list.current, button })
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('scroll', follow, { capture: true, passive: true })
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('scroll', follow, { capture: true })
    }
  }, [isOpen])

  const close = () => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }

  return (
    <div ref={root} className="pwa-menu">
      <button
        type="button"
        className={buttonClassName}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((open) => !open)}
      >
        {button}
      </button>
      {isOpen ? (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className="pwa-menu__list"
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Tab') {
              event.stopPropagation()
              close()
            }
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
            event.preventDefault()
            const all = itemsIn(root.current)
            const at = all.findIndex((item) => item === document.activeElement)
            const step = event.key === 'ArrowDown' ? 1 : -1
            all[(at + step + all.length) % all.length]?.focus()
          }}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={[
                'pwa-menu__item',
                item.tone ? `pwa-menu__item--${item.tone}` : '',
                item.isNarrowOnly ? 'pwa-menu__item--narrow' : '',
              ].join(' ')}
              onClick={() => {
                close()
                item.onSelect()
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

const gap = 4

/**
 * Below the button, above it where there is more room, and never outside of the window. Fixed to the
 * window, because a board that scrolls would cut off what hangs out of it.
 */
const placeBeside = ({ list, button }: { list: HTMLElement; button: HTMLElement }) => {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = list
  const isBelow = at.bottom + gap + height <= window.innerHeight || at.top < height + gap
  const top = isBelow ? at.bottom + gap : at.top - gap - height
  const left = Math.min(Math.max(gap, at.right - width), window.innerWidth - width - gap)
  list.style.setProperty('top', `${Math.max(gap, top)}px`)
  list.style.setProperty('left', `${Math.max(gap, left)}px`)
}

const itemsIn = (root: HTMLElement | null): HTMLElement[] =>
  [...(root?.querySelectorAll('[role="menuitem"]') ?? [])].filter(
    (item): item is HTMLElement => item instanceof HTMLElement && item.offsetParent !== null,
  )
