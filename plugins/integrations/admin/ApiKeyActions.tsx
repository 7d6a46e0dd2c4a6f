import { recordActions } from '#plugins/kernel/admin/server'
import { isLiveKey } from '../domain'

/** What can be done with a key that still works. */
export const ApiKeyActions = recordActions({
  collection: 'api-keys',
  actionsFor: ({ record, id }) =>
    isLiveKey(record.state)
      ? [
          {
            command: 'rotate-api-key',
            label: 'Rotate…',
            input: { apiKeyId: id },
            text: 'Makes a new secret for this key. The present one works on for the hours you choose, so that the program can change over.',
            fields: [
              {
                name: 'overlapHours',
                label: 'The present secret works on for',
                type: 'select',
                isRequired: true,
                value: '24',
                options: [
                  { value: '0', label: 'No longer: it ends now' },
                  { value: '1', label: 'One hour' },
                  { value: '24', label: 'A day' },
                  { value: '168', label: 'A week' },
                ],
              },
            ],
            tone: 'primary',
            done: 'Rotated.',
            reveals: {
              key: 'secret',
              title: 'The new secret of this key',
              text: 'Put it where the program keeps its secrets. We keep only a hash of it and cannot show it again.',
            },
          },
          {
            command: 'revoke-api-key',
            label: 'Revoke…',
            input: { apiKeyId: id },
            text: 'The key stops working at once and for good.',
            fields: [{ name: 'reason', label: 'Why', type: 'textarea', isRequired: true }],
            tone: 'danger',
            done: 'Revoked.',
          },
        ]
      : [],
})
