import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import type { Pool, PoolClient, PoolConfig } from 'pg'

import { answerCustomQueries } from './custom-json'
import { transactionScope } from './scope'

type Settle = { commit: () => void; abort: (reason: unknown) => void }

type UpdateOneArgs = Parameters<PostgresAdapter['updateOne']>[0]

/**
 * Payload signs in and out by writing the whole account as it read it, before a password check that
 * takes long: a right taken away meanwhile would come back. Such a write, known by its sessions and
 * an `updatedAt` set to null, keeps to the sessions.
 */
const onlySessions = (args: UpdateOneArgs): UpdateOneArgs => {
  const { sessions, updatedAt } = args.data
  return Array.isArray(sessions) && updatedAt === null
    ? { ...args, data: { sessions, updatedAt } }
    : args
}

class RolledBack extends Error {
  constructor() {
    super('rolled back')
  }
}

/**
 * Makes the Postgres adapter say what happened.
 *
 * Stock Payload swallows a failed COMMIT and answers with a document that does not exist; it also
 * commits a transaction that an earlier error had already aborted, which Postgres turns into a
 * rollback without an error. Here a commit either happened or throws. The pool survives a restart of
 * the server and leaks no client. Measured in the database tests beside this file.
 */
export const truthful = (
  adapter: DatabaseAdapterObj<PostgresAdapter>,
): DatabaseAdapterObj<PostgresAdapter> => ({
  ...adapter,
  init: (args) => makeTruthful(adapter.init(args)),
})

const makeTruthful = (db: PostgresAdapter): PostgresAdapter => {
  const stockConnect = db.connect?.bind(db)
  answerCustomQueries(db)

  db.connect = async (options) => {
    // A pool that is already there makes the stock connect skip the client it never gives back.
    if (!db.pool) db.pool = watchedPool({ db })
    await stockConnect?.(options)
  }

  const stockUpdateOne = db.updateOne
  db.updateOne = async (args) => await stockUpdateOne.call(db, onlySessions(args))

  db.beginTransaction = async () => {
    const scope = transactionScope.getStore()
    if (scope?.state === 'dead')
      throw new Error('The transaction of this command was rolled back; it cannot go on writing.')
    if (scope?.state === 'open')
      throw new Error('A second transaction inside a command: pass `req` to the inner call.')
    const id = randomUUID()
    await db.initializing
    const { done, session, settle } = await openTransaction({ db })
    db.sessions[id] = {
      db: session,
      resolve: async () => {
        const client = clientOf(session)
        settle.commit()
        await done
        // The connection is back in the pool, but nothing can have been answered on it since.
        if (client && tags.get(client) !== 'COMMIT') throw failedBefore()
      },
      reject: async () => {
        settle.abort(new RolledBack())
        await done.catch((error: unknown) => {
          if (!(error instanceof RolledBack))
            db.payload.logger.warn({ err: error, msg: 'Rollback' })
        })
      },
    }
    if (scope) {
      scope.state = 'open'
      scope.transactionId = id
    }
    return id
  }

  db.commitTransaction = async (incoming) => {
    const id = String(await incoming)
    const session = db.sessions[id]
    if (!session) return
    delete db.sessions[id]
    const client = clientOf(session.db)
    if (client && statusOf(client) !== 'T') {
      await session.reject()
      throw failedBefore()
    }
    await session.resolve()
  }

  db.rollbackTransaction = async (incoming) => {
    const id = String(await incoming)
    const scope = transactionScope.getStore()
    if (scope && scope.transactionId === id) scope.state = 'dead'
    const session = db.sessions[id]
    if (!session) return
    delete db.sessions[id]
    await session.reject()
  }
  return db
}

/** Drizzle does not give back a connection whose BEGIN failed, so the one it took is remembered. */
type Beginning = { client: PoolClient | null; isOpen: boolean }

const beginnings = new AsyncLocalStorage<Beginning>()

const openTransaction = async ({ db }: { db: PostgresAdapter }) => {
  type Opened = { session: PostgresAdapter['sessions'][string]['db']; settle: Settle }
  let markOpen: (opened: Opened) => void = () => undefined
  let markFailed: (error: unknown) => void = () => undefined
  const opened = new Promise<Opened>((resolve, reject) => {
    markOpen = resolve
    markFailed = reject
  })
  const beginning: Beginning = { client: null, isOpen: false }
  const done: Promise<void> = beginnings.run(
    beginning,
    async () =>
      await db.drizzle.transaction(
        async (session) =>
          await new Promise<void>((commit, abort) => {
            beginning.isOpen = true
            markOpen({ session, settle: { commit, abort } })
          }),
      ),
  )
  // Before the callback ran this is a failed BEGIN; afterwards commit and rollback handle it.
  done.catch((error: unknown) => {
    if (!beginning.isOpen) beginning.client?.release(true)
    markFailed(error)
  })
  return { done, ...(await opened) }
}

/** A pool that no broken connection can crash and that gives no second client to a running command. */
const watchedPool = ({ db }: { db: PostgresAdapter }): Pool => {
  const poolOptions: PoolConfig = db.poolOptions
  const pool: Pool = new db.pg.Pool(poolOptions)
  pool.on('error', (error) => {
    db.payload.logger.warn({ err: error, msg: 'An idle database connection broke' })
  })
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      db.payload.logger.warn({ err: error, msg: 'A database connection broke' })
    })
    watchStatus(client)
  })
  const connect = pool.connect.bind(pool)
  const guarded = (callback?: Parameters<typeof connect>[0]) => {
    if (transactionScope.getStore()?.state === 'open') {
      const error = new Error('A query beside the open transaction of a command: pass `req`.')
      if (!callback) return Promise.reject(error)
      callback(error, undefined, () => undefined)
      return undefined
    }
    if (callback) return connect(callback)
    const beginning = beginnings.getStore()
    return connect().then((client) => {
      if (beginning && !beginning.isOpen) beginning.client ??= client
      return client
    })
  }
  Object.assign(pool, { connect: guarded })
  return pool
}

const failedBefore = (): Error =>
  new Error('The transaction had failed before COMMIT and was rolled back.')

const statuses = new WeakMap<object, string>()

/**
 * What Postgres says that it did last. It answers the COMMIT of a failed transaction with ROLLBACK;
 * the state alone may be older than the error, because both come in messages of their own.
 */
const tags = new WeakMap<object, string>()

/** The state that Postgres reports after each statement: I idle, T in a transaction, E failed. */
const watchStatus = (client: object): void => {
  const connection: unknown = Reflect.get(client, 'connection')
  if (!isEmitter(connection)) throw new Error('node-postgres no longer exposes its connection.')
  connection.on('readyForQuery', (message) => {
    if (typeof message === 'object' && message !== null)
      statuses.set(client, String(Reflect.get(message, 'status')))
  })
  connection.on('commandComplete', (message) => {
    if (typeof message === 'object' && message !== null)
      tags.set(client, String(Reflect.get(message, 'text')))
  })
}

const statusOf = (client: object): string | undefined => statuses.get(client)

const isEmitter = (
  value: unknown,
): value is { on: (event: string, listener: (message: unknown) => void) => void } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'on') === 'function'

/** The connection of a running transaction. Ask for it each time: after a kill it is somebody else's. */
export const clientOf = (session: unknown): PoolClient | null => {
  const client: unknown = ['_', 'session', 'client'].reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    session,
  )
  return isClient(client) ? client : null
}

const isClient = (value: unknown): value is PoolClient =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'query') === 'function'
