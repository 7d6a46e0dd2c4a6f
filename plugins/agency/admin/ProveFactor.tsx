'use client'

import { useState } from 'react'

import { CodeForm } from './CodeForm'

/** The code of the app after the password. */
export const ProveFactor = ({ target }: { target: string }) => {
  const [isDone, setDone] = useState(false)
  return (
    <>
      <h1 className="pwa-factor__title">One more step</h1>
      <p>Type the code that your authenticator app shows now.</p>
      <CodeForm
        command="prove-second-factor"
        label="Code"
        about="Six digits of your app, or one of your recovery codes."
        button={isDone ? 'Welcome…' : 'Sign in'}
        onDone={() => {
          setDone(true)
          window.location.assign(target)
        }}
      />
      <p className="pwa-factor__help">
        Phone lost? Use a recovery code. None left? A colleague who manages staff can take the
        second factor off your account.
      </p>
    </>
  )
}
