import type { CollectionConfig, Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { apiKeyStrategy } from './access/api-key-strategy'
import { ApiKeys } from './collections/api-keys'
import { IncomingDeliveries } from './collections/incoming-deliveries'
import { IncomingEndpoints } from './collections/incoming-endpoints'
import { WebhookDeliveries } from './collections/webhook-deliveries'
import { WebhookEndpoints } from './collections/webhook-endpoints'
import { changeIncomingEndpoint } from './commands/change-incoming-endpoint'
import { changeWebhook } from './commands/change-webhook'
import { createApiKey } from './commands/create-api-key'
import { createIncomingEndpoint } from './commands/create-incoming-endpoint'
import { createWebhook } from './commands/create-webhook'
import { disableIncomingEndpoint } from './commands/disable-incoming-endpoint'
import { enableIncomingEndpoint } from './commands/enable-incoming-endpoint'
import { pauseWebhook } from './commands/pause-webhook'
import { replayDelivery } from './commands/replay-delivery'
import { replayWebhook } from './commands/replay-webhook'
import { resumeWebhook } from './commands/resume-webhook'
import { revokeApiKey } from './commands/revoke-api-key'
import { rotateApiKey } from './commands/rotate-api-key'
import { rotateIncomingSecret } from './commands/rotate-incoming-secret'
import { rotateWebhookSecret } from './commands/rotate-webhook-secret'
import { testWebhook } from './commands/test-webhook'
import { personalData } from './database/personal-data'
import {
  apiKeyWorkflow,
  incomingDeliveryWorkflow,
  incomingEndpointWorkflow,
  webhookDeliveryWorkflow,
  webhookEndpointWorkflow,
} from './domain'
import { incomingWebhookEndpoint } from './endpoints/incoming-endpoint'
import { openApiEndpoint } from './endpoints/open-api-endpoint'
import { deliverWebhookJob } from './jobs/deliver-webhook'
import { expireApiKeysJob } from './jobs/expire-api-keys'
import { sweepDeliveriesJob } from './jobs/sweep-deliveries'
import { withIntegrations, type IntegrationsOptions } from './options'
import { tellWebhooks } from './reactions/tell-webhooks'

export { bringsApiKey } from './access/api-key-secret'
export { judgeKeyCall } from './access/judge-key-call'
export type { IntegrationsOptions } from './options'

/** How other programs work with the agency: by keys and signed messages that act for a colleague, told by webhooks. */
export const integrationsPlugin =
  (options: IntegrationsOptions): Plugin =>
  (config) =>
    contribute({
      config: withIntegrations({
        config: {
          ...config,
          collections: [
            ...(config.collections ?? []).map(withKeys(options)),
            ApiKeys,
            WebhookEndpoints,
            WebhookDeliveries,
            IncomingEndpoints,
            IncomingDeliveries,
          ],
          endpoints: [
            ...(config.endpoints ?? []),
            openApiEndpoint(options),
            incomingWebhookEndpoint(options),
          ],
        },
        options,
      }),
      contribution: {
        plugin: 'integrations',
        personalData,
        settings: [
          {
            area: 'systems',
            label: 'API keys',
            text: 'What other programs may read and do, and until when.',
            path: '/collections/api-keys',
            permission: 'integrations.write',
          },
          {
            area: 'systems',
            label: 'Webhooks',
            text: 'Which events are sent to which address, and how each delivery went.',
            path: '/collections/webhook-endpoints',
            permission: 'integrations.write',
          },
          {
            area: 'systems',
            label: 'Incoming webhooks',
            text: 'Which programs send signed messages here, what each does, and what came.',
            path: '/collections/incoming-endpoints',
            permission: 'integrations.write',
          },
        ],
        workflows: [
          apiKeyWorkflow,
          webhookEndpointWorkflow,
          webhookDeliveryWorkflow,
          incomingEndpointWorkflow,
          incomingDeliveryWorkflow,
        ],
        commands: [
          createApiKey,
          rotateApiKey,
          revokeApiKey,
          createWebhook,
          changeWebhook,
          testWebhook,
          pauseWebhook,
          resumeWebhook,
          rotateWebhookSecret,
          replayWebhook,
          replayDelivery,
          createIncomingEndpoint,
          changeIncomingEndpoint,
          rotateIncomingSecret,
          disableIncomingEndpoint,
          enableIncomingEndpoint,
        ],
        jobs: [expireApiKeysJob, deliverWebhookJob, sweepDeliveriesJob],
        reactions: [tellWebhooks],
        events: [
          { name: 'api-key.created', summary: 'An API key was made' },
          { name: 'api-key.rotated', summary: 'An API key got a new secret' },
          { name: 'api-key.revoked', summary: 'An API key was revoked' },
          { name: 'api-key.expired', summary: 'An API key ran out' },
          { name: 'webhook-endpoint.created', summary: 'A webhook was made' },
          { name: 'webhook-endpoint.updated', summary: 'A webhook was changed' },
          { name: 'webhook-endpoint.paused', summary: 'A webhook was paused' },
          { name: 'webhook-endpoint.resumed', summary: 'A webhook is sent to again' },
          {
            name: 'webhook-endpoint.disabled',
            summary: 'A webhook was disabled, because nothing got through for days',
          },
          {
            name: 'webhook-endpoint.secret-rotated',
            summary: 'A webhook got a new secret',
          },
          { name: 'incoming-endpoint.created', summary: 'An incoming webhook was made' },
          { name: 'incoming-endpoint.updated', summary: 'An incoming webhook was changed' },
          { name: 'incoming-endpoint.disabled', summary: 'An incoming webhook was disabled' },
          { name: 'incoming-endpoint.enabled', summary: 'An incoming webhook was enabled again' },
          {
            name: 'incoming-endpoint.secret-rotated',
            summary: 'An incoming webhook got a new secret',
          },
        ],
        places: [
          {
            label: 'API reference',
            path: '/admin/api-reference',
            words: 'openapi rest commands',
            permission: 'integrations.write',
          },
        ],
        subjects: {
          'api-key': { collection: 'api-keys', label: 'API key' },
          'webhook-endpoint': { collection: 'webhook-endpoints', label: 'Webhook' },
          'incoming-endpoint': { collection: 'incoming-endpoints', label: 'Incoming webhook' },
        },
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
