import type { CollectionConfig, Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { apiKeyStrategy } from './access/api-key-strategy'
import { ApiKeys } from './collections/api-keys'
import { createApiKey } from './commands/create-api-key'
import { revokeApiKey } from './commands/revoke-api-key'
import { rotateApiKey } from './commands/rotate-api-key'
import { personalData } from './database/personal-data'
import { apiKeyWorkflow } from './domain'
import { expireApiKeysJob } from './jobs/expire-api-keys'
import type { IntegrationsOptions } from './options'

export { bringsApiKey } from './access/api-key-secret'
export { judgeKeyCall } from './access/judge-key-call'
export type { IntegrationsOptions } from './options'

/** How other programs work with the agency: by keys that act for a colleague. */
export const integrationsPlugin =
  (options: IntegrationsOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        collections: [...(config.collections ?? []).map(withKeys(options)), ApiKeys],
      },
      contribution: {
        plugin: 'integrations',
        personalData,
        workflows: [apiKeyWorkflow],
        commands: [createApiKey, rotateApiKey, revokeApiKey],
        jobs: [expireApiKeysJob],
        events: [
          { name: 'api-key.created', summary: 'An API key was made' },
          { name: 'api-key.rotated', summary: 'An API key got a new secret' },
          { name: 'api-key.revoked', summary: 'An API key was revoked' },
          { name: 'api-key.expired', summary: 'An API key ran out' },
        ],
        subjects: { 'api-key': { collection: 'api-keys', label: 'API key' } },
      },
    })

/** Programs sign in as colleagues: the strategy stands beside the others of the staff accounts. */
const withKeys =
  ({ trustedHops }: IntegrationsOptions) =>
  (collection: CollectionConfig): CollectionConfig => {
    if (collection.slug !== 'users') return collection
    const auth = typeof collection.auth === 'object' ? collection.auth : {}
    return {
      ...collection,
      auth: { ...auth, strategies: [...(auth.strategies ?? []), apiKeyStrategy({ trustedHops })] },
    }
  }
