'use client'

import { Notice, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

export const TakeBackForm = ({ action, name }: { action: FormAction; name: string }) => (
  <ActionForm action={action} initial={newForm()} label={`Take back: ${name}`}>
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} order={[]} />
        <SubmitButton
          label="Take back"
          pendingLabel="Taking back…"
          isPending={isPending}
          look="danger"
        />
      </>
    )}
  </ActionForm>
)

export const CopyForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Copy of my data">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} order={[]} />
        {state.status === 'done' ? <Notice tone="good" title="The link is on its way" /> : null}
        <SubmitButton label="Send me a copy" pendingLabel="Sending…" isPending={isPending} />
      </>
    )}
  </ActionForm>
)
