'use client'

import { Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

export const AnswerForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Your answer">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} />
        <Field
          name="answer"
          kind="textarea"
          rows={5}
          label="Your answer"
          isRequired
          values={state.values}
          errors={state.errors}
        />
        <SubmitButton
          label="Send the answer"
          pendingLabel="Sending…"
          isPending={isPending}
          isWide
        />
      </>
    )}
  </ActionForm>
)
