'use client'

import { Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

export const ResetForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Choose a new password">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} order={['password', 'repeated']} />
        <Field
          name="password"
          kind="password"
          label="New password"
          hint="At least 12 characters; a sentence is easy to remember"
          autoComplete="new-password"
          isRequired
          values={{}}
          errors={state.errors}
        />
        <Field
          name="repeated"
          kind="password"
          label="The same again"
          autoComplete="new-password"
          isRequired
          values={{}}
          errors={state.errors}
        />
        <SubmitButton
          label="Save and sign in"
          pendingLabel="Saving…"
          isPending={isPending}
          isWide
        />
      </>
    )}
  </ActionForm>
)
