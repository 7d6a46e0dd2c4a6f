import type { BeforeListTableServerProps } from 'payload'

import { permissionsOf } from '#plugins/kernel'
import { ActionBar } from '#plugins/kernel/admin'
import { scopeChoices } from '../domain'

/** The button above the list; whoever sees the list may press it. */
export const NewApiKey = ({ user }: BeforeListTableServerProps) => {
  if (!user) return null
  const permissions = permissionsOf(user)
  return (
    <ActionBar
      actions={[
        {
          command: 'create-api-key',
          label: 'New API key…',
          input: {},
          text: 'The key acts for you. It can do what you choose here, as long as your own role allows it.',
          fields: [
            {
              name: 'name',
              label: 'Name',
              type: 'text',
              isRequired: true,
              placeholder: 'Payroll export',
              description: 'Which program uses it; it stands in the timeline of what it does.',
            },
            {
              name: 'scopes',
              label: 'Scopes',
              type: 'choices',
              isRequired: true,
              options: scopeChoices((permission) => permissions.has(permission)),
              description: 'Only what the program needs.',
            },
            {
              name: 'lifetimeDays',
              label: 'Expires after',
              type: 'select',
              isRequired: true,
              value: '90',
              options: [
                { value: '30', label: '30 days' },
                { value: '90', label: '90 days' },
                { value: '180', label: '180 days' },
                { value: '365', label: 'A year' },
              ],
            },
            {
              name: 'allowedFrom',
              label: 'Allowed from',
              type: 'lines',
              placeholder: '203.0.113.0/24',
              description: 'One address or network per line. Empty: from anywhere.',
            },
          ],
          tone: 'primary',
          done: 'The key works from now on.',
          reveals: {
            key: 'secret',
            title: 'Your new API key',
            text: 'Put it where the program keeps its secrets. We keep only a hash of it and cannot show it again.',
          },
        },
        { label: 'API reference', href: '/admin/api-reference' },
      ]}
    />
  )
}
