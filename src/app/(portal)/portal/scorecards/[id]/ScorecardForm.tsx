'use client'

import { Fragment } from 'react'

import { Choice, Field, SubmitButton } from '#themes/base'
import type { SelectOption } from '#themes/contract'
import { ActionForm, type FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'
import { FormErrors } from '../../shared/FormErrors'

const scores: readonly SelectOption[] = ['5', '4', '3', '2', '1'].map((value) => ({
  value,
  label: value,
}))

/** A line per criterion, from 1 to 5 with a word; works without scripts and with a thumb. */
export const ScorecardForm = ({
  criteria,
  recommendations,
  action,
}: {
  criteria: readonly string[]
  recommendations: readonly SelectOption[]
  action: FormAction
}) => (
  <ActionForm action={action} initial={newForm()} className="pw-form" label="Your scorecard">
    {({ state, isPending }) => (
      <>
        <FormErrors state={state} />
        <p>5 is best. Leave out what you could not judge.</p>
        {criteria.map((criterion, index) => (
          <Fragment key={criterion}>
            <Choice
              name={`score${index}`}
              label={criterion}
              options={scores}
              layout="scale"
              values={state.values}
              errors={state.errors}
            />
            <Field
              name={`words${index}`}
              label={`${criterion}, in words`}
              maxLength={1_000}
              values={state.values}
              errors={state.errors}
            />
          </Fragment>
        ))}
        <Choice
          name="recommendation"
          label="Would you take the candidate?"
          options={recommendations}
          isRequired
          values={state.values}
          errors={state.errors}
        />
        <Field
          name="words"
          kind="textarea"
          rows={4}
          label="What speaks for or against it"
          maxLength={4_000}
          values={state.values}
          errors={state.errors}
        />
        <p>Once it is sent it stays as it is, and you see what your colleagues said.</p>
        <SubmitButton
          label="Send the scorecard"
          pendingLabel="Sending…"
          isPending={isPending}
          isWide
        />
      </>
    )}
  </ActionForm>
)
