import { ImapFlow } from 'imapflow'

import type { MailboxSecurity } from '../domain/mailbox-input'

export type FolderSettings = {
  host: string
  port: number
  security: MailboxSecurity
  username: string
  password: string
  folder: string
}

export type MailFolder = {
  /** While it stays the same, so do the numbers of the mails (RFC 9051, 2.3.1.1). */
  uidValidity: string
  /** The number that the next mail gets. */
  uidNext: number
  /** Numbers above one, rising. */
  uidsAfter: (uid: number) => Promise<number[]>
  /** Numbers of mails that arrived since a day, rising. */
  uidsSince: (instant: string) => Promise<number[]>
  /** The bytes of a mail; `too-large` unread, null when it is no longer there. */
  read: (uid: number) => Promise<Uint8Array | 'too-large' | null>
  close: () => void
}

/** Why a mailbox cannot be read, in words for whoever set it up; never those of the server. */
export class MailboxTrouble extends Error {}

/** What mail servers usually take, with the third that base64 adds. */
const mostMailBytes = 25_000_000

/** Opens a folder for reading: nothing in the mailbox is changed, not even what counts as seen. */
export const openFolder = async (settings: FolderSettings): Promise<MailFolder> => {
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    // Otherwise whoever sits on the line could take the offer of encryption out of the greeting.
    ...(settings.security === 'tls' ? {} : { doSTARTTLS: settings.security === 'starttls' }),
    auth: { user: settings.username, pass: settings.password },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    maxLiteralSize: mostMailBytes + 1_000_000,
  })
  // The call that waits for the answer rejects with the same error; without a listener it would end the process.
  client.on('error', () => undefined)
  const asking = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    try {
      return await ask()
    } catch (error) {
      client.close()
      throw new MailboxTrouble(wordsFor(error), { cause: error })
    }
  }
  await asking(async () => await client.connect())
  const box = await asking(
    async () => await client.mailboxOpen(settings.folder, { readOnly: true }),
  )
  const uidsOf = async (query: { uid: string } | { since: Date }): Promise<number[]> => {
    const found = await asking(async () => await client.search(query, { uid: true }))
    if (!Array.isArray(found))
      throw new MailboxTrouble('The mail server would not list the folder.')
    return [...found].sort((a, b) => a - b)
  }
  return {
    uidValidity: String(box.uidValidity),
    uidNext: Number(box.uidNext ?? 1),
    uidsAfter: async (uid) =>
      // `n:*` also names the last mail when all numbers are lower.
      (await uidsOf({ uid: `${uid + 1}:*` })).filter((found) => found > uid),
    uidsSince: async (instant) => await uidsOf({ since: new Date(instant) }),
    read: async (uid) => {
      const head = await asking(
        async () => await client.fetchOne(String(uid), { uid: true, size: true }, { uid: true }),
      )
      if (!head) return null
      if ((head.size ?? 0) > mostMailBytes) return 'too-large'
      const mail = await asking(
        async () => await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true }),
      )
      return mail && mail.source ? new Uint8Array(mail.source) : null
    },
    close: () => client.close(),
  }
}

const wordsFor = (error: unknown): string => {
  const of = (key: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined
  if (of('authenticationFailed') === true)
    return 'The mail server refuses the user name or the password.'
  if (of('mailboxMissing') === true) return 'There is no such folder in the mailbox.'
  const given = of('code')
  const code = typeof given === 'string' ? given : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'There is no mail server of this name.'
  if (code === 'ECONNREFUSED') return 'Nothing answers at this server and port.'
  if (code.startsWith('ERR_TLS') || code.includes('CERT') || of('tlsFailed') === true)
    return 'The connection could not be protected: the certificate or the way of encryption is wrong.'
  return 'The mail server did not answer as it should. It is asked again in a minute.'
}
