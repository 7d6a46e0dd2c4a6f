'use client'

import { useEffect, useRef } from 'react'

import type { CommandAction } from '#plugins/kernel/admin'
import type { Trouble } from './troubles'

type Props = {
  label: string
  troubles: readonly Trouble[]
  isBusy: boolean
  onAct: (action: CommandAction) => void
}

/** What failed, one below the other. With the focus inside: j and k walk, r retries, d discards. */
export const TroubleList = ({ label, troubles, isBusy, onAct }: Props) => {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const element = list.current
    if (!element) return
    // The list itself is nothing to press: keys are for the buttons in it.
    const press = (event: KeyboardEvent) => pressKey({ event, list: element })
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <ul ref={list} className="pwa-troubles" aria-label={label}>
        {troubles.map(({ id, title, reason, facts, link, retry, discard }) => (
          <li key={id} className="pwa-troubles__item">
            <div className="pwa-troubles__text">
              <p className="pwa-troubles__title">{title}</p>
              <p className="pwa-troubles__reason">{reason}</p>
              <p className="pwa-troubles__facts">
                {facts.join(' · ')}
                {link ? (
                  <>
                    {' · '}
                    <a href={link.href}>{link.label}</a>
                  </>
                ) : null}
              </p>
            </div>
            <div className="pwa-troubles__acts">
              {[retry, discard].map((action) =>
                action ? (
                  <button
                    key={action.command}
                    type="button"
                    className={`pwa-btn${action.tone === 'danger' ? ' pwa-btn--danger-quiet' : ''}`}
                    data-key={action.tone === 'danger' ? 'd' : 'r'}
                    aria-keyshortcuts={action.tone === 'danger' ? 'd' : 'r'}
                    disabled={isBusy}
                    onClick={() => onAct(action)}
                  >
                    {action.label}
                    <span className="pwa-sr-only"> {title}</span>
                  </button>
                ) : null,
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="pwa-troubles__keys">
        Keys: <kbd>j</kbd> and <kbd>k</kbd> to walk, <kbd>r</kbd> to retry
        {troubles.some(({ discard }) => discard) ? (
          <>
            , <kbd>d</kbd> to discard
          </>
        ) : null}
      </p>
    </>
  )
}

const pressKey = ({ event, list }: { event: KeyboardEvent; list: HTMLUListElement }): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const rows = [...list.children]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[at]
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
  const target =
    step === undefined
      ? row?.querySelector<HTMLElement>(`button[data-key="${CSS.escape(event.key)}"]`)
      : rows[at + step]?.querySelector<HTMLElement>('button, a')
  if (!target) return
  event.preventDefault()
  if (step === undefined) target.click()
  else target.focus()
}
