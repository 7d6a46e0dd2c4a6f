import { connect, createServer, type Socket } from 'node:net'

/** ReadyForQuery of the Postgres protocol: type, length, state of the transaction. */
const readyMessageBytes = 6

/** An address that stays the same while the server behind it goes and comes back elsewhere. */
export const startProxy = async (firstPort: number) => {
  let port = firstPort
  let delaysTail = false
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port })
    near.setNoDelay(true)
    far.on('data', (chunk: Buffer) => {
      if (!delaysTail || chunk.length <= readyMessageBytes) {
        near.write(chunk)
        return
      }
      far.pause()
      near.write(chunk.subarray(0, -readyMessageBytes))
      setTimeout(() => {
        near.write(chunk.subarray(-readyMessageBytes))
        far.resume()
      }, 20)
    })
    near.pipe(far)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    port: address.port,
    lead: (next: number) => {
      port = next
    },
    /** Lets the word "ready" of each answer arrive later than the answer, as a slow network may. */
    delayReady: (isOn: boolean) => {
      delaysTail = isOn
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
