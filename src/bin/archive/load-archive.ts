import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import { from as copyFrom, to as copyTo, type CopyStreamQuery } from 'pg-copy-streams'
import { z } from 'zod'

import { bossSchema, registryOf } from '#plugins/kernel'
import { StepFailure } from '../steps/failure.mjs'
import {
  copyIn,
  copyOut,
  partitionsOf,
  pinOutput,
  rowsOf,
  sequencesOf,
  tablesOf,
  unloggedTablesOf,
  type StoredTable,
} from './database-shape'
import { schemaDifferences } from './differences'
import { rowSum, type ArchiveHeader, type ArchiveManifest, type Partition } from './format'
import { otherSchema } from './other-schema'

/** Where somebody stands who would be lost, in the order they are named. */
const peopleTables = ['users', 'portal_accounts', 'candidates', 'client_contacts']

const lockNotAvailable = '55P03'
const foreignKeyViolation = '23503'

/**
 * Replaces every row of the database by those of an archive, in the transaction of the request. It
 * asks for no rights beyond owning the tables: foreign keys are dropped and made anew, which proves
 * every reference, and triggers rest while the rows come in.
 */
export const rowLoader = async ({
  client,
  req,
  replaces,
}: {
  client: ClientBase
  req: PayloadRequest
  replaces: boolean
}) => {
  await client.query(`set local lock_timeout = '15s'`)
  await pinOutput(client)
  const tables = await tablesOf(client)
  let foreignKeys: ForeignKey[] = []
  let carried: { name: string; value: unknown }[] = []
  let columns = new Map<string, StoredTable['columns']>()
  let copying: { table: string; stream: CopyStreamQuery } | undefined

  const endCopy = async () => {
    if (!copying) return
    const { stream } = copying
    copying = undefined
    stream.end()
    await finished(stream)
  }

  return {
    header: async (header: ArchiveHeader): Promise<void> => {
      const differences = schemaDifferences({ archive: header.tables, database: tables })
      if (differences.length > 0) throw otherSchema({ differences, version: header.version })
      await lockAll({ client, tables })
      if (!replaces) await demandNobody({ client, tables })
      carried = await carryAll(req)
      foreignKeys = await dropForeignKeys(client)
      await empty({ client, tables, header })
      columns = new Map(header.tables.map((table) => [table.table, table.columns]))
    },
    rows: async ({ table, bytes }: { table: string; bytes: Buffer }): Promise<void> => {
      if (copying?.table !== table) {
        await endCopy()
        const target = tables.find((one) => one.table === table)
        const named = columns.get(table)
        if (!target || !named) throw new Error(`The archive has rows of an unknown table ${table}.`)
        copying = {
          table,
          stream: client.query(copyFrom(copyIn({ table: target, columns: named }))),
        }
      }
      const { stream } = copying
      if (!stream.write(bytes)) await once(stream, 'drain')
    },
    /** After the last row: proves that the database holds what the archive says, and sets it to work. */
    conclude: async ({
      header,
      manifest,
    }: {
      header: ArchiveHeader
      manifest: ArchiveManifest
    }): Promise<{ steps: string[]; waitingJobs: number }> => {
      await endCopy()
      await compareRows({ client, tables, manifest })
      await setSequences({ client, header })
      await setTriggers({ client, action: 'enable' })
      await addForeignKeys({ client, foreignKeys })
      await client.query(
        `insert into ${bossSchema}.queue select * from kept_queues on conflict do nothing`,
      )
      const steps = await runSteps({ req, carried, header })
      const [jobs] = await rowsOf({
        client,
        schema: z.object({ waiting: z.coerce.number() }),
        text: `select count(*) as waiting from ${bossSchema}.job
          where state in ('created', 'retry', 'active')`,
      })
      return { steps, waitingJobs: jobs?.waiting ?? 0 }
    },
  }
}

/** From here on nobody else reads or writes until the end of the transaction. */
const lockAll = async ({
  client,
  tables,
}: {
  client: ClientBase
  tables: readonly StoredTable[]
}): Promise<void> => {
  try {
    await client.query(
      `lock table ${tables.map(({ quoted }) => quoted).join(', ')} in access exclusive mode`,
    )
  } catch (error) {
    if (codeOf(error) === lockNotAvailable)
      throw new StepFailure(
        'Somebody is at work in this database. Stop the web processes and workers, and try again. Nothing was changed.',
      )
    throw error
  }
}

const codeOf = (error: unknown): string | undefined =>
  z.object({ code: z.string() }).safeParse(error).data?.code

const demandNobody = async ({
  client,
  tables,
}: {
  client: ClientBase
  tables: readonly StoredTable[]
}): Promise<void> => {
  const found: string[] = []
  for (const name of peopleTables) {
    const table = tables.find((one) => one.table === `public.${name}`)
    if (!table) continue
    const [row] = await rowsOf({
      client,
      schema: z.object({ rows: z.coerce.number() }),
      text: `select count(*) as rows from ${table.quoted}`,
    })
    if (row && row.rows > 0) found.push(`${row.rows} in ${name}`)
  }
  if (found.length > 0)
    throw new StepFailure(
      `This database has people in it: ${found.join(', ')}. Nothing was changed. To put the archive in their place, add --replace; make a backup first.`,
    )
}

const carryAll = async (req: PayloadRequest): Promise<{ name: string; value: unknown }[]> => {
  const carried: { name: string; value: unknown }[] = []
  for (const { name, carry } of registryOf(req.payload).afterRestore)
    carried.push({ name, value: await carry?.({ req }) })
  return carried
}

const runSteps = async ({
  req,
  carried,
  header: { madeAt },
}: {
  req: PayloadRequest
  carried: readonly { name: string; value: unknown }[]
  header: ArchiveHeader
}): Promise<string[]> => {
  const done: string[] = []
  for (const { name, run } of registryOf(req.payload).afterRestore) {
    const value = carried.find((one) => one.name === name)?.value
    done.push(`${name}: ${await run({ req, carried: value, madeAt })}`)
  }
  return done
}

type ForeignKey = { table: string; name: string; definition: string }

const dropForeignKeys = async (client: ClientBase): Promise<ForeignKey[]> => {
  const foreignKeys = await rowsOf({
    client,
    schema: z.object({ table: z.string(), name: z.string(), definition: z.string() }),
    text: `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
        pg_get_constraintdef(k.oid) as definition
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', $1)
      order by 1, 2`,
    values: [bossSchema],
  })
  for (const { table, name } of foreignKeys)
    await client.query(`alter table ${table} drop constraint ${name}`)
  return foreignKeys
}

const addForeignKeys = async ({
  client,
  foreignKeys,
}: {
  client: ClientBase
  foreignKeys: readonly ForeignKey[]
}): Promise<void> => {
  for (const { table, name, definition } of foreignKeys)
    try {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    } catch (error) {
      if (codeOf(error) !== foreignKeyViolation) throw error
      throw new StepFailure(
        `A row of the archive breaks the reference ${name} of ${table}: the database it was made from was damaged. Nothing was changed. Restore an older backup.`,
      )
    }
}

const empty = async ({
  client,
  tables,
  header,
}: {
  client: ClientBase
  tables: readonly StoredTable[]
  header: ArchiveHeader
}): Promise<void> => {
  await client.query(
    `create temporary table kept_queues on commit drop as select * from ${bossSchema}.queue`,
  )
  await setTriggers({ client, action: 'disable' })
  const missing = await missingPartitions({ client, header })
  for (const { name } of missing.queues)
    await client.query(`select ${bossSchema}.create_queue($1, $2)`, [
      name,
      JSON.stringify({ policy: 'standard' }),
    ])
  const all = [...tables.map(({ quoted }) => quoted), ...(await unloggedTablesOf(client))]
  await client.query(`truncate ${all.join(', ')}`)
  for (const partition of missing.ranges) await addPartition({ client, partition })
}

const rangeBound = /^FOR VALUES FROM \('[^'\\]*'\) TO \('[^'\\]*'\)$/
const queueBound = /^FOR VALUES IN \('([^'\\]*)'\)$/

/** Months that this database has not opened, or never had; queues of another time. */
const missingPartitions = async ({
  client,
  header,
}: {
  client: ClientBase
  header: ArchiveHeader
}): Promise<{ ranges: (Partition & { quotedParent: string })[]; queues: { name: string }[] }> => {
  const present = await partitionsOf(client)
  const ranges: (Partition & { quotedParent: string })[] = []
  const queues: { name: string }[] = []
  for (const partition of header.partitions) {
    const { parent, name, bound } = partition
    if (present.some((one) => one.parent === parent && one.bound === bound)) continue
    const sibling = present.find((one) => one.parent === parent)
    const [, queue] = queueBound.exec(bound) ?? []
    if (parent === `${bossSchema}.job` && queue !== undefined) queues.push({ name: queue })
    else if (sibling && rangeBound.test(bound) && /^\w+$/.test(name))
      ranges.push({ ...partition, quotedParent: sibling.quotedParent })
    else
      throw otherSchema({
        differences: [`The part ${name} of ${parent} is only in the archive.`],
        version: header.version,
      })
  }
  return { ranges, queues }
}

/**
 * Opens a part as the product would have, with the guards that a table does not pass on to its
 * parts: those against TRUNCATE.
 */
const addPartition = async ({
  client,
  partition: { parent, name, bound, quotedParent },
}: {
  client: ClientBase
  partition: Partition & { quotedParent: string }
}): Promise<void> => {
  const [schema] = parent.split('.')
  await client.query(`create table ${schema}.${name} partition of ${quotedParent} ${bound}`)
  const guards = await rowsOf({
    client,
    schema: z.object({ function: z.string() }),
    text: `select distinct t.tgfoid::regproc::text as function from pg_trigger t
      where t.tgrelid = $1::regclass and not t.tgisinternal and (t.tgtype & 32) <> 0`,
    values: [quotedParent],
  })
  for (const guard of guards)
    await client.query(`create trigger ${name}_no_truncate before truncate on ${schema}.${name}
      for each statement execute function ${guard.function}()`)
}

const setTriggers = async ({
  client,
  action,
}: {
  client: ClientBase
  action: 'disable' | 'enable'
}): Promise<void> => {
  const tables = await rowsOf({
    client,
    schema: z.object({ quoted: z.string() }),
    text: `select distinct format('%I.%I', n.nspname, c.relname) as quoted
      from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and n.nspname in ('public', $1) order by 1`,
    values: [bossSchema],
  })
  for (const { quoted } of tables)
    await client.query(`alter table ${quoted} ${action} trigger user`)
}

/** Reads every table back: what stands in the database is what stood in the archive. */
const compareRows = async ({
  client,
  tables,
  manifest,
}: {
  client: ClientBase
  tables: readonly StoredTable[]
  manifest: ArchiveManifest
}): Promise<void> => {
  for (const table of tables) {
    const expected = manifest.tables.find((one) => one.table === table.table)
    const sum = rowSum()
    for await (const piece of client.query(copyTo(copyOut(table)))) {
      if (!Buffer.isBuffer(piece)) throw new Error('COPY answered with something that is no bytes.')
      sum.add(piece)
    }
    const found = sum.result()
    if (found.rows !== expected?.rows || found.sha256 !== expected.sha256)
      throw new StepFailure(
        `After the restore ${table.table} would hold ${found.rows} rows with other contents than the ${expected?.rows ?? 0} of the archive. Nothing was changed.`,
      )
  }
}

const setSequences = async ({
  client,
  header,
}: {
  client: ClientBase
  header: ArchiveHeader
}): Promise<void> => {
  for (const { sequence, quoted } of await sequencesOf(client)) {
    const stored = header.sequences.find((one) => one.sequence === sequence)
    if (stored) await client.query(`alter sequence ${quoted} restart with ${BigInt(stored.next)}`)
  }
}
