/** How the secret of a webhook is shown, when it is made and when it is rotated. */
export const secretOfWebhook = {
  key: 'secret',
  title: 'The secret of this webhook',
  text: 'The receiver checks by it that a message comes from here (Standard Webhooks). It cannot be shown again.',
} as const
