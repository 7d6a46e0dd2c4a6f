'use client'

import { Fragment } from 'react'

import { Field, SubmitButton } from '#themes/base'
import type { SelectOption } from '#themes/contract'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

const rows = [1, 2, 3] as const

/** Up to three times at which the client can meet a candidate; works without scripts. */
export const ProposeTimes = ({
  id,
  name,
  zone,
  modes,
  action,
}: {
  /** Of the card; prefixes the ids of the fields. */
  id: string
  name: string
  /** The clock on which the times stand. */
  zone: string
  /** Empty where the order’s plan says how they talk. */
  modes: readonly SelectOption[]
  action: FormAction
}) => (
  <details className="pw-fold">
    <summary>Propose times to meet</summary>
    <ActionForm
      action={action}
      initial={newForm()}
      className="pw-form"
      label={`Propose times: ${name}`}
    >
      {({ state, isPending }) => (
        <>
          <FormErrors state={state} idPrefix={id} />
          <p>
            {name} chooses one of these times and gets the invitation, as you do. All times are on
            the clock of {zone.replaceAll('_', ' ')}.
          </p>
          {rows.map((row) => (
            <Fragment key={row}>
              <Field
                idPrefix={id}
                name={`day${row}`}
                kind="date"
                width="half"
                label={`Day ${row}`}
                isRequired={row === 1}
                values={state.values}
                errors={state.errors}
              />
              <Field
                idPrefix={id}
                name={`time${row}`}
                kind="time"
                width="half"
                label={`Time ${row}`}
                isRequired={row === 1}
                values={state.values}
                errors={state.errors}
              />
            </Fragment>
          ))}
          {modes.length > 0 ? (
            <Field
              idPrefix={id}
              name="mode"
              kind="select"
              label="How"
              options={modes}
              isRequired
              values={state.values}
              errors={state.errors}
            />
          ) : null}
          <Field
            idPrefix={id}
            name="place"
            label="Place or link"
            hint="Address, number to call or address of the call"
            maxLength={300}
            values={state.values}
            errors={state.errors}
          />
          <SubmitButton label="Send these times" pendingLabel="Sending…" isPending={isPending} />
        </>
      )}
    </ActionForm>
  </details>
)
