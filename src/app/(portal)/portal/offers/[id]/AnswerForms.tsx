'use client'

import { Consent, Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

/** Accepting takes a typed name and a tick; declining asks why and takes no answer for one. */
export const AnswerForms = ({ accept, decline }: { accept: FormAction; decline: FormAction }) => (
  <>
    <ActionForm action={accept} initial={newForm()} className="pw-form" label="Accept the offer">
      {({ state, isPending }) => (
        <>
          <FormErrors state={state} order={['signature', 'agrees']} idPrefix="accept" />
          <Field
            idPrefix="accept"
            name="signature"
            label="Your full name"
            hint="Stands as your signature"
            autoComplete="name"
            isRequired
            maxLength={200}
            values={state.values}
            errors={state.errors}
          />
          <Consent
            idPrefix="accept"
            name="agrees"
            values={state.values}
            errors={state.errors}
            isRequired
          >
            I accept this offer as it stands above.
          </Consent>
          <SubmitButton
            label="Accept the offer"
            pendingLabel="Accepting…"
            isPending={isPending}
            isWide
          />
        </>
      )}
    </ActionForm>
    <details className="pw-fold">
      <summary>Decline the offer</summary>
      <ActionForm
        action={decline}
        initial={newForm()}
        className="pw-form"
        label="Decline the offer"
      >
        {({ state, isPending }) => (
          <>
            <FormErrors state={state} idPrefix="decline" />
            <Field
              idPrefix="decline"
              name="reason"
              kind="textarea"
              rows={3}
              label="Why?"
              hint="Your recruiter reads this"
              values={state.values}
              errors={state.errors}
            />
            <SubmitButton
              label="Decline the offer"
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
