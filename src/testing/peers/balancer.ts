import { createServer, request } from 'node:http'

/** The header by which a caller chooses the web process that answers; without it the first does. */
export const webHeader = 'x-test-web'

/** One address in front of several web processes, as a load balancer gives it to browsers. */
export const startBalancer = async (ports: readonly number[]) => {
  const server = createServer((incoming, outgoing) => {
    const port = ports[Number(incoming.headers[webHeader] ?? 0)]
    const { method, url: path, headers } = incoming
    const forwarded = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      // A stream that breaks on one side ends on the other, too.
      answer.on('error', () => outgoing.destroy())
    })
    forwarded.on('error', () => {
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    })
    outgoing.on('close', () => forwarded.destroy())
    incoming.pipe(forwarded)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The balancer has no port.')
  return {
    url: `http://localhost:${address.port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
