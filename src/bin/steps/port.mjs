import { createServer } from 'node:net'
import { errorCode, StepFailure } from './failure.mjs'

/**
 * Chooses the port of the web server: the one asked for, else 3000, else the next free one.
 * @param {{ asked?: string, first?: number }} options `asked` is the text of the setting PORT
 * @returns {Promise<number>}
 * @throws {StepFailure} when the port asked for is no port or is taken
 */
export const choosePort = async ({ asked, first = 3000 }) => {
  if (asked) {
    const port = Number(asked)
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new StepFailure(`PORT is ${JSON.stringify(asked)}; set a number from 1 to 65535.`)
    }
    if (await isFree({ port })) return port
    throw new StepFailure(
      `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`,
    )
  }
  for (let port = first; port < first + 100; port++) {
    if (await isFree({ port })) return port
  }
  throw new StepFailure(`Ports ${first} to ${first + 99} are all taken. Set PORT to a free one.`)
}

/**
 * @returns {Promise<number>} a port of the loopback interface that is free at this moment
 */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address()
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('The system gave no port.'))
      })
    })
  })

/** @param {{ port: number }} options @returns {Promise<boolean>} */
const isFree = async ({ port }) =>
  (await canListen({ port, host: '127.0.0.1' })) && (await canListen({ port }))

/** @param {{ port: number, host?: string }} options @returns {Promise<boolean>} */
const canListen = ({ port, host }) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      const code = errorCode(error)
      if (code === 'EADDRINUSE') resolve(false)
      else if (code === 'EACCES') {
        reject(
          new StepFailure(`Port ${port} may not be opened by this user. Set PORT to 1024 or more.`),
        )
      } else reject(error)
    })
    server.listen({ port, ...(host ? { host } : {}) }, () => server.close(() => resolve(true)))
  })
