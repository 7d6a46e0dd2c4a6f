import type { SanitizedConfig } from 'payload'

import type { CommandField } from '#plugins/kernel/admin'
import { scopeChoices } from '../domain'
import { sendableEvents } from '../queries/sendable-events'

/** What is asked for when a webhook is made or changed. */
export const webhookFields = ({
  config,
  may,
  record,
}: {
  config: SanitizedConfig
  may: (permission: string) => boolean
  record?: { name: string; url: string; events: readonly string[]; scopes: readonly string[] }
}): CommandField[] => [
  {
    name: 'name',
    label: 'Name',
    type: 'text',
    isRequired: true,
    placeholder: 'Payroll system',
    ...(record ? { value: record.name } : {}),
  },
  {
    name: 'url',
    label: 'Address',
    type: 'text',
    isRequired: true,
    placeholder: 'https://example.com/hooks/placewright',
    description: 'On the public internet, by https.',
    ...(record ? { value: record.url } : {}),
  },
  {
    name: 'events',
    label: 'Events',
    type: 'choices',
    isRequired: true,
    options: eventChoices(config),
    ...(record ? { value: record.events } : {}),
  },
  {
    name: 'scopes',
    label: 'Scopes',
    type: 'choices',
    options: scopeChoices(may),
    description:
      'With a scope that reads a kind of record, the record itself is sent, personal data included; without, only identifiers.',
    ...(record ? { value: record.scopes } : {}),
  },
]

const eventChoices = (config: SanitizedConfig) => {
  const events = sendableEvents(config)
  const kinds = [...new Set(events.map(({ name }) => name.split('.')[0] ?? name))]
  return [
    { value: '*', label: 'Everything', description: '*' },
    ...kinds.map((kind) => ({
      value: `${kind}.*`,
      label: `All about ${kind.replaceAll('-', ' ')}`,
      description: `${kind}.*`,
    })),
    ...events.map(({ name, summary }) => ({ value: name, label: summary, description: name })),
  ]
}
