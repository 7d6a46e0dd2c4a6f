import type { AuthStrategy } from 'payload'

import { bringsApiKey } from './api-key-secret'
import { findApiKey } from './find-api-key'

/**
 * Signs a program in as the owner of its key. The account is read anew on each call, so a right that
 * the owner lost is lost to the key at once; the scopes stand beside it and narrow it further.
 */
export const apiKeyStrategy = ({ trustedHops }: { trustedHops: number }): AuthStrategy => ({
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    if (!bringsApiKey(headers)) return { user: null }
    const found = await findApiKey({ payload, headers, trustedHops })
    if (!found.ok) return { user: null }
    const { id, name, ownerId, scopes } = found.value
    const owner = await payload.findByID({
      collection: 'users',
      id: ownerId,
      depth: 1,
      // Nobody is signed in yet: this is the signing in.
      overrideAccess: true,
      disableErrors: true,
    })
    if (!owner) return { user: null }
    return {
      user: {
        ...owner,
        collection: 'users',
        _strategy: 'api-key',
        apiKey: { id, name, scopes },
      },
    }
  },
})
