import { createServer, type Socket } from 'node:net'

export type ClamdMode =
  | 'ok'
  /** Says nothing more. */
  | 'hang'
  /** Breaks the connection off before its verdict. */
  | 'drop'
  /** Answers with an error, as when a file is larger than its limit. */
  | 'error'

export type ClamdPeer = Awaited<ReturnType<typeof startClamdPeer>>

/** The test file of EICAR, in two parts so that no scanner takes this source for it. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

/** clamd's side of PING and INSTREAM over TCP; the one virus it knows is EICAR's. */
export const startClamdPeer = async () => {
  let mode: ClamdMode = 'ok'
  let scans = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // Callers that break off are what these tests provoke.
    socket.on('error', () => undefined)
    let received = Buffer.alloc(0)
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data])
      const end = received.indexOf(0)
      if (end < 0) return
      const command = received.subarray(0, end).toString()
      if (command === 'zPING') return reply({ socket, text: 'PONG' })
      if (command !== 'zINSTREAM') return reply({ socket, text: 'UNKNOWN COMMAND' })
      const bytes = streamed(received.subarray(end + 1))
      if (!bytes) return
      scans += 1
      reply({
        socket,
        text: bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK',
      })
    })
  })
  const reply = ({ socket, text }: { socket: Socket; text: string }): void => {
    if (mode === 'hang') return
    if (mode === 'drop') socket.destroy()
    else if (mode === 'error') socket.end('INSTREAM size limit exceeded. ERROR\0')
    else socket.end(`${text}\0`)
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The peer has no port.')
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    /** How many files it was given whole. */
    scans: () => scans,
    mode: (next: ClamdMode) => {
      mode = next
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

/** The bytes of a stream that has come to its end (a length of 0), else null. */
const streamed = (received: Buffer): Buffer | null => {
  const chunks: Buffer[] = []
  let at = 0
  while (received.length >= at + 4) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    if (received.length < at + 4 + length) return null
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
