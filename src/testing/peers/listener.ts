import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Heard = { body: Buffer; headers: IncomingHttpHeaders }

/** A webhook endpoint that keeps what it hears; `answer` decides each status. */
export const startListener = async (answer: (count: number) => number = () => 200) => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard.push({ body: Buffer.concat(chunks), headers: request.headers })
      response.writeHead(answer(heard.length)).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/webhook`,
    heard,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
