'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import type { SearchItem } from './search-answer'
import { useSearch } from './use-search'

/**
 * A combobox over a list in groups (WAI-ARIA): typing searches, arrows move, Enter opens, with Ctrl in
 * a new tab, Escape closes. The focus stays in the field.
 */
export const SearchDialog = ({ onClose }: { onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const router = useRouter()
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { groups, note, isBusy, remember } = useSearch(text)
  const items = groups.flatMap((group) => group.items)
  const chosen = items[Math.min(active, items.length - 1)]

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  useEffect(() => {
    if (chosen)
      document.getElementById(`${listId}-${chosen.key}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, listId])

  const open = ({ item, isNewTab }: { item: SearchItem; isNewTab: boolean }) => {
    remember(item)
    if (isNewTab) window.open(item.path, '_blank', 'noopener')
    else router.push(item.path)
    onClose()
  }

  return createPortal(
    <dialog
      ref={dialog}
      className="pwa-search"
      aria-label="Search everything"
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="pwa-search__head">
        <input
          type="text"
          role="combobox"
          aria-label="Search"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${listId}-${chosen.key}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="A name, a number, a screen"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault()
              const step = event.key === 'ArrowDown' ? 1 : -1
              setActive((at) => (at + step + items.length) % Math.max(1, items.length))
            }
            if (event.key === 'Enter' && chosen) {
              event.preventDefault()
              open({ item: chosen, isNewTab: event.ctrlKey || event.metaKey })
            }
          }}
        />
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={onClose}>
          Close
        </button>
      </div>
      <div id={listId} role="listbox" aria-label="Found" className="pwa-search__list">
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <p className="pwa-search__group" aria-hidden="true">
              {group.label}
            </p>
            {group.items.map((item) => (
              <a
                key={item.key}
                id={`${listId}-${item.key}`}
                role="option"
                aria-selected={item === chosen}
                tabIndex={-1}
                className="pwa-search__item"
                href={item.path}
                onPointerMove={() => setActive(items.indexOf(item))}
                onClick={(event) => {
                  event.preventDefault()
                  open({ item, isNewTab: event.ctrlKey || event.metaKey })
                }}
              >
                <span className="pwa-search__title">{item.title}</span>
                <span className="pwa-search__detail">{item.detail}</span>
              </a>
            ))}
          </div>
        ))}
      </div>
      <p className="pwa-search__note" role="status">
        {isBusy && items.length === 0 ? 'Searching…' : note}
      </p>
    </dialog>,
    document.body,
  )
}
