'use client'

import { useDeferredValue, useId, useMemo, useState } from 'react'

import type { Operation } from '../endpoints/operations'
import { OperationPanel } from './OperationPanel'

/** The list of operations beside the chosen one; typing narrows the list. */
export const OperationBrowser = ({
  operations,
  server,
}: {
  operations: readonly Operation[]
  server: string
}) => {
  const searchId = useId()
  const [text, setText] = useState('')
  const [chosenId, setChosenId] = useState(operations[0]?.id ?? '')
  const words = useDeferredValue(text).toLowerCase().split(/\s+/).filter(Boolean)
  const found = useMemo(
    () =>
      operations.filter(({ path, summary, about }) =>
        words.every((word) => `${path} ${summary} ${about}`.toLowerCase().includes(word)),
      ),
    [operations, words],
  )
  const groups = [...new Set(found.map(({ group }) => group))]
  const chosen = operations.find(({ id }) => id === chosenId)
  return (
    <div className="pwa-api">
      <div className="pwa-api__side">
        <div className="pwa-field">
          <label className="pwa-field__label" htmlFor={searchId}>
            Search
          </label>
          <input
            id={searchId}
            type="search"
            value={text}
            placeholder="place candidate"
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <nav className="pwa-api__list" aria-label="Operations" tabIndex={-1}>
          {groups.map((group) => (
            <section key={group}>
              <h2 className="pwa-api__group">{group}</h2>
              <ul>
                {found
                  .filter((operation) => operation.group === group)
                  .map(({ id, method, path, summary }) => (
                    <li key={id}>
                      <button
                        type="button"
                        className="pwa-api__item"
                        aria-current={id === chosenId ? 'true' : undefined}
                        title={summary}
                        onClick={() => {
                          setChosenId(id)
                          document.getElementById('pwa-api-operation')?.scrollIntoView()
                        }}
                      >
                        <span className={`pwa-api__method pwa-api__method--${method}`}>
                          {method}
                        </span>
                        <span className="pwa-api__path">{path.replace('/commands/', '')}</span>
                      </button>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
          {found.length === 0 ? (
            <p className="pwa-api__none">Nothing is called so. Try one word of it.</p>
          ) : null}
        </nav>
      </div>
      <div className="pwa-api__main" id="pwa-api-operation">
        {chosen ? <OperationPanel key={chosen.id} operation={chosen} server={server} /> : null}
      </div>
    </div>
  )
}
