'use client'

import { FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { currencyCode } from '#plugins/kernel/domain'
import { explainTrace, type TraceStep } from '../domain'

/** How a line was reckoned, step by step, as the payroll clerk would repeat it by hand. */
export const TraceField: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  const currency = currencyCode.safeParse(useFormFields(([fields]) => fields.currency?.value))
  const steps =
    isTrace(value) && currency.success
      ? explainTrace({ trace: value, currency: currency.data })
      : []
  return (
    <div className="field-type">
      <FieldLabel as="span" label={field.label} path={path} />
      <ol className="pwa-trace">
        {steps.map((step, at) => (
          <li key={at}>{step}</li>
        ))}
      </ol>
    </div>
  )
}

/** Only the evaluation writes traces, so a list of steps is one of its own. */
const isTrace = (value: unknown): value is TraceStep[] =>
  Array.isArray(value) &&
  value.every((step: unknown) => typeof step === 'object' && step !== null && 'kind' in step)
