import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { Payload, PayloadRequest } from 'payload'

import type { Actor } from '../domain/actor'
import { transactionScope, type TransactionScope } from './scope'
import { transactionClientOf } from './sql'

/**
 * Runs work in a transaction of its own and commits when `keep` says so; anything thrown rolls back.
 * The request must not carry a transaction yet.
 */
export const inOwnTransaction = async <Value>({
  req,
  run,
  keep = () => true,
}: {
  req: PayloadRequest
  run: () => Promise<Value>
  keep?: (value: Value) => boolean
}): Promise<Value> => {
  if (transactionScope.getStore()?.state === 'open')
    throw new Error('A second transaction inside a command: pass `req` to the inner call.')
  const scope: TransactionScope = { state: 'waiting', transactionId: null }
  return await transactionScope.run(scope, async () => {
    try {
      await initTransaction(req)
      const value = await run()
      if (isDead(scope)) throw new Error('An inner call rolled the whole command back.')
      if (keep(value)) await commitTransaction(req)
      else await killTransaction(req)
      return value
    } catch (error) {
      await killTransaction(req)
      throw error
    } finally {
      // A failed BEGIN leaves a rejected promise here, which would poison the request.
      delete req.transactionID
      scope.state = 'done'
    }
  })
}

/** Runs work inside the transaction already open on the request; undone alone when not kept. */
export const inSavepoint = async <Value>({
  req,
  run,
  keep,
}: {
  req: PayloadRequest
  run: () => Promise<Value>
  keep: (value: Value) => boolean
}): Promise<Value> => {
  const name = `nested_${(nesting += 1)}`
  await statement({ req, text: `savepoint ${name}` })
  const value = await run().catch(async (error: unknown) => {
    await statement({ req, text: `rollback to savepoint ${name}` })
    throw error
  })
  await statement({
    req,
    text: `${keep(value) ? 'release' : 'rollback to'} savepoint ${name}`,
  })
  return value
}

/** A request for work that no browser asked for: jobs, seeds, tests. */
export const requestFor = async ({
  payload,
  actor,
}: {
  payload: Payload
  actor: Actor
}): Promise<PayloadRequest> => await createLocalReq({ context: { actor } }, payload)

let nesting = 0

const isDead = (scope: TransactionScope): boolean => scope.state === 'dead'

const statement = async ({ req, text }: { req: PayloadRequest; text: string }): Promise<void> => {
  const client = await transactionClientOf(req)
  // No client: an inner call has rolled the transaction back; its owner will say so.
  await client?.query(text)
}
