'use client'

import { Consent, Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

export const WithdrawForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Take back">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} order={['reason', 'isSure']} />
        <Field
          name="reason"
          kind="textarea"
          rows={3}
          label="Why?"
          hint="It helps us to suggest something better"
          values={state.values}
          errors={state.errors}
        />
        <Consent name="isSure" values={state.values} errors={state.errors} isRequired>
          I take back my application for this job.
        </Consent>
        <SubmitButton
          label="Take back my application"
          pendingLabel="Taking back…"
          isPending={isPending}
          look="danger"
        />
      </>
    )}
  </ActionForm>
)
