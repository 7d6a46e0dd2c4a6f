'use client'

import { Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

export const MessageForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Your message">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} />
        <Field
          name="text"
          kind="textarea"
          rows={5}
          label="Your message"
          hint="Your recruiter reads it, and your colleagues who have a login here."
          isRequired
          values={state.values}
          errors={state.errors}
        />
        <SubmitButton label="Send" pendingLabel="Sending…" isPending={isPending} isWide />
      </>
    )}
  </ActionForm>
)
