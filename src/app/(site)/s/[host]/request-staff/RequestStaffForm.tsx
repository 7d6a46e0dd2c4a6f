'use client'

import { ErrorSummary, Field, Notice, SubmitButton } from '#themes/base'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'

const order = [
  'company',
  'contactName',
  'email',
  'phone',
  'jobTitle',
  'openingsCount',
  'workLocation',
  'startsOn',
  'payPeriod',
  'payFrom',
  'payTo',
  'notes',
]

/** A client's wish for staff; the key makes a request that is sent twice one request. */
export const RequestStaffForm = ({
  action,
  requestKey,
  currency,
}: {
  action: FormAction
  requestKey: string
  currency: string
}) => (
  <ActionForm
    action={action}
    initial={newForm({ openingsCount: '1', payPeriod: 'hour' })}
    className="pw-form pw-apply"
    label="Request staff"
  >
    {({ state: { status, values, errors, message }, isPending }) =>
      status === 'done' ? (
        <Notice tone="good" title="We have your request">
          <p>{message}</p>
        </Notice>
      ) : (
        <>
          <ErrorSummary
            title="Please look at these again"
            errors={Object.keys(errors).length > 0 || !message ? errors : { '': message }}
            order={order}
          />
          <input type="hidden" name="requestKey" value={values.requestKey ?? requestKey} />
          <Field
            name="company"
            label="Company"
            autoComplete="organization"
            isRequired
            values={values}
            errors={errors}
          />
          <Field
            name="contactName"
            label="Your name"
            autoComplete="name"
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
          <Field
            name="jobTitle"
            label="Role"
            hint="As you would call it: night nurse, forklift driver"
            isRequired
            values={values}
            errors={errors}
          />
          <Field
            name="openingsCount"
            label="How many people"
            kind="number"
            inputMode="numeric"
            min="1"
            max="500"
            isRequired
            width="short"
            values={values}
            errors={errors}
          />
          <Field
            name="workLocation"
            label="Where"
            hint="Street and town, or remote"
            isRequired
            values={values}
            errors={errors}
          />
          <Field
            name="startsOn"
            label="Start"
            kind="date"
            width="half"
            values={values}
            errors={errors}
          />
          <Field
            name="payPeriod"
            label="Pay is per"
            kind="select"
            options={[
              { value: 'hour', label: 'Hour' },
              { value: 'year', label: 'Year' },
            ]}
            width="half"
            values={values}
            errors={errors}
          />
          <Field
            name="payFrom"
            label={`Pay from (${currency})`}
            inputMode="decimal"
            width="half"
            values={values}
            errors={errors}
          />
          <Field
            name="payTo"
            label={`Pay to (${currency})`}
            inputMode="decimal"
            width="half"
            values={values}
            errors={errors}
          />
          <Field
            name="notes"
            label="Anything we should know"
            kind="textarea"
            rows={5}
            values={values}
            errors={errors}
          />
          <SubmitButton
            label="Send the request"
            pendingLabel="Sending…"
            isPending={isPending}
            isWide
          />
        </>
      )
    }
  </ActionForm>
)
