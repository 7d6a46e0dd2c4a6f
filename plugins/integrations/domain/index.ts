export { isAddressRule, networkOfRule } from './address-rule'
export { apiKeyWorkflow, isLiveKey } from './api-key-workflow'
export { grantableScopes, isScope, scopeChoices } from './scopes'
