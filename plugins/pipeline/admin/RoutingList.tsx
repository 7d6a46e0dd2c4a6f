'use client'

import { SetStepNav } from '@payloadcms/ui'
import { useState } from 'react'

import { EmptyState, PageHeader, Panel, Pill, Screen } from '#plugins/agency/admin'
import { CommandDialog, OrderedList, type CommandAction } from '#plugins/kernel/admin'
import { employmentTypeLabels, employmentTypes } from '../domain/employment-type'
import type { ListedRule } from '../queries/routing-list'

/** The routing rules in their order: dragged, or moved by the keyboard or the menu. */
export const RoutingList = ({ rules }: { rules: readonly ListedRule[] }) => {
  const [isTrying, setTrying] = useState(false)
  const [outcome, setOutcome] = useState<string | null>(null)
  return (
    <Screen>
      <SetStepNav nav={[{ label: 'Settings', url: '/admin/settings' }, { label: 'Routing' }]} />
      <PageHeader
        title="Routing"
        lead="Whose a request or order becomes. The rules are asked from the top; the first that holds and has somebody free decides. Where none does, whoever takes the order owns it."
        actions={
          <>
            <button type="button" className="pwa-btn" onClick={() => setTrying(true)}>
              Try it…
            </button>
            <a className="pwa-btn pwa-btn--primary" href="/admin/collections/routing-rules/create">
              Add a rule
            </a>
          </>
        }
      />
      {outcome ? (
        <Panel title="What came of the trial">
          <p role="status">{outcome}</p>
        </Panel>
      ) : null}
      {rules.length === 0 ? (
        <EmptyState
          title="No rules yet"
          text="Whoever takes an order owns it. Add a rule to give work to colleagues by client, place or kind."
        />
      ) : (
        <OrderedList
          label="Routing rules"
          items={rules}
          command="order-routing-rules"
          inputOf={(ruleIds) => ({ ruleIds })}
          rowOf={rowOf}
        />
      )}
      {isTrying ? (
        <CommandDialog
          action={tryAction}
          onClose={() => setTrying(false)}
          onDone={(result) => {
            setOutcome(outcomeOf(result))
            setTrying(false)
          }}
        />
      ) : null}
    </Screen>
  )
}

const rowOf = ({ id, name, when, whose, isActive }: ListedRule) => {
  const href = `/admin/collections/routing-rules/${id}`
  return {
    name,
    children: (
      <>
        <a className="pwa-fields__name" href={href}>
          {name}
        </a>
        <span className="pwa-fields__marks">
          <span className="pwa-fields__use">{when}</span>
          {isActive ? null : <Pill tone="neutral" label="Not in use" />}
        </span>
        <span className="pwa-fields__use">{whose}</span>
      </>
    ),
    change: { label: 'Change', onSelect: () => window.location.assign(href) },
  }
}

const tryAction: CommandAction = {
  command: 'try-routing',
  label: 'Try it…',
  input: {},
  text: 'Says whose such an order would become. Nothing is changed.',
  fields: [
    { name: 'title', label: 'Title', type: 'text', isRequired: true },
    { name: 'category', label: 'Category of work', type: 'text' },
    {
      name: 'clientId',
      label: 'Client',
      type: 'relation',
      collection: 'client-corporations',
      titleFields: ['name'],
    },
    {
      name: 'employmentType',
      label: 'Employment type',
      type: 'select',
      isRequired: true,
      value: 'temp',
      options: employmentTypes.map((value) => ({ value, label: employmentTypeLabels[value] })),
    },
    { name: 'place', label: 'Place', type: 'text', placeholder: 'New York' },
    { name: 'language', label: 'Language, two letters', type: 'text', placeholder: 'en' },
  ],
  done: 'Tried.',
}

const outcomeOf = (result: unknown): string => {
  const rule: unknown = typeof result === 'object' && result ? Reflect.get(result, 'rule') : null
  const owner: unknown = typeof result === 'object' && result ? Reflect.get(result, 'owner') : null
  return typeof rule === 'string' && typeof owner === 'string'
    ? `${owner} gets it, by the rule “${rule}”.`
    : 'No rule holds, or nobody of it is free: whoever takes the order owns it.'
}
