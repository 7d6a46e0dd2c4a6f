import type { Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export type SmtpMode =
  | 'ok'
  /** Refuses for now: the sender should try again. */
  | '421'
  /** Refuses for good: the sender should not try again. */
  | '550'
  /** Says nothing more, until the sender's patience ends. */
  | 'hang'
  /** Takes the message and breaks the connection before saying so. */
  | 'drop-after-data'

export type ReceivedMail = {
  /** The recipients of the envelope, which the header need not name. */
  to: string[]
  from: string
  mail: Email
  receivedAt: number
}

export type SmtpPeer = Awaited<ReturnType<typeof startSmtpPeer>>

const DEFAULT_WAIT_MS = 10_000

/** A real SMTP server on the loopback interface that keeps what it is given, or behaves badly. */
export const startSmtpPeer = async () => {
  const messages: ReceivedMail[] = []
  const modes = new Map<string, SmtpMode>()
  let generalMode: SmtpMode = 'ok'
  let waiters: (() => void)[] = []
  let attempts = 0

  const modeOf = (address: string): SmtpMode => modes.get(address.toLowerCase()) ?? generalMode

  const keep = async ({
    stream,
    session,
  }: {
    stream: SMTPServerDataStream
    session: SMTPServerSession
  }) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk))
    const mail = await PostalMime.parse(Buffer.concat(chunks))
    const { mailFrom, rcptTo } = session.envelope
    messages.push({
      to: rcptTo.map(({ address }) => address),
      from: mailFrom === false ? '' : mailFrom.address,
      mail,
      receivedAt: Date.now(),
    })
    const woken = waiters
    waiters = []
    for (const wake of woken) wake()
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, callback) => {
      attempts += 1
      const mode = modeOf(address)
      if (mode === 'hang') return
      if (mode === '421') callback(refusal({ code: 421, message: '4.3.2 Try again later' }))
      else if (mode === '550') callback(refusal({ code: 550, message: '5.1.1 No such mailbox' }))
      else callback()
    },
    onData: (stream, session, callback) => {
      const isDropped = session.envelope.rcptTo.some(
        ({ address }) => modeOf(address) === 'drop-after-data',
      )
      keep({ stream, session }).then(
        () => {
          if (isDropped) dropConnections()
          else callback()
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error('unreadable mail')),
      )
    },
  })
  // A sender that breaks off is what these tests provoke.
  server.on('error', () => undefined)

  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const dropConnections = () => {
    for (const socket of sockets) socket.destroy()
  }

  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The peer has no port.')

  return {
    host: '127.0.0.1',
    port: address.port,
    messages,
    /** How many recipients were named so far, taken or refused. */
    attempts: () => attempts,
    /** Sets the behaviour for one recipient, or for all that have none of their own. */
    mode: (next: SmtpMode, recipient?: string) => {
      if (recipient === undefined) generalMode = next
      else modes.set(recipient.toLowerCase(), next)
    },
    waitFor: async (
      predicate: (message: ReceivedMail) => boolean,
      timeoutMs = DEFAULT_WAIT_MS,
    ): Promise<ReceivedMail> => {
      const deadline = Date.now() + timeoutMs
      for (;;) {
        const found = messages.find(predicate)
        if (found) return found
        const left = deadline - Date.now()
        if (left <= 0) {
          const subjects = messages.map(({ mail }) => mail.subject ?? '(none)').join(', ')
          throw new Error(`No such mail within ${timeoutMs} ms; received: ${subjects || 'nothing'}`)
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          waiters.push(() => {
            clearTimeout(timer)
            resolve()
          })
        })
      }
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        dropConnections()
      }),
  }
}

const refusal = ({ code, message }: { code: number; message: string }): Error =>
  Object.assign(new Error(message), { responseCode: code })
