import { createTransport } from 'nodemailer'

export type Letter = {
  messageId: string
  /** The sender of the envelope, to whom a mail that cannot be delivered comes back. */
  envelopeFrom: string
  from: string | { name: string; address: string }
  replyTo: string | null
  to: { name: string; address: string }
  subject: string
  html: string
  text: string
  attachments: { filename: string; content: Buffer | string; contentType: string }[]
  /** Message-IDs of the conversation it belongs to, the oldest first. */
  references: readonly string[]
  /** Where one POST ends mailings to this address; null when it is a letter to one person. */
  unsubscribeUrl: string | null
}

export type Delivery =
  | { outcome: 'sent'; answer: string }
  /** The server will never take it: a retry would only repeat the refusal. */
  | { outcome: 'refused'; answer: string }
  /** Try again later. */
  | { outcome: 'deferred'; answer: string }

/** Hands a letter to the mail server. No answer within the limits counts as deferred. */
export const deliver = async ({
  smtpUrl,
  letter,
}: {
  smtpUrl: string
  letter: Letter
}): Promise<Delivery> => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  try {
    const { envelopeFrom, replyTo, references, unsubscribeUrl, ...message } = letter
    const answered = references.at(-1)
    const info = await transport.sendMail({
      ...message,
      ...(replyTo ? { replyTo } : {}),
      ...(answered ? { inReplyTo: answered, references: [...references] } : {}),
      ...(unsubscribeUrl ? { headers: unsubscribeHeaders(unsubscribeUrl) } : {}),
      envelope: { from: envelopeFrom, to: letter.to.address },
    })
    return { outcome: 'sent', answer: String(info.response).slice(0, 500) }
  } catch (error) {
    const answer = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    return {
      outcome: isAboutLetter(error) ? 'refused' : 'deferred',
      answer: answer || 'No answer',
    }
  } finally {
    transport.close()
  }
}

/** RFC 2369 and RFC 8058; `Precedence` keeps robots from answering a mailing. */
const unsubscribeHeaders = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  Precedence: 'bulk',
})

/**
 * Whether the server refused this letter for good (RFC 5321, 5yz). The same codes at the greeting or
 * the login are about us: the mail can still leave once the settings are right.
 */
const isAboutLetter = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false
  const status: unknown = Reflect.get(error, 'responseCode')
  const code: unknown = Reflect.get(error, 'code')
  return (
    typeof status === 'number' && status >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  )
}
