'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

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
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    if (!isOpen) return
    itemsIn(root.current)[0]?.focus()
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
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

const itemsIn = (root: HTMLElement | null): HTMLElement[] =>
  [...(root?.querySelectorAll('[role="menuitem"]') ?? [])].filter(
    (item): item is HTMLElement => item instanceof HTMLElement && item.offsetParent !== null,
  )
