/** How the secret of an incoming webhook is shown, when it is made and when it is rotated. */
export const secretOfIncoming = {
  key: 'secret',
  title: 'The secret of this incoming webhook',
  text: 'The other program signs its messages with it (Standard Webhooks). It cannot be shown again.',
} as const
