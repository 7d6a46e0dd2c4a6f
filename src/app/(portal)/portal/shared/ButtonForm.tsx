'use client'

import { SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../shared/ActionForm'
import { newForm } from '../../../shared/form-state'
import { FormErrors } from './FormErrors'

/** One button that does one thing, and what stood in its way. */
export const ButtonForm = ({
  action,
  label,
  pendingLabel,
  look = 'primary',
  isWide = false,
}: {
  action: FormAction
  label: string
  pendingLabel: string
  look?: 'primary' | 'quiet' | 'danger'
  isWide?: boolean
}) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label={label}>
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} />
        <SubmitButton
          label={label}
          pendingLabel={pendingLabel}
          isPending={isPending}
          look={look}
          isWide={isWide}
        />
      </>
    )}
  </ActionForm>
)
