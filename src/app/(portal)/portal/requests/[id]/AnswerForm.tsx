'use client'

import { Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

/** A detail that the agency asks for, with what is known of it so far. */
export type AskedField = {
  /** Of the field: `details.startsOn`. */
  name: string
  label: string
  kind: 'text' | 'number' | 'date' | 'amount'
  value: string
  isRequired: boolean
}

export const AnswerForm = ({
  action,
  asked,
}: {
  action: FormAction
  asked: readonly AskedField[]
}) => (
  <ActionForm
    action={action}
    initial={newForm(Object.fromEntries(asked.map(({ name, value }) => [name, value])))}
    className="pw-form"
    label="Your answer"
  >
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} order={asked.map(({ name }) => name)} />
        {asked.map(({ name, label, kind, isRequired }) => (
          <Field
            key={name}
            name={name}
            label={label}
            kind={kind === 'amount' ? 'text' : kind}
            {...(kind === 'amount' ? { inputMode: 'decimal' as const } : {})}
            {...(kind === 'number' ? { min: '1', max: '500' } : {})}
            width={kind === 'text' ? 'full' : 'half'}
            isRequired={isRequired}
            values={state.values}
            errors={state.errors}
          />
        ))}
        <Field
          name="answer"
          kind="textarea"
          rows={asked.length > 0 ? 3 : 5}
          label={asked.length > 0 ? 'Anything else' : 'Your answer'}
          isRequired={asked.length === 0}
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
