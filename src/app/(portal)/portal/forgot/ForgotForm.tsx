'use client'

import { Field, Notice, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../shared/ActionForm'
import { newForm } from '../../../shared/form-state'
import { FormErrors } from '../shared/FormErrors'

export const ForgotForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Choose a new password">
    {({ state, isPending }) =>
      state.status === 'done' ? (
        <Notice tone="good" title="Please look into your mailbox">
          <p>{state.message}</p>
        </Notice>
      ) : (
        <>
          <FormErrors state={state} />
          <Field
            name="email"
            kind="email"
            label="E-mail address"
            autoComplete="email"
            isRequired
            values={state.values}
            errors={state.errors}
          />
          <SubmitButton
            label="Send me the mail"
            pendingLabel="Sending…"
            isPending={isPending}
            isWide
          />
        </>
      )
    }
  </ActionForm>
)
