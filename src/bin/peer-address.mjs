import { Server } from 'node:http'

/**
 * Loaded into the web process before Next: tells the product the address a request really came from,
 * whatever the client wrote into that header. Limits are counted by it.
 */
const header = 'x-placewright-peer'
/** @type {(this: Server, event: string | symbol, ...args: unknown[]) => boolean} */
const emit = Reflect.get(Server.prototype, 'emit')

/**
 * @this {Server}
 * @param {string | symbol} event
 * @param {unknown[]} args
 */
Server.prototype.emit = function (event, ...args) {
  const [request] = args
  if (event === 'request' && request?.socket) {
    request.headers[header] = request.socket.remoteAddress ?? 'unknown'
  }
  return emit.call(this, event, ...args)
}
