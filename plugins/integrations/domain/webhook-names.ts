/** The queue of messages to other programs. */
export const deliverWebhookQueue = 'deliver-webhook'

/** What a test is called. */
export const testEvent = 'webhook.test'
