export { isAddressRule, networkOfRule } from './address-rule'
export { apiKeyWorkflow, isLiveKey } from './api-key-workflow'
export { choicesFor, isSent } from './event-choice'
export { exampleOf } from './example-of'
export { isFresh, mostSecondsApart, readIncomingHeaders } from './incoming-headers'
export {
  fieldsOfMessage,
  incomingApplication,
  incomingNote,
  incomingOrderRequest,
  incomingPurposeNames,
  incomingPurposes,
  isIncomingPurpose,
  type IncomingPurpose,
} from './incoming-messages'
export {
  incomingDeliveryWorkflow,
  incomingEndpointWorkflow,
  isReceiving,
} from './incoming-workflow'
export { grantableScopes, isScope, scopeChoices } from './scopes'
export { webhookInput } from './webhook-input'
export { deliverWebhookQueue, testEvent } from './webhook-names'
export { daysUntilDisabled, nextTryAfterSeconds } from './webhook-schedule'
export {
  canReplay,
  isSending,
  isWaiting,
  webhookDeliveryWorkflow,
  webhookEndpointWorkflow,
} from './webhook-workflows'
