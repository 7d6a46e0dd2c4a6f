'use client'

import { useId, useState } from 'react'

import { Panel } from '#plugins/agency/admin'
import type { Operation } from '../endpoints/operations'
import { curlOf } from './curl-of'
import { tryOperation, type Tried } from './try-operation'

/** One operation: what it takes, how a program calls it, and a try with one's own session. */
export const OperationPanel = ({ operation, server }: { operation: Operation; server: string }) => {
  const bodyId = useId()
  const [path, setPath] = useState(operation.path)
  const [text, setText] = useState(operation.example)
  const [tried, setTried] = useState<Tried | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isCommand = operation.method === 'POST'
  const send = async () => {
    setBusy(true)
    setTried(await tryOperation({ method: operation.method, path, text }))
    setBusy(false)
  }
  return (
    <>
      <Panel title={operation.summary}>
        <p className="pwa-api__about">
          <code>
            {operation.method} {operation.path}
          </code>{' '}
          {operation.about}
        </p>
        {operation.fields.length > 0 ? (
          <dl className="pwa-api__fields">
            {operation.fields.map(({ name, takes, isRequired }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                  {isRequired ? <span className="pwa-api__needed">needed</span> : null}
                </dt>
                <dd>{takes}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="pwa-api__none">It takes nothing.</p>
        )}
      </Panel>
      <Panel title="From a program">
        <pre className="pwa-api__code" tabIndex={0} role="region" aria-label="curl">
          {curlOf({ method: operation.method, url: `${server}${path}`, text })}
        </pre>
      </Panel>
      <Panel
        title="Try it"
        note={isCommand ? 'It acts as you, and what it changes is changed.' : 'It reads as you.'}
      >
        <form
          className="pwa-api__try"
          onSubmit={(event) => {
            event.preventDefault()
            if (!isBusy) void send()
          }}
        >
          {operation.path.includes('{') ? (
            <div className="pwa-field">
              <label className="pwa-field__label" htmlFor={`${bodyId}-path`}>
                Path
              </label>
              <input
                id={`${bodyId}-path`}
                type="text"
                value={path}
                onChange={(event) => setPath(event.target.value)}
              />
            </div>
          ) : null}
          <div className="pwa-field">
            <label className="pwa-field__label" htmlFor={bodyId}>
              {isCommand ? 'Body' : 'Query'}
            </label>
            <textarea
              id={bodyId}
              className="pwa-secret"
              rows={isCommand ? Math.min(16, text.split('\n').length + 1) : 2}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <div>
            <button type="submit" className="pwa-btn pwa-btn--primary" aria-disabled={isBusy}>
              {isBusy ? 'One moment…' : 'Send'}
            </button>
          </div>
        </form>
        <div role="status">
          {tried ? (
            <>
              <p className="pwa-api__status">{tried.status}</p>
              <pre className="pwa-api__code" tabIndex={0} role="region" aria-label="Answer">
                {tried.body}
              </pre>
            </>
          ) : null}
        </div>
      </Panel>
    </>
  )
}
