'use client'

import { useState } from 'react'

export type ShownLetter = {
  id: string
  name: string
  why: string | null
  subject: string
  text: string
  missing: readonly string[]
}

/** Who is left out and why, and the letter as each of the others reads it. */
export const LetterPreview = ({
  letters,
  left,
}: {
  letters: readonly ShownLetter[]
  /** How many are left out, also beyond those that are listed. */
  left: number
}) => {
  const [at, setAt] = useState(0)
  const out = letters.filter(({ why }) => why !== null)
  const read = letters.filter(({ why }) => why === null)
  const letter = read[at]
  return (
    <div className="pwa-bulk" aria-live="polite">
      {left > 0 ? (
        <>
          <h3 className="pwa-bulk__title">{left === 1 ? '1 person' : `${left} people`} left out</h3>
          <ul className="pwa-bulk__list">
            {out.map(({ id, name, why }) => (
              <li key={id}>
                <strong>{name}</strong> <span>{why}</span>
              </li>
            ))}
            {left > out.length ? <li>and {left - out.length} more</li> : null}
          </ul>
        </>
      ) : null}
      {letter ? (
        <>
          <div className="pwa-letter__reader">
            <h3 className="pwa-bulk__title">As {letter.name} reads it</h3>
            {read.length > 1 ? (
              <span>
                <button
                  type="button"
                  className="pwa-btn"
                  aria-label="The reader before"
                  disabled={at === 0}
                  onClick={() => setAt(at - 1)}
                >
                  ‹
                </button>{' '}
                {at + 1} of {read.length}{' '}
                <button
                  type="button"
                  className="pwa-btn"
                  aria-label="The next reader"
                  disabled={at === read.length - 1}
                  onClick={() => setAt(at + 1)}
                >
                  ›
                </button>
              </span>
            ) : null}
          </div>
          {letter.missing.length > 0 ? (
            <p className="pwa-field__problem">Empty for them: {letter.missing.join(', ')}.</p>
          ) : null}
          <article className="pwa-letter__paper">
            <p>
              <strong>{letter.subject}</strong>
            </p>
            <p className="pwa-letter__text">{letter.text}</p>
          </article>
        </>
      ) : (
        <p>Nobody is left to write to.</p>
      )}
    </div>
  )
}
