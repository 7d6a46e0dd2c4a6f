'use client'

import { useEffect, useId, useRef, useState } from 'react'

import type { RelationField } from './command-action'

type Option = { id: string; title: string }

type Props = {
  id: string
  field: RelationField
  value: Option | null
  onChange: (value: Option | null) => void
  describedBy: string | undefined
  isInvalid: boolean
}

/** Finds a record by typing a part of its name: a combobox of WAI-ARIA with a list below. */
export const RelationSelect = ({ id, field, value, onChange, describedBy, isInvalid }: Props) => {
  const listId = useId()
  const [text, setText] = useState(value?.title ?? '')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { options, problem, isAsking } = useOptions({ field, text, isOpen })
  const leave = useLeave({ isOpen, close: () => setOpen(false) })

  const choose = (option: Option) => {
    onChange(option)
    setText(option.title)
    setOpen(false)
  }

  return (
    <div className="pwa-combo">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={
          isOpen && options[active] ? `${listId}-${options[active].id}` : undefined
        }
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        placeholder="Type to search"
        value={text}
        onFocus={() => setOpen(value === null)}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
          if (value) onChange(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setOpen(true)
            const step = event.key === 'ArrowDown' ? 1 : -1
            setActive((at) => (at + step + options.length) % Math.max(1, options.length))
          }
          const chosen = options[active]
          if (event.key === 'Enter' && isOpen && chosen) {
            event.preventDefault()
            choose(chosen)
          }
          if (event.key === 'Escape' && isOpen) {
            // Escape closes the list first, the dialog around it only then.
            event.preventDefault()
            event.stopPropagation()
            setOpen(false)
          }
        }}
      />
      <ul id={listId} role="listbox" className="pwa-combo__list" hidden={!isOpen}>
        {options.map((option, at) => (
          <li
            key={option.id}
            id={`${listId}-${option.id}`}
            role="option"
            aria-selected={at === active}
            className="pwa-combo__option"
            onPointerDown={(event) => {
              // Before the field loses the focus and closes the list.
              event.preventDefault()
              choose(option)
            }}
          >
            {option.title}
          </li>
        ))}
        {options.length === 0 ? (
          <li className="pwa-combo__none">
            {problem ?? (isAsking ? 'Searching…' : 'Nothing found.')}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

/**
 * Closes the list when the field is left. While somebody presses something else it stays until they let
 * go: what they press would move away under the pointer with the list.
 */
const useLeave = ({ isOpen, close }: { isOpen: boolean; close: () => void }) => {
  const isPressed = useRef(false)
  useEffect(() => {
    if (!isOpen) return
    const press = () => {
      isPressed.current = true
    }
    const release = () => {
      isPressed.current = false
    }
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [isOpen])
  return ({ target }: { target: EventTarget }) => {
    if (!isPressed.current) {
      close()
      return
    }
    const ended = new AbortController()
    const end = () => {
      ended.abort()
      isPressed.current = false
      // The click follows the release at once, still before this.
      setTimeout(() => {
        if (document.activeElement !== target) close()
      }, 0)
    }
    window.addEventListener('pointerup', end, { signal: ended.signal })
    window.addEventListener('pointercancel', end, { signal: ended.signal })
  }
}

const useOptions = ({
  field,
  text,
  isOpen,
}: {
  field: RelationField
  text: string
  isOpen: boolean
}): { options: readonly Option[]; problem: string | null; isAsking: boolean } => {
  const [found, setFound] = useState<Found & { url: string | null }>({
    options: [],
    problem: null,
    url: null,
  })
  const url = urlOf({ field, text })
  useEffect(() => {
    if (!isOpen) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void search({ url, field, signal: abort.signal }).then((result) => {
        if (!abort.signal.aborted) setFound({ ...result, url })
      })
    }, 180)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [url, isOpen, field])
  return { ...found, isAsking: found.url !== url }
}

type Found = { options: readonly Option[]; problem: string | null }

const search = async ({
  url,
  field,
  signal,
}: {
  url: string
  field: RelationField
  signal: AbortSignal
}): Promise<Found> => {
  try {
    const response = await fetch(url, { signal })
    if (!response.ok) return { options: [], problem: 'These records cannot be searched.' }
    const body: unknown = await response.json()
    return { options: optionsIn({ body, titleFields: field.titleFields }), problem: null }
  } catch (error) {
    if (signal.aborted) return { options: [], problem: null }
    if (error instanceof TypeError)
      return { options: [], problem: 'The server could not be reached.' }
    throw error
  }
}

const urlOf = ({ field, text }: { field: RelationField; text: string }): string => {
  const query = new URLSearchParams({ limit: '8', depth: '0' })
  let and = 0
  for (const [name, value] of Object.entries(field.only ?? {})) {
    query.set(`where[and][${and}][${name}][equals]`, value)
    and += 1
  }
  for (const [name, value] of Object.entries(field.except ?? {})) {
    query.set(`where[and][${and}][${name}][not_equals]`, value)
    and += 1
  }
  // Each word has to be somewhere in the title, so that "marta lopez" finds both of her names.
  for (const word of text.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    for (const [at, name] of field.titleFields.entries())
      query.set(`where[and][${and}][or][${at}][${name}][like]`, word)
    and += 1
  }
  for (const name of field.titleFields) query.set(`select[${name}]`, 'true')
  return `/api/${field.collection}?${query}`
}

const optionsIn = ({
  body,
  titleFields,
}: {
  body: unknown
  titleFields: readonly string[]
}): Option[] => {
  const docs: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'docs') : null
  if (!Array.isArray(docs)) return []
  return docs.flatMap((doc: unknown) => {
    if (typeof doc !== 'object' || doc === null) return []
    const title = titleFields
      .map((name): unknown => Reflect.get(doc, name))
      .filter((part) => typeof part === 'string' && part !== '')
      .join(' ')
    return [{ id: String(Reflect.get(doc, 'id')), title: title || 'Without a name' }]
  })
}
