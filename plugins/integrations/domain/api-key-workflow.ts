import { defineWorkflow } from '#plugins/kernel/domain'

export type ApiKeyState = 'active' | 'expired' | 'revoked'

/** The life of an API key. It ends once and does not come back: another one is made. */
export const apiKeyWorkflow = defineWorkflow<ApiKeyState>({
  name: 'API key',
  collection: 'api-keys',
  initial: 'active',
  states: {
    active: {
      label: 'Active',
      tone: 'good',
      next: {
        expired: { event: 'api-key.expired' },
        revoked: { event: 'api-key.revoked', needsReason: true },
      },
    },
    expired: { label: 'Expired', tone: 'neutral', next: {} },
    revoked: { label: 'Revoked', tone: 'bad', next: {} },
  },
})

/** Whether it can still be rotated or revoked. */
export const isLiveKey = (state: string): boolean => state === 'active'
