import { recordActions } from '#plugins/kernel/admin/server'
import { isSending } from '../domain'
import { secretOfWebhook } from './secret-of-webhook'
import { webhookFields } from './webhook-fields'

/** What can be done with a webhook: try it, change it, stop it, catch up. */
export const WebhookActions = recordActions({
  collection: 'webhook-endpoints',
  actionsFor: ({ record, id, may, payload }) => {
    const isActive = isSending(record.state)
    const input = { webhookId: id }
    return [
      !isActive && {
        command: 'resume-webhook',
        label: 'Resume',
        input,
        tone: 'primary',
        done: 'It is sent to again.',
      },
      isActive && {
        command: 'test-webhook',
        label: 'Send a test',
        input,
        tone: 'primary',
        done: 'On its way: see the deliveries.',
      },
      {
        label: 'Deliveries',
        href: `/admin/collections/webhook-deliveries?where[endpoint][equals]=${id}`,
      },
      {
        command: 'change-webhook',
        label: 'Change…',
        input,
        text: 'From then on it acts for you.',
        fields: webhookFields({
          config: payload.config,
          may,
          record: {
            ...record,
            scopes: Array.isArray(record.scopes) ? record.scopes.map(String) : [],
          },
        }),
        done: 'Changed.',
      },
      isActive && {
        command: 'replay-webhook',
        label: 'Replay since…',
        input,
        text: 'Sends what this webhook chose and was not sent: after a pause, or from before it was made. 30 days back at most.',
        fields: [{ name: 'since', label: 'Since', type: 'day', isRequired: true }],
        done: 'On its way: see the deliveries.',
      },
      {
        command: 'rotate-webhook-secret',
        label: 'Rotate the secret…',
        input,
        text: 'Messages are signed by both secrets for the hours you choose, so that the receiver can change over.',
        fields: [
          {
            name: 'overlapHours',
            label: 'The present secret signs for',
            type: 'select',
            isRequired: true,
            value: '24',
            options: [
              { value: '0', label: 'No longer: it ends now' },
              { value: '24', label: 'A day' },
              { value: '168', label: 'A week' },
            ],
          },
        ],
        done: 'Rotated.',
        reveals: secretOfWebhook,
      },
      isActive && {
        command: 'pause-webhook',
        label: 'Pause',
        input,
        tone: 'danger',
        done: 'Nothing is sent until it is resumed.',
      },
    ]
  },
})
