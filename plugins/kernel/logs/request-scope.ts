import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

import { processWide } from '../registry/process-wide'

type Scope = { requestId: string }

const scopes = (): AsyncLocalStorage<Scope> =>
  processWide({ name: 'request-scope', make: () => new AsyncLocalStorage<Scope>() })

/** The request that is being answered here, for logs and events; null in jobs and programs. */
export const currentRequestId = (): string | null => scopes().getStore()?.requestId ?? null

/** From here on, everything that follows from the request that has just begun belongs to it. */
export const enterRequest = (requestId: string): void => scopes().enterWith({ requestId })

/** The id of a request that came through an endpoint. */
export const requestIdOf = ({ headers }: { headers: Headers }): string =>
  currentRequestId() ?? requestIdFrom(headers.get('x-request-id'))

/** The id that a proxy of ours gave the request, if it is one; else a new one. */
export const requestIdFrom = (header: unknown): string =>
  typeof header === 'string' && /^[\w.-]{8,100}$/.test(header) ? header : randomUUID()
