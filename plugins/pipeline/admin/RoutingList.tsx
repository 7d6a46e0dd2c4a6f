'use client'

import { DraggableSortable, SetStepNav, useDraggableSortable } from '@payloadcms/ui'
import { useState } from 'react'

import { EmptyState, PageHeader, Panel, Pill, Screen } from '#plugins/agency/admin'
import { CommandDialog, Menu, useOrder, type CommandAction } from '#plugins/kernel/admin'
import { employmentTypeLabels, employmentTypes } from '../domain/employment-type'
import type { ListedRule } from '../queries/routing-list'

/** The routing rules in their order: dragged, or moved by the keyboard or the menu. */
export const RoutingList = ({ rules }: { rules: readonly ListedRule[] }) => {
  const [isTrying, setTrying] = useState(false)
  const [outcome, setOutcome] = useState<string | null>(null)
  const { order, isBusy, move } = useOrder({
    ids: rules.map(({ id }) => id),
    command: 'order-routing-rules',
    inputOf: (ruleIds) => ({ ruleIds }),
  })
  const ordered = order.flatMap((id) => rules.find((rule) => rule.id === id) ?? [])
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
      {ordered.length === 0 ? (
        <EmptyState
          title="No rules yet"
          text="Whoever takes an order owns it. Add a rule to give work to colleagues by client, place or kind."
        />
      ) : (
        <DraggableSortable
          ids={ordered.map(({ id }) => id)}
          onDragEnd={({ moveFromIndex, moveToIndex }) =>
            move({ from: moveFromIndex, to: moveToIndex })
          }
        >
          <ul className="pwa-fields" aria-label="Routing rules" aria-busy={isBusy}>
            {ordered.map((rule, at) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                {...(at > 0 ? { onUp: () => move({ from: at, to: at - 1 }) } : {})}
                {...(at < ordered.length - 1
                  ? { onDown: () => move({ from: at, to: at + 1 }) }
                  : {})}
              />
            ))}
          </ul>
        </DraggableSortable>
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

const RuleRow = ({
  rule,
  onUp,
  onDown,
}: {
  rule: ListedRule
  onUp?: () => void
  onDown?: () => void
}) => {
  const { id, name, when, whose, isActive } = rule
  const { attributes, listeners, setNodeRef, transform, transition } = useDraggableSortable({ id })
  const href = `/admin/collections/routing-rules/${id}`
  return (
    <li ref={setNodeRef} className="pwa-fields__row" style={{ transform, transition }}>
      <button
        type="button"
        className="pwa-fields__handle"
        {...attributes}
        {...listeners}
        role="button"
        aria-label={`Move ${name}`}
      >
        <span aria-hidden="true">⠿</span>
      </button>
      <a className="pwa-fields__name" href={href}>
        {name}
      </a>
      <span className="pwa-fields__marks">
        <span className="pwa-fields__use">{when}</span>
        {isActive ? null : <Pill tone="neutral" label="Not in use" />}
      </span>
      <span className="pwa-fields__use">{whose}</span>
      <Menu
        label={`Actions for ${name}`}
        button={<span>Actions</span>}
        buttonClassName="pwa-btn pwa-btn--menu pwa-btn--quiet"
        items={[
          { key: 'change', label: 'Change', onSelect: () => window.location.assign(href) },
          ...(onUp ? [{ key: 'up', label: 'Move up', onSelect: onUp }] : []),
          ...(onDown ? [{ key: 'down', label: 'Move down', onSelect: onDown }] : []),
        ]}
      />
    </li>
  )
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
