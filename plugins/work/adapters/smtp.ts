import { createTransport } from 'nodemailer'

export type Letter = {
  messageId: string
  from: string
  to: { name: string; address: string }
  subject: string
  html: string
  text: string
  attachments: { filename: string; content: Buffer | string; contentType: string }[]
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
    const info = await transport.sendMail(letter)
    return { outcome: 'sent', answer: String(info.response).slice(0, 500) }
  } catch (error) {
    const code: unknown =
      typeof error === 'object' && error !== null ? Reflect.get(error, 'responseCode') : null
    const answer = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    return {
      outcome: typeof code === 'number' && code >= 500 ? 'refused' : 'deferred',
      answer,
    }
  } finally {
    transport.close()
  }
}
