import { defineWorkflow } from '#plugins/kernel/domain'

export type IncomingEndpointState = 'active' | 'disabled'

/** Whether another program may send here. A colleague switches it off and on. */
export const incomingEndpointWorkflow = defineWorkflow<IncomingEndpointState>({
  name: 'Incoming webhook',
  collection: 'incoming-endpoints',
  initial: 'active',
  states: {
    active: {
      label: 'Active',
      tone: 'good',
      next: { disabled: { event: 'incoming-endpoint.disabled', needsReason: true } },
    },
    disabled: {
      label: 'Disabled',
      tone: 'neutral',
      next: { active: { event: 'incoming-endpoint.enabled' } },
    },
  },
})

export type IncomingDeliveryState = 'accepted' | 'refused'

/** One signed message that came in. A refused one may come again with the same id. */
export const incomingDeliveryWorkflow = defineWorkflow<IncomingDeliveryState>({
  name: 'Incoming delivery',
  collection: 'incoming-deliveries',
  initial: 'refused',
  states: {
    refused: {
      label: 'Refused',
      tone: 'bad',
      next: { accepted: { event: 'incoming-delivery.accepted' } },
    },
    accepted: { label: 'Accepted', tone: 'good', next: {} },
  },
})

/** Whether messages are taken. */
export const isReceiving = (state: string): boolean => state === 'active'
