'use client'

import { Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../../shared/ActionForm'
import { newForm } from '../../../../../shared/form-state'
import { FormErrors } from '../../../shared/FormErrors'

export const DisputeForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Something is wrong">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} />
        <Field
          name="reason"
          kind="textarea"
          rows={3}
          label="What is wrong?"
          hint="Which day, and what it should be. The worker reads this."
          isRequired
          values={state.values}
          errors={state.errors}
        />
        <SubmitButton
          label="Send back to the worker"
          pendingLabel="Sending…"
          isPending={isPending}
          look="danger"
        />
      </>
    )}
  </ActionForm>
)
