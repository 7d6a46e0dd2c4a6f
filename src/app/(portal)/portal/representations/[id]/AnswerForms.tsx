'use client'

import { Consent, Field, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

/** Giving takes a typed name and a tick; refusing may say why. */
export const GiveForm = ({ give }: { give: FormAction }) => (
  <ActionForm action={give} initial={newForm()} className="pw-form" label="Give the right">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} order={['signedName', 'agrees']} idPrefix="give" />
        <Field
          idPrefix="give"
          name="signedName"
          label="Your full name"
          hint="Stands as your signature"
          autoComplete="name"
          isRequired
          maxLength={200}
          values={state.values}
          errors={state.errors}
        />
        <Consent
          idPrefix="give"
          name="agrees"
          values={state.values}
          errors={state.errors}
          isRequired
        >
          I agree to the words above.
        </Consent>
        <SubmitButton
          label="Yes, represent me"
          pendingLabel="Sending…"
          isPending={isPending}
          isWide
        />
      </>
    )}
  </ActionForm>
)

export const RefuseForm = ({ refuse, title }: { refuse: FormAction; title: string }) => (
  <details className="pw-fold">
    <summary>{title}</summary>
    <ActionForm action={refuse} initial={newForm()} className="pw-form" label={title}>
      {({ state, isPending }) => (
        <>
          <FormErrors state={state} idPrefix="refuse" />
          <Field
            idPrefix="refuse"
            name="note"
            kind="textarea"
            rows={3}
            label="Why?"
            hint="If you like; your recruiter reads this"
            values={state.values}
            errors={state.errors}
          />
          <SubmitButton label={title} pendingLabel="Sending…" isPending={isPending} look="danger" />
        </>
      )}
    </ActionForm>
  </details>
)
