import { defineWorkflow } from '#plugins/kernel/domain'

export type WebhookEndpointState = 'active' | 'paused' | 'disabled'

/** Whether a receiver is sent to. A person pauses it; we disable it when it has failed for days. */
export const webhookEndpointWorkflow = defineWorkflow<WebhookEndpointState>({
  name: 'Webhook',
  collection: 'webhook-endpoints',
  initial: 'active',
  states: {
    active: {
      label: 'Active',
      tone: 'good',
      next: {
        paused: { event: 'webhook-endpoint.paused' },
        disabled: { event: 'webhook-endpoint.disabled', needsReason: true },
      },
    },
    paused: {
      label: 'Paused',
      tone: 'neutral',
      next: { active: { event: 'webhook-endpoint.resumed' } },
    },
    disabled: {
      label: 'Disabled after failures',
      tone: 'bad',
      next: { active: { event: 'webhook-endpoint.resumed' } },
    },
  },
})

export type WebhookDeliveryState = 'pending' | 'delivered' | 'withheld' | 'failed'

/**
 * One message to one receiver. Its tries are written by the job in one statement each, without events
 * of their own: a log must not fill the log.
 */
export const webhookDeliveryWorkflow = defineWorkflow<WebhookDeliveryState>({
  name: 'Webhook delivery',
  collection: 'webhook-deliveries',
  initial: 'pending',
  states: {
    pending: {
      label: 'Waiting',
      tone: 'info',
      next: {
        delivered: { event: 'webhook-delivery.delivered' },
        withheld: { event: 'webhook-delivery.withheld' },
        failed: { event: 'webhook-delivery.failed' },
      },
    },
    delivered: {
      label: 'Delivered',
      tone: 'good',
      next: { pending: { event: 'webhook-delivery.replayed' } },
    },
    withheld: { label: 'Withheld', tone: 'neutral', next: {} },
    failed: {
      label: 'Failed',
      tone: 'bad',
      next: { pending: { event: 'webhook-delivery.replayed' } },
    },
  },
})

/** Whether it was sent to the end and may be sent again. */
export const canReplay = (state: string): boolean => state === 'delivered' || state === 'failed'

/** Whether it still has to be sent. */
export const isWaiting = (state: string): boolean => state === 'pending'

export const isSending = (state: string): boolean => state === 'active'
