'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

type Props = { title: string; text: string; secret: string; onClose: () => void }

/** Shows a secret that nobody can look up again, with a button that copies it. */
export const SecretDialog = ({ title, text, secret, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const titleId = useId()
  const [note, setNote] = useState('')

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    field.current?.select()
  }, [])

  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(secret)
      setNote('Copied.')
    } catch (error) {
      // Browsers give the clipboard to secure pages only, and to those the person allows.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error
      setNote('The browser did not copy it. It is selected: copy it with the keyboard.')
    }
  }

  return createPortal(
    <dialog
      ref={dialog}
      className="pwa-dialog"
      aria-labelledby={titleId}
      // A stray Escape would lose what cannot be shown again.
      onCancel={(event) => event.preventDefault()}
      onClose={onClose}
    >
      <div className="pwa-dialog__body">
        <h2 id={titleId} className="pwa-dialog__title">
          {title}
        </h2>
        <p className="pwa-dialog__text">{text}</p>
        <div className="pwa-field">
          <label className="pwa-field__label" htmlFor={`${titleId}-secret`}>
            Shown only now
          </label>
          <input
            ref={field}
            id={`${titleId}-secret`}
            className="pwa-secret"
            type="text"
            readOnly
            value={secret}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <p className="pwa-dialog__text" role="status">
          {note}
        </p>
        <div className="pwa-dialog__acts">
          <button type="button" className="pwa-btn" onClick={() => void copy()}>
            Copy
          </button>
          <button type="button" className="pwa-btn pwa-btn--primary" onClick={onClose}>
            I have kept it
          </button>
        </div>
      </div>
    </dialog>,
    document.body,
  )
}
