/** What an endpoint may choose: one event, all of a kind of record (`placement.*`), or all (`*`). */
export const choicesFor = (eventName: string): readonly string[] => [
  '*',
  `${eventName.split('.')[0]}.*`,
  eventName,
]

/** Events about keys, webhooks and their deliveries are not sent: a message about each message. */
export const isSent = (eventName: string): boolean =>
  !/^(api-key|webhook-endpoint|webhook-delivery|incoming-endpoint)\./.test(eventName)
