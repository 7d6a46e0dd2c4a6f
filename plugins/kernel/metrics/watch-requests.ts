import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'

import { loggedPath, routeClassOf } from '../domain/route-class'
import { enterRequest, requestIdFrom } from '../logs/request-scope'
import { processWide } from '../registry/process-wide'
import { requestBegan, requestEnded } from './http-metrics'

const header = 'x-request-id'

/**
 * Gives every request that reaches this process an id, which its answer, its events and its lines of
 * the log carry; measures it, and writes one line when it has ended. Node itself tells of each.
 */
export const watchRequests = ({ logger }: { logger: Logger }): void => {
  processWide({
    name: 'request-watch',
    make: () => {
      subscribe('http.server.request.start', (message) => {
        const { request, response } = partsOf(message)
        if (request && response) watch({ request, response, logger })
      })
      return true
    },
  })
}

const partsOf = (
  message: unknown,
): { request: IncomingMessage | null; response: ServerResponse | null } => {
  const parts: object = typeof message === 'object' && message !== null ? message : {}
  const request: unknown = Reflect.get(parts, 'request')
  const response: unknown = Reflect.get(parts, 'response')
  return {
    request: request instanceof IncomingMessage ? request : null,
    response: response instanceof ServerResponse ? response : null,
  }
}

const watch = ({
  request,
  response,
  logger,
}: {
  request: IncomingMessage
  response: ServerResponse
  logger: Logger
}): void => {
  const began = performance.now()
  const requestId = requestIdFrom(request.headers[header])
  request.headers[header] = requestId
  response.setHeader(header, requestId)
  enterRequest(requestId)
  requestBegan()
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const route = routeClassOf(path)
  const method = request.method ?? 'GET'
  response.once('close', () => {
    const seconds = (performance.now() - began) / 1000
    requestEnded({ route, method, status: response.statusCode, seconds })
    const isQuiet = route === 'asset' || route === 'api-probe'
    logger[response.statusCode >= 500 ? 'error' : isQuiet ? 'debug' : 'info']({
      msg: 'request',
      requestId,
      method,
      route,
      path: loggedPath(path),
      status: response.statusCode,
      durationMs: Math.round(seconds * 1000),
      // The caller has left before the last byte.
      ...(response.writableFinished ? {} : { isAborted: true }),
    })
  })
}
