'use client'

import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { factsOf, type Fact } from './facts-of'

/**
 * A stored structure as names and values to read. Payload's own field is an editor that a browser
 * has to fetch from another company, which the security policy forbids.
 */
export const FactsField: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  const facts = factsOf(value)
  return (
    <div className="field-type pwa-facts">
      <FieldLabel as="span" label={field.label} path={path} />
      {facts.length > 0 ? <Facts facts={facts} /> : <p className="pwa-facts__none">–</p>}
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="pwa-facts__list">
    {facts.map(({ name, text, parts }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{parts ? <Facts facts={parts} /> : text}</dd>
      </div>
    ))}
  </dl>
)
