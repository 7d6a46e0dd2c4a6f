/** What became of a mailing, counted; nobody is watched while they read. */
export type MailingFigures = {
  people: number
  waiting: number
  leftOut: number
  /** On its way or with the mail server. */
  queued: number
  sent: number
  /** Came back or was refused. */
  failed: number
  answered: number
  unsubscribed: number
}

const lines: readonly (readonly [keyof MailingFigures, string])[] = [
  ['people', 'People'],
  ['waiting', 'Waiting'],
  ['queued', 'On the way'],
  ['sent', 'Sent'],
  ['failed', 'Came back'],
  ['leftOut', 'Left out'],
  ['answered', 'Answered'],
  ['unsubscribed', 'Want no more'],
]

export const mailingWords = (
  figures: MailingFigures,
): readonly { key: keyof MailingFigures; label: string; value: number }[] =>
  lines.map(([key, label]) => ({ key, label, value: figures[key] }))
