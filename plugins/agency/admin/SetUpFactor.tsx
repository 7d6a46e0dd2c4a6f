'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callCommand } from '#plugins/kernel/admin'
import type { PendingFactor } from '../queries/pending-factor'
import { CodeForm } from './CodeForm'
import { RecoveryCodes, codesIn } from './RecoveryCodes'

type Props = {
  pending: PendingFactor | null
  /** Where to go afterwards. */
  target: string
  /** Why it is shown: the role asks for it. */
  isDemanded?: boolean
}

/** Sets an authenticator app up: scan, type a code, keep the recovery codes. */
export const SetUpFactor = ({ pending, target, isDemanded = false }: Props) => {
  const router = useRouter()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  if (codes) return <RecoveryCodes codes={codes} target={target} />
  const begin = async () => {
    setBusy(true)
    const answer = await callCommand({
      command: 'begin-second-factor',
      input: {},
      key: crypto.randomUUID(),
    })
    setBusy(false)
    setProblem(answer.ok ? null : answer.message)
    if (answer.ok) router.refresh()
  }
  return (
    <>
      <h1 className="pwa-factor__title">Set up your second factor</h1>
      <p>
        {isDemanded
          ? 'Your role asks for it: beside your password you sign in with a code of an app on your phone.'
          : 'Beside your password you sign in with a code of an app on your phone.'}
      </p>
      {pending ? (
        <>
          <ol className="pwa-factor__steps">
            <li>Install an authenticator app, if you have none.</li>
            <li>Scan this picture with it, or type the key by hand.</li>
            <li>Type the six digits that it shows.</li>
          </ol>
          <svg
            className="pwa-factor__qr"
            role="img"
            aria-label="QR code with the key below"
            viewBox={`-4 -4 ${pending.size + 8} ${pending.size + 8}`}
            shapeRendering="crispEdges"
          >
            <rect x={-4} y={-4} width="100%" height="100%" fill="#fff" />
            <path d={pending.path} fill="#000" />
          </svg>
          <p className="pwa-factor__key">
            Key: <code>{pending.key}</code>
          </p>
          <CodeForm
            command="confirm-second-factor"
            label="Code of the app"
            button="Switch it on"
            onDone={(result) => setCodes(codesIn(result))}
          />
        </>
      ) : (
        <button
          type="button"
          className="pwa-btn pwa-btn--primary"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void begin()
          }}
        >
          {isBusy ? 'One moment…' : 'Begin'}
        </button>
      )}
      <p className="pwa-field__problem" role="alert">
        {problem}
      </p>
    </>
  )
}
