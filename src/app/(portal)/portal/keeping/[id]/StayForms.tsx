'use client'

import { SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

export const StayForm = ({ stay }: { stay: FormAction }) => (
  <ActionForm action={stay} initial={newForm()} className="pw-form" label="Keep my profile">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} order={[]} />
        <SubmitButton
          label="Yes, keep my profile"
          pendingLabel="Sending…"
          isPending={isPending}
          isWide
        />
      </>
    )}
  </ActionForm>
)

export const LeaveForm = ({ leave }: { leave: FormAction }) => (
  <details className="pw-fold">
    <summary>No, do not keep it</summary>
    <ActionForm action={leave} initial={newForm()} className="pw-form" label="Do not keep it">
      {({ state, isPending }) => (
        <>
          <FormErrors state={state} order={[]} />
          <p>
            From now on nobody here finds your profile and you get no news of us. An application or
            a job that is under way goes on.
          </p>
          <SubmitButton
            label="Do not keep my profile"
            pendingLabel="Sending…"
            isPending={isPending}
            look="danger"
          />
        </>
      )}
    </ActionForm>
  </details>
)
