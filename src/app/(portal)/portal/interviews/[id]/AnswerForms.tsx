'use client'

import { Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { ButtonForm } from '../../shared/ButtonForm'
import { FormErrors } from '../../shared/FormErrors'

/** Yes, another time, no: three forms, so that each works by itself and without scripts. */
export const AnswerForms = ({
  accept,
  another,
  decline,
}: {
  accept: FormAction
  another: FormAction
  decline: FormAction
}) => (
  <>
    <ButtonForm action={accept} label="Accept this time" pendingLabel="Accepting…" isWide />
    <details className="pw-fold">
      <summary>Ask for another time</summary>
      <ActionForm
        action={another}
        initial={newForm()}
        className="pw-form"
        label="Ask for another time"
      >
        {({ state, isPending }) => (
          <>
            <FormErrors state={state} idPrefix="another" />
            <Field
              idPrefix="another"
              name="times"
              kind="textarea"
              rows={3}
              label="When would it suit you?"
              hint="Two or three times, for example Tuesday after 16:00"
              isRequired
              values={state.values}
              errors={state.errors}
            />
            <SubmitButton label="Send" pendingLabel="Sending…" isPending={isPending} />
          </>
        )}
      </ActionForm>
    </details>
    <details className="pw-fold">
      <summary>Decline the interview</summary>
      <ActionForm action={decline} initial={newForm()} className="pw-form" label="Decline">
        {({ state, isPending }) => (
          <>
            <FormErrors state={state} idPrefix="decline" />
            <Field
              idPrefix="decline"
              name="note"
              kind="textarea"
              rows={3}
              label="Why?"
              values={state.values}
              errors={state.errors}
            />
            <SubmitButton
              label="Decline"
              pendingLabel="Declining…"
              isPending={isPending}
              look="danger"
            />
          </>
        )}
      </ActionForm>
    </details>
  </>
)
