import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'

import { clientOf } from './truthful-adapter'

/** SQL with its rows parsed: a schema says what a row is, so a changed column fails loudly. */
export type Sql = {
  rows: <Schema extends z.ZodType>(query: {
    schema: Schema
    text: string
    values?: readonly unknown[]
  }) => Promise<z.output<Schema>[]>
  /** The first row or null. */
  first: <Schema extends z.ZodType>(query: {
    schema: Schema
    text: string
    values?: readonly unknown[]
  }) => Promise<z.output<Schema> | null>
  /** Runs a statement and returns how many rows it touched. */
  run: (query: { text: string; values?: readonly unknown[] }) => Promise<number>
}

/** SQL in the request's transaction when one is open, else on the pool. */
export const sqlOf = (req: PayloadRequest): Sql =>
  sqlOn(async () => (await transactionClientOf(req)) ?? poolOf(req.payload))

/** SQL on the pool, each statement its own transaction. */
export const sqlOutside = (payload: Payload): Sql => sqlOn(async () => poolOf(payload))

export const poolOf = (payload: Payload): Pool => adapterOf(payload).pool

const adapterOf = (payload: Payload): PostgresAdapter => {
  if (!isPostgres(payload.db)) throw new Error('Placewright runs on the Postgres adapter only.')
  return payload.db
}

export const transactionClientOf = async (req: PayloadRequest): Promise<PoolClient | null> => {
  const id = await req.transactionID
  if (!id) return null
  return clientOf(adapterOf(req.payload).sessions[String(id)]?.db)
}

const isPostgres = (db: Payload['db']): db is Payload['db'] & PostgresAdapter =>
  db.packageName === '@payloadcms/db-postgres'

/** SQL on whatever connection is given at each statement. */
export const sqlOn = (connection: () => Promise<Pool | PoolClient>): Sql => {
  const query = async ({ text, values }: { text: string; values?: readonly unknown[] }) =>
    await (await connection()).query(text, values ? [...values] : [])
  return {
    rows: async ({ schema, text, values }) => {
      const { rows } = await query({ text, ...(values ? { values } : {}) })
      return rowsAs({ schema: z.array(schema), rows })
    },
    first: async ({ schema, text, values }) => {
      const { rows } = await query({ text, ...(values ? { values } : {}) })
      return rows[0] === undefined ? null : rowsAs({ schema, rows: rows[0] })
    },
    run: async ({ text, values }) =>
      (await query({ text, ...(values ? { values } : {}) })).rowCount ?? 0,
  }
}

/** A row that is not as its query says is our fault, not that of whoever sent something. */
const rowsAs = <Schema extends z.ZodType>({
  schema,
  rows,
}: {
  schema: Schema
  rows: unknown
}): z.output<Schema> => {
  const parsed = schema.safeParse(rows)
  if (!parsed.success)
    throw new Error('A query returned a row of another shape than it declares.', {
      cause: parsed.error,
    })
  return parsed.data
}

/** Numeric columns arrive as text; this reads whole numbers that fit and refuses others. */
export const wholeNumber = z.coerce.number().int()

/** Timestamps arrive as Date; inside the product they are ISO strings with milliseconds. */
export const instant = z.date().transform((date) => date.toISOString())
