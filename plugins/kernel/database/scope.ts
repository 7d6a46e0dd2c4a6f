import { AsyncLocalStorage } from 'node:async_hooks'

import { processWide } from '../registry/process-wide'

/**
 * The transaction a command or job runs in. While one is open, a second connection asked for by
 * the same work means that somebody forgot `req`: it would deadlock a busy pool, so it fails at once.
 */
export type TransactionScope = {
  /** `done`: what still runs after the end (a timer, a listener) is no longer part of the work. */
  state: 'waiting' | 'open' | 'dead' | 'done'
  transactionId: string | null
}

export const transactionScope = processWide({
  name: 'transaction-scope',
  make: () => new AsyncLocalStorage<TransactionScope>(),
})
