'use client'

import { useId, useRef, useState } from 'react'

import {
  callCommand,
  CommandDialog,
  useAction,
  type CommandAction,
  type Composer,
} from '#plugins/kernel/admin'
import { callDirections, callOutcomes, mentionAt, mentionedIn, type Colleague } from '../domain'
import { useColleagues } from './use-colleagues'

type About = { kind: string; id: string }

/**
 * Writes a note: it stands in the timeline at once and comes back into the field when it could not be
 * kept. `@` finds colleagues. No form of its own: the record around it is one.
 */
export const NoteComposer: Composer = ({ kind, id: recordId, reload }) => {
  const about = { kind, id: recordId }
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState<readonly Colleague[]>([])
  const [active, setActive] = useState(0)
  const [pending, setPending] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [closedAt, setClosedAt] = useState<string | null>(null)
  const { open, start, close, finish } = useAction({ onDone: () => void reload() })

  const typed = mentionAt({ text, caret })
  const isListed = typed !== null && typed !== closedAt
  const { colleagues, problem: searchProblem } = useColleagues({ word: isListed ? typed : null })
  const options = isListed ? colleagues : []

  const mention = (colleague: Colleague) => {
    const from = caret - (typed?.length ?? 0)
    const before = `${text.slice(0, from)}${colleague.name} `
    setText(before + text.slice(caret))
    setCaret(before.length)
    setChosen([...chosen.filter((one) => one.id !== colleague.id), colleague])
    setActive(0)
    field.current?.focus()
  }
  const send = async () => {
    const said = text.trim()
    if (said === '' || pending !== null) return
    setPending(said)
    setText('')
    setProblem(null)
    const answer = await callCommand({
      command: 'add-note',
      input: {
        about,
        text: said,
        mentionIds: mentionedIn({ text: said, colleagues: chosen }).map((one) => one.id),
      },
      key: crypto.randomUUID(),
    })
    if (answer.ok) {
      setChosen([])
      await reload()
    } else {
      setText(said)
      setProblem(answer.message)
    }
    setPending(null)
  }
  const listId = `${id}-colleagues`
  return (
    <div className="pwa-composer">
      <div className="pwa-field">
        <label htmlFor={id} className="pwa-field__label">
          Note for the team
        </label>
        <div className="pwa-composer">
          <textarea
            ref={field}
            id={id}
            rows={3}
            value={text}
            role="combobox"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            aria-activedescendant={options[active] ? `${listId}-${options[active].id}` : undefined}
            aria-describedby={`${id}-about`}
            placeholder="What should the next colleague know?"
            onChange={(event) => {
              setText(event.target.value)
              setCaret(event.target.selectionStart)
              setActive(0)
              setClosedAt(null)
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onBlur={() => setClosedAt(typed)}
            onKeyDown={(event) => {
              const colleague = options[active]
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                void send()
              } else if (event.key === 'Escape' && isListed) {
                event.stopPropagation()
                setClosedAt(typed)
              } else if (colleague && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
                event.preventDefault()
                const step = event.key === 'ArrowDown' ? 1 : -1
                setActive((active + step + options.length) % options.length)
              } else if (colleague && (event.key === 'Enter' || event.key === 'Tab')) {
                event.preventDefault()
                mention(colleague)
              }
            }}
          />
          <div className="pwa-composer__list">
            <ul
              id={listId}
              role="listbox"
              aria-label="Colleagues"
              className="pwa-combo__list"
              hidden={!isListed || (options.length === 0 && !searchProblem)}
            >
              {options.map((colleague, at) => (
                <li
                  key={colleague.id}
                  id={`${listId}-${colleague.id}`}
                  role="option"
                  aria-selected={at === active}
                  className="pwa-combo__option"
                  onPointerDown={(event) => {
                    // Before the field loses the focus and closes the list.
                    event.preventDefault()
                    mention(colleague)
                  }}
                >
                  {colleague.name}
                </li>
              ))}
              {searchProblem ? <li className="pwa-combo__none">{searchProblem}</li> : null}
            </ul>
          </div>
        </div>
        <p id={`${id}-about`} className="pwa-field__about">
          Nobody outside sees it. @ calls a colleague to it; Ctrl and Enter send it.
        </p>
      </div>
      {problem ? (
        <p className="pwa-field__problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="pwa-composer__acts">
        <button
          type="button"
          className="pwa-btn pwa-btn--primary"
          disabled={text.trim() === '' || pending !== null}
          onClick={() => void send()}
        >
          Add note
        </button>
        <button type="button" className="pwa-btn" onClick={() => start(logCallAbout(about))}>
          Log a call
        </button>
      </div>
      {pending === null ? null : (
        <div className="pwa-composer__pending" role="status">
          <p className="pwa-timeline__said">{pending}</p>
          <p className="pwa-timeline__meta">You, just now · being kept…</p>
        </div>
      )}
      {open ? <CommandDialog action={open} onClose={close} onDone={finish} /> : null}
    </div>
  )
}

const optionsOf = (labels: Readonly<Record<string, { en: string }>>) =>
  Object.entries(labels).map(([value, { en }]) => ({ value, label: en }))

const logCallAbout = (about: About): CommandAction => ({
  command: 'log-call',
  label: 'Log a call',
  input: { about },
  fields: [
    {
      name: 'direction',
      label: 'Who called',
      type: 'select',
      options: optionsOf(callDirections),
      isRequired: true,
    },
    {
      name: 'outcome',
      label: 'How it ended',
      type: 'select',
      options: optionsOf(callOutcomes),
      isRequired: true,
    },
    { name: 'durationMinutes', label: 'Minutes', type: 'number', least: 0, most: 1440 },
    { name: 'text', label: 'What was said', type: 'textarea' },
  ],
  done: 'The call is logged.',
})
