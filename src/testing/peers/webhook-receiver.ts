import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Received = { path: string; body: string; headers: IncomingHttpHeaders }

/** How the receiver behaves: answers with a status, or as badly as others on the internet do. */
export type Manner = number | 'hang' | 'drop' | 'redirect' | 'flood' | 'half-answer'

/**
 * A receiver of webhooks of our own: keeps what it gets and behaves as told, per message.
 */
export const startWebhookReceiver = async (manners: (count: number) => Manner = () => 200) => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        path: request.url ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
        headers: request.headers,
      })
      const manner = manners(received.length)
      switch (manner) {
        case 'hang':
          return
        case 'drop':
          request.socket.destroy()
          return
        case 'redirect':
          response.writeHead(302, { location: '/elsewhere' }).end()
          return
        case 'half-answer':
          response.writeHead(200, { 'content-length': '1000' })
          response.write('only a part')
          return
        case 'flood': {
          response.writeHead(200)
          const pour = (): void => {
            while (!response.destroyed && response.write('x'.repeat(65_536)));
            if (!response.destroyed) response.once('drain', pour)
          }
          pour()
          return
        }
        default:
          response.writeHead(manner).end(`answer ${received.length}\u0000`)
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.')
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
