import type { PayloadRequest } from 'payload'

import { transactionClientOf } from '../database/sql'
import { sendingBoss } from './boss'

/** Puts a job on its queue in the request's transaction: it exists if and only if that commits. */
export const enqueue = async ({
  req,
  queue,
  data,
  startAfter,
}: {
  req: PayloadRequest
  queue: string
  data: object
  /** ISO instant. */
  startAfter?: string
}): Promise<string> => {
  if (!(await transactionClientOf(req)))
    throw new Error(`The job ${queue} was sent outside a transaction.`)
  const db = {
    executeSql: async (text: string, values: unknown[]) => {
      const client = await transactionClientOf(req)
      if (!client) throw new Error('The transaction of this job is gone.')
      return await client.query(text, values)
    },
  }
  const id = await sendingBoss().send(queue, data, { db, ...(startAfter ? { startAfter } : {}) })
  if (!id) throw new Error(`The queue ${queue} does not exist: run the migrations.`)
  await db.executeSql(`select pg_notify('placewright_jobs', $1)`, [queue])
  return id
}
