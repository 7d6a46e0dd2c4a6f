import { createServer, type Socket } from 'node:net'

export type ImapMode =
  | 'ok'
  /** Says nothing more, until the reader’s patience ends. */
  | 'hang'
  /** Breaks the connection in the middle of a mail. */
  | 'drop'
  /** Tells of each mail twice, the second time before the first. */
  | 'twice'
  /** Lists the mails in falling order. */
  | 'reversed'

type Kept = { uid: number; source: Buffer; arrivedAt: number }

export type ImapPeer = Awaited<ReturnType<typeof startImapPeer>>

/**
 * A mailbox behind IMAP4rev1 (RFC 3501) on the loopback interface: the reader’s side of one folder, as
 * real servers speak it, with the faults that they have. What it is given it keeps, under numbers that
 * rise, until the folder is made anew.
 */
export const startImapPeer = async ({
  username = 'answers',
  password = 'quiet "words"',
}: {
  username?: string
  password?: string
} = {}) => {
  let mode: ImapMode = 'ok'
  let uidValidity = 1_700_000_000
  let uidNext = 1
  let mails: Kept[] = []
  let logins = 0
  const spoken: string[] = []
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // Readers that break off are what these tests provoke.
    socket.on('error', () => undefined)
    const say = (line: string) => socket.write(`${line}\r\n`)
    let isIn = false
    let isOpen = false
    let received = Buffer.alloc(0)
    /** A command whose text comes in parts: `{5}` announces five bytes. */
    let begun = ''
    let awaited = 0

    const login = ({ tag, args }: { tag: string; args: readonly string[] }) => {
      logins += 1
      isIn = args[0] === username && args[1] === password
      say(isIn ? `${tag} OK welcome` : `${tag} NO [AUTHENTICATIONFAILED] not with these words`)
    }

    const open = ({ tag, verb, args }: { tag: string; verb: string; args: readonly string[] }) => {
      if (args[0]?.toUpperCase() !== 'INBOX')
        return say(`${tag} NO [NONEXISTENT] there is no such folder`)
      isOpen = true
      say(`* FLAGS (\\Seen \\Answered)`)
      say(`* ${mails.length} EXISTS`)
      say(`* 0 RECENT`)
      say(`* OK [UIDVALIDITY ${uidValidity}] stays`)
      say(`* OK [UIDNEXT ${uidNext}] comes`)
      say(`${tag} OK [${verb === 'EXAMINE' ? 'READ-ONLY' : 'READ-WRITE'}] open`)
    }

    const search = ({ tag, words }: { tag: string; words: string }) => {
      const uids = found({ mails, words }).map(({ uid }) => uid)
      say(`* SEARCH ${(mode === 'reversed' ? uids.toReversed() : uids).join(' ')}`.trimEnd())
      say(`${tag} OK found`)
    }

    const fetch = ({ tag, words }: { tag: string; words: string }) => {
      const chosen = found({ mails, words: `UID ${words.split(' ')[0]}` })
      const wantsBody = /BODY(\.PEEK)?\[\]/i.test(words)
      if (/BODY\[\]/i.test(words)) return say(`${tag} BAD that would change what counts as seen`)
      for (const mail of mode === 'twice' ? [...chosen, ...chosen] : chosen) {
        const head = `* ${mails.indexOf(mail) + 1} FETCH (UID ${mail.uid} RFC822.SIZE ${mail.source.length}`
        if (!wantsBody) {
          say(`${head})`)
          continue
        }
        socket.write(`${head} BODY[] {${mail.source.length}}\r\n`)
        if (mode === 'drop') {
          socket.write(mail.source.subarray(0, mail.source.length / 2))
          return socket.destroy()
        }
        socket.write(mail.source)
        say(')')
      }
      say(`${tag} OK fetched`)
    }

    const answer = (line: string) => {
      spoken.push(line.replace(/^\S+ /, ''))
      const [, tag = '*', verb = '', rest = ''] = /^(\S+) (\S+) ?(.*)$/s.exec(line) ?? []
      if (mode === 'hang') return
      const args = argumentsIn(rest)
      const needs = isIn ? 'SELECT' : 'LOGIN'
      switch (verb.toUpperCase()) {
        case 'CAPABILITY':
          say('* CAPABILITY IMAP4rev1')
          return say(`${tag} OK done`)
        case 'NOOP':
          return say(`${tag} OK done`)
        case 'LOGOUT':
          say('* BYE until then')
          say(`${tag} OK done`)
          return socket.end()
        case 'LOGIN':
          return login({ tag, args })
      }
      if (!isIn) return say(`${tag} BAD first ${needs}`)
      switch (verb.toUpperCase()) {
        case 'LIST':
        case 'LSUB':
          if (['INBOX', '*', '%'].includes(args[1]?.toUpperCase() ?? ''))
            say(`* ${verb.toUpperCase()} (\\HasNoChildren) "/" INBOX`)
          return say(`${tag} OK listed`)
        case 'SELECT':
        case 'EXAMINE':
          return open({ tag, verb: verb.toUpperCase(), args })
      }
      if (!isOpen) return say(`${tag} BAD first ${needs}`)
      const [, what = '', words = ''] = /^(\S+) (.*)$/s.exec(rest) ?? []
      if (verb.toUpperCase() === 'UID' && what.toUpperCase() === 'SEARCH')
        return search({ tag, words })
      if (verb.toUpperCase() === 'UID' && what.toUpperCase() === 'FETCH')
        return fetch({ tag, words })
      return say(`${tag} BAD not known here`)
    }

    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data])
      for (;;) {
        if (received.length < awaited) return
        if (awaited > 0) {
          begun += JSON.stringify(received.subarray(0, awaited).toString())
          received = received.subarray(awaited)
          awaited = 0
        }
        const end = received.indexOf('\r\n')
        if (end < 0) return
        const line = received.subarray(0, end).toString()
        received = received.subarray(end + 2)
        const literal = /\{(\d+)\}$/.exec(line)
        if (literal) {
          begun += line.slice(0, literal.index)
          awaited = Number(literal[1])
          say('+ go on')
        } else {
          answer(begun + line)
          begun = ''
        }
      }
    })
    if (mode !== 'hang') say('* OK IMAP4rev1 at your service')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The peer has no port.')
  return {
    host: '127.0.0.1',
    port: address.port,
    username,
    password,
    logins: () => logins,
    /** What was asked, without the tags. */
    spoken,
    mode: (next: ImapMode) => {
      mode = next
    },
    /** A mail arrives; its number. */
    deliver: (source: string | Buffer): number => {
      const uid = uidNext
      uidNext += 1
      const bytes = Buffer.isBuffer(source)
        ? source
        : Buffer.from(source.replaceAll(/\r?\n/g, '\r\n'))
      mails = [...mails, { uid, source: bytes, arrivedAt: Date.now() }]
      return uid
    },
    /** The folder is made anew, as after a move to another server: same mails, other numbers. */
    renumber: () => {
      uidValidity += 1
      mails = mails.map((mail, at) => ({ ...mail, uid: at + 1 }))
      uidNext = mails.length + 1
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

/** Words, quoted strings and what came as literals. */
const argumentsIn = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted?.replaceAll(/\\(.)/g, '$1') ?? word ?? '',
  )

/** By `UID 3:5,9:*` or `SINCE 22-Nov-2026`; everything when neither is asked. */
const found = ({ mails, words }: { mails: readonly Kept[]; words: string }): Kept[] => {
  const last = mails.at(-1)?.uid ?? 0
  const set = /\bUID ([\d:*,]+)/i.exec(words)?.[1]
  const since = /\bSINCE "?([\w-]+)/i.exec(words)?.[1]
  return mails.filter(
    ({ uid, arrivedAt }) =>
      (!set ||
        set.split(',').some((range) => {
          const ends = range.split(':').map((end) => (end === '*' ? last : Number(end)))
          return uid >= Math.min(...ends) && uid <= Math.max(...ends)
        })) &&
      (!since || arrivedAt >= Date.parse(`${since} UTC`)),
  )
}
