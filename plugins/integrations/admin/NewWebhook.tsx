import type { BeforeListTableServerProps } from 'payload'

import { permissionsOf } from '#plugins/kernel'
import { ActionBar } from '#plugins/kernel/admin'
import { secretOfWebhook } from './secret-of-webhook'
import { webhookFields } from './webhook-fields'

/** The button above the list; whoever sees the list may press it. */
export const NewWebhook = ({ payload, user }: BeforeListTableServerProps) => {
  if (!user) return null
  const permissions = permissionsOf(user)
  return (
    <ActionBar
      actions={[
        {
          command: 'create-webhook',
          label: 'New webhook…',
          input: {},
          text: 'It acts for you: what you may not see is not sent.',
          fields: webhookFields({
            config: payload.config,
            may: (permission) => permissions.has(permission),
          }),
          tone: 'primary',
          done: 'The webhook listens from now on.',
          reveals: secretOfWebhook,
        },
        { label: 'Deliveries', href: '/admin/collections/webhook-deliveries' },
      ]}
    />
  )
}
