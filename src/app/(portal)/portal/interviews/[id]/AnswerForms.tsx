'use client'

import { Choice, Field, SubmitButton } from '#themes/base'
import type { SelectOption } from '#themes/contract'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { ButtonForm } from '../../shared/ButtonForm'
import { FormErrors } from '../../shared/FormErrors'

/** Yes, another time, no: three forms, so that each works by itself and without scripts. */
export const AnswerForms = ({
  slots,
  accept,
  another,
  decline,
}: {
  /** Times to choose from; the only one is accepted by its button. */
  slots: readonly SelectOption[]
  accept: FormAction
  another: FormAction
  decline: FormAction
}) => (
  <>
    <ChooseTime slots={slots} accept={accept} />
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

const ChooseTime = ({ slots, accept }: { slots: readonly SelectOption[]; accept: FormAction }) => {
  const [only, ...others] = slots
  if (!only) return null
  if (others.length === 0)
    return <ButtonForm action={accept} label="Accept this time" pendingLabel="Accepting…" isWide />
  return (
    <ActionForm action={accept} initial={newForm()} className="pw-form" label="Choose a time">
      {({ state, isPending }) => (
        <>
          <FormErrors state={state} idPrefix="choose" />
          <Choice
            idPrefix="choose"
            name="slotId"
            label="Which time suits you?"
            options={slots}
            values={state.values}
            errors={state.errors}
            isRequired
          />
          <SubmitButton
            label="Accept this time"
            pendingLabel="Accepting…"
            isPending={isPending}
            isWide
          />
        </>
      )}
    </ActionForm>
  )
}
