'use client'

import { useState } from 'react'

import { CodeForm } from './CodeForm'
import { RecoveryCodes, codesIn } from './RecoveryCodes'

type Asked = 'renew' | 'remove' | null

/** What one can do with a second factor that is on: new codes, another app, or off. */
export const OwnSignIn = ({
  codesLeft,
  isDemanded,
}: {
  codesLeft: number
  isDemanded: boolean
}) => {
  const [asked, setAsked] = useState<Asked>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} target="/admin/second-factor" />
  return (
    <>
      <h1 className="pwa-factor__title">Your second factor is on</h1>
      <p>
        Signing in asks for a code of your app.{' '}
        {codesLeft === 1 ? 'One recovery code is left.' : `${codesLeft} recovery codes are left.`}
      </p>
      <div className="pwa-factor__acts">
        <button type="button" className="pwa-btn" onClick={() => setAsked('renew')}>
          New recovery codes…
        </button>
        <a className="pwa-btn" href="/admin/second-factor?set-up=again">
          Another app…
        </a>
        {isDemanded ? null : (
          <button
            type="button"
            className="pwa-btn pwa-btn--danger-quiet"
            onClick={() => setAsked('remove')}
          >
            Switch off…
          </button>
        )}
      </div>
      {asked === 'renew' ? (
        <CodeForm
          key="renew"
          command="renew-recovery-codes"
          label="Code of your app"
          about="The recovery codes you have now no longer work afterwards."
          button="Make new codes"
          onDone={(result) => setCodes(codesIn(result))}
        />
      ) : null}
      {asked === 'remove' ? (
        <CodeForm
          key="remove"
          command="remove-second-factor"
          label="Code of your app"
          about="Afterwards your password alone lets you in."
          button="Switch off"
          tone="danger"
          onDone={() => window.location.assign('/admin/second-factor')}
        />
      ) : null}
    </>
  )
}
