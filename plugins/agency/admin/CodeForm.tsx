'use client'

import { useId, useRef, useState } from 'react'

import { callCommand } from '#plugins/kernel/admin'

type Props = {
  command: string
  label: string
  about?: string
  button: string
  tone?: 'danger'
  onDone: (result: unknown) => void
}

/** Asks for a code and sends it; what is wrong stands beside the field, which keeps the focus. */
export const CodeForm = ({ command, label, about, button, tone, onDone }: Props) => {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const send = async () => {
    setBusy(true)
    const answer = await callCommand({ command, input: { code }, key: crypto.randomUUID() })
    setBusy(false)
    if (answer.ok) {
      setProblem(null)
      onDone(answer.result)
      return
    }
    setProblem(answer.fields.code ?? answer.message)
    setCode('')
    input.current?.focus()
  }

  return (
    <form
      className="pwa-factor__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void send()
      }}
    >
      <div className={`pwa-field${problem ? ' pwa-field--wrong' : ''}`}>
        <label htmlFor={id} className="pwa-field__label">
          {label}
        </label>
        <input
          id={id}
          ref={input}
          type="text"
          value={code}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem ${id}-about`}
          onChange={(event) => setCode(event.target.value)}
        />
        <p id={`${id}-problem`} className="pwa-field__problem" role="alert">
          {problem}
        </p>
        {about ? (
          <p id={`${id}-about`} className="pwa-field__about">
            {about}
          </p>
        ) : null}
      </div>
      <button
        type="submit"
        className={`pwa-btn ${tone === 'danger' ? 'pwa-btn--danger' : 'pwa-btn--primary'}`}
        aria-disabled={isBusy}
      >
        {isBusy ? 'One moment…' : button}
      </button>
    </form>
  )
}
