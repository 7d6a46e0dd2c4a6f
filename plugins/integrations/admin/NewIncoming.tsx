import type { BeforeListTableServerProps } from 'payload'

import { permissions as names } from '#plugins/agency/domain'
import { permissionsOf } from '#plugins/kernel'
import { ActionBar } from '#plugins/kernel/admin'
import { incomingPurposeNames, incomingPurposes } from '../domain'
import { secretOfIncoming } from './secret-of-incoming'

/** The button above the list; whoever sees the list may press it. */
export const NewIncoming = ({ user }: BeforeListTableServerProps) => {
  if (!user) return null
  const mine = permissionsOf(user)
  const purposes = incomingPurposeNames.filter((name) =>
    mine.has(incomingPurposes[name].permission),
  )
  const deliveries = { label: 'Deliveries', href: '/admin/collections/incoming-deliveries' }
  if (purposes.length === 0) {
    const needed = incomingPurposeNames.map((name) => names[incomingPurposes[name].permission])
    return (
      <>
        <p className="pwa-lead">
          An incoming webhook acts for whoever makes it. To make one you need one of these rights:{' '}
          {needed.join('; ')}.
        </p>
        <ActionBar actions={[deliveries]} />
      </>
    )
  }
  return (
    <ActionBar
      actions={[
        {
          command: 'create-incoming-endpoint',
          label: 'New incoming webhook…',
          input: {},
          text: 'It acts for you: what you may not do, its messages cannot do either. Its page says how to send, with an example.',
          fields: [
            {
              name: 'name',
              label: 'Name',
              type: 'text',
              isRequired: true,
              placeholder: 'Client portal of Northgate',
              description: 'Which program sends; it stands in the timeline of what comes of it.',
            },
            {
              name: 'purpose',
              label: 'What a message does',
              type: 'select',
              isRequired: true,
              options: purposes.map((value) => ({ value, label: incomingPurposes[value].label })),
            },
          ],
          tone: 'primary',
          done: 'It takes messages from now on.',
          reveals: secretOfIncoming,
        },
        deliveries,
      ]}
    />
  )
}
