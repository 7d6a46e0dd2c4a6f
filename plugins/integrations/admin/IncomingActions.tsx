import { recordActions } from '#plugins/kernel/admin/server'
import { isReceiving } from '../domain'
import { secretOfIncoming } from './secret-of-incoming'

/** What can be done with an incoming webhook: look, rename, change its secret, stop it. */
export const IncomingActions = recordActions({
  collection: 'incoming-endpoints',
  actionsFor: ({ record, id }) => {
    const isActive = isReceiving(record.state)
    const input = { incomingEndpointId: id }
    return [
      !isActive && {
        command: 'enable-incoming-endpoint',
        label: 'Enable',
        input,
        tone: 'primary',
        done: 'It takes messages again.',
      },
      {
        label: 'Deliveries',
        href: `/admin/collections/incoming-deliveries?where[endpoint][equals]=${id}`,
      },
      {
        command: 'change-incoming-endpoint',
        label: 'Rename…',
        input,
        text: 'From then on it acts for you.',
        fields: [
          { name: 'name', label: 'Name', type: 'text', isRequired: true, value: record.name },
        ],
        done: 'Changed.',
      },
      {
        command: 'rotate-incoming-secret',
        label: 'Rotate the secret…',
        input,
        text: 'Signatures by both secrets count for the hours you choose, so that the sender can change over.',
        fields: [
          {
            name: 'overlapHours',
            label: 'The present secret counts for',
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
        reveals: secretOfIncoming,
      },
      isActive && {
        command: 'disable-incoming-endpoint',
        label: 'Disable…',
        input,
        text: 'Messages are refused until it is enabled again. Nothing that came before changes.',
        fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
        tone: 'danger',
        done: 'Messages are refused from now on.',
      },
    ]
  },
})
