'use client'

import { Choice, Consent, ErrorSummary, Field, FileField, Notice, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../../shared/ActionForm'
import { newForm } from '../../../../../shared/form-state'

const order = ['firstName', 'lastName', 'email', 'phone', 'cv', 'answer', 'consent']

/** Apply without an account; the same person twice is one application. */
export const ApplyForm = ({
  action,
  screening,
  texts,
}: {
  action: FormAction
  screening: { kind: 'yes_no' | 'text'; question: string } | null
  /** What one agrees to, in the words that are in force. */
  texts: { application: string; talentPool: string }
}) => (
  <ActionForm action={action} initial={newForm()} className="pw-form pw-apply" label="Apply">
    {({ state: { status, values, errors, message }, isPending }) =>
      status === 'done' ? (
        <Notice tone="good" title="Thank you, we have your application">
          <p>{message}</p>
        </Notice>
      ) : (
        <>
          <ErrorSummary
            title="Please look at these again"
            errors={Object.keys(errors).length > 0 || !message ? errors : { '': message }}
            order={order}
          />
          <Field
            name="firstName"
            label="First name"
            autoComplete="given-name"
            isRequired
            width="half"
            values={values}
            errors={errors}
          />
          <Field
            name="lastName"
            label="Last name"
            autoComplete="family-name"
            isRequired
            width="half"
            values={values}
            errors={errors}
          />
          <Field
            name="email"
            label="E-mail"
            kind="email"
            autoComplete="email"
            isRequired
            width="half"
            values={values}
            errors={errors}
          />
          <Field
            name="phone"
            label="Phone"
            kind="tel"
            autoComplete="tel"
            width="half"
            values={values}
            errors={errors}
          />
          <FileField
            name="cv"
            label="CV"
            hint="PDF or Word (.docx), up to 10 MB"
            accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            errors={errors}
          />
          {screening?.kind === 'yes_no' ? (
            <Choice
              name="answer"
              label={screening.question}
              options={[
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
              ]}
              isRequired
              layout="row"
              values={values}
              errors={errors}
            />
          ) : null}
          {screening?.kind === 'text' ? (
            <Field
              name="answer"
              label={screening.question}
              kind="textarea"
              isRequired
              values={values}
              errors={errors}
            />
          ) : null}
          <Consent name="consent" isRequired values={values} errors={errors}>
            {texts.application} I can take this back at any time by answering the confirmation mail.
          </Consent>
          <Consent name="talentPool" values={values} errors={errors}>
            {texts.talentPool}
          </Consent>
          <SubmitButton
            label="Send my application"
            pendingLabel="Sending…"
            isPending={isPending}
            isWide
          />
        </>
      )
    }
  </ActionForm>
)
