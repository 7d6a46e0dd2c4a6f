'use client'

import { Consent, Field, SubmitButton } from '#themes/base'
import type { SelectOption } from '#themes/contract'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

/** Accepting takes a typed name and a tick, other terms take a wish, declining asks why. */
export const AnswerForms = ({
  accept,
  counter,
  decline,
  pay,
  declineReasons,
}: {
  accept: FormAction
  counter: FormAction
  decline: FormAction
  /** What the pay is called and in what it is written: 'Salary per year in USD'. */
  pay: string
  declineReasons: readonly SelectOption[]
}) => (
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
      <summary>Ask for other terms</summary>
      <ActionForm
        action={counter}
        initial={newForm()}
        className="pw-form"
        label="Ask for other terms"
      >
        {({ state, isPending }) => (
          <>
            <FormErrors state={state} idPrefix="counter" />
            <p>
              Your recruiter answers with a new offer, or calls you. This one is then no longer
              open.
            </p>
            <Field
              idPrefix="counter"
              name="pay"
              label={pay}
              inputMode="decimal"
              maxLength={20}
              values={state.values}
              errors={state.errors}
            />
            <Field
              idPrefix="counter"
              name="startsOn"
              kind="date"
              label="Start"
              values={state.values}
              errors={state.errors}
            />
            <Field
              idPrefix="counter"
              name="words"
              kind="textarea"
              rows={3}
              label="In your own words"
              maxLength={2_000}
              values={state.values}
              errors={state.errors}
            />
            <SubmitButton label="Send" pendingLabel="Sending…" isPending={isPending} />
          </>
        )}
      </ActionForm>
    </details>
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
              name="declineCode"
              kind="select"
              label="Why?"
              emptyOption="Choose a reason"
              options={declineReasons}
              isRequired
              values={state.values}
              errors={state.errors}
            />
            <Field
              idPrefix="decline"
              name="reason"
              kind="textarea"
              rows={3}
              label="In your own words"
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
