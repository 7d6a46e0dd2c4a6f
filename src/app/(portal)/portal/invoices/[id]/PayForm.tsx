'use client'

import { useEffect } from 'react'

import { ButtonLink, Notice, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

/** Leads to the payment page: at once with scripts, by one press more without. */
export const PayForm = ({ action, label }: { action: FormAction; label: string }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Pay by card">
    {({ state, isPending }) =>
      state.status === 'done' && state.values.url ? (
        <Onward url={state.values.url} />
      ) : (
        <>
          <FormErrors state={state} />
          <SubmitButton
            label={label}
            pendingLabel="Opening the payment page…"
            isPending={isPending}
            isWide
          />
        </>
      )
    }
  </ActionForm>
)

const Onward = ({ url }: { url: string }) => {
  useEffect(() => {
    window.location.assign(url)
  }, [url])
  return (
    <>
      <Notice tone="info">
        <p>The payment page is ready.</p>
      </Notice>
      <ButtonLink href={url} label="Go to the payment page" icon="arrow" isWide />
    </>
  )
}
