import type { ClientBase } from 'pg'
import { z } from 'zod'

import { bossSchema } from '#plugins/kernel'
import type { Partition, TableShape } from './format'

/** The schemas that belong to the product. */
const schemas = ['public', bossSchema]

/** How values are written as text, wherever and by whatever server; ends with the transaction. */
const pinnedOutput = `
  set local client_encoding = 'UTF8';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local timezone = 'UTC';
  set local extra_float_digits = 3;
  set local bytea_output = 'hex';
  set local search_path = public;
  set local synchronize_seqscans = off;
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

export const pinOutput = async (client: ClientBase): Promise<void> => {
  await client.query(pinnedOutput)
}

/** A table with what is needed to read it: its quoted name, and an order that is its own. */
export type StoredTable = TableShape & { quoted: string; order: string }

/** Every table that keeps its rows. Parents stand for their partitions. */
export const tablesOf = async (client: ClientBase): Promise<StoredTable[]> =>
  await rowsOf({
    client,
    schema: z.object({
      table: z.string(),
      quoted: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string(), isRequired: z.boolean() })),
      order: z.string(),
    }),
    text: `select n.nspname || '.' || c.relname as table,
        format('%I.%I', n.nspname, c.relname) as quoted,
        (select coalesce(json_agg(json_build_object('name', a.attname,
            'type', format_type(a.atttypid, a.atttypmod), 'isRequired', a.attnotnull)
            order by a.attname), '[]')
          from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        ) as columns,
        coalesce(
          (select string_agg(
              format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end,
              ', ' order by k.position)
            from pg_index i
            cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, position)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indrelid = c.oid and i.indisprimary),
          '(t.*)::text collate "C"') as "order"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
        and c.relpersistence = 'p' and ${notOfExtension}
      order by 1`,
    values: [schemas],
  })

/** Tables that begin empty after a crash: their rows are no part of a backup. */
export const unloggedTablesOf = async (client: ClientBase): Promise<string[]> =>
  (
    await rowsOf({
      client,
      schema: z.object({ quoted: z.string() }),
      text: `select format('%I.%I', n.nspname, c.relname) as quoted
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1) and c.relkind = 'r' and c.relpersistence = 'u'
          and ${notOfExtension}
        order by 1`,
      values: [schemas],
    })
  ).map(({ quoted }) => quoted)

export const partitionsOf = async (
  client: ClientBase,
): Promise<(Partition & { quoted: string; quotedParent: string })[]> =>
  await rowsOf({
    client,
    schema: z.object({
      parent: z.string(),
      name: z.string(),
      bound: z.string(),
      quoted: z.string(),
      quotedParent: z.string(),
    }),
    text: `select pn.nspname || '.' || p.relname as parent, c.relname as name,
        pg_get_expr(c.relpartbound, c.oid) as bound,
        format('%I.%I', cn.nspname, c.relname) as quoted,
        format('%I.%I', pn.nspname, p.relname) as "quotedParent"
      from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
      join pg_namespace cn on cn.oid = c.relnamespace
      join pg_class p on p.oid = i.inhparent
      join pg_namespace pn on pn.oid = p.relnamespace
      where pn.nspname = any($1) and p.relkind = 'p'
      order by 1, 2`,
    values: [schemas],
  })

export const sequencesOf = async (
  client: ClientBase,
): Promise<{ sequence: string; quoted: string; next: string }[]> =>
  await rowsOf({
    client,
    schema: z.object({ sequence: z.string(), quoted: z.string(), next: z.string() }),
    text: `select schemaname || '.' || sequencename as sequence,
        format('%I.%I', schemaname, sequencename) as quoted,
        coalesce(last_value + increment_by, start_value)::text as next
      from pg_sequences where schemaname = any($1) order by 1`,
    values: [schemas],
  })

export const migrationsOf = async (client: ClientBase): Promise<string[]> =>
  (
    await rowsOf({
      client,
      schema: z.object({ name: z.string() }),
      text: 'select name from public.payload_migrations order by name collate "C"',
    })
  ).map(({ name }) => name)

/** The rows of a table as text, in an order that does not depend on how they came in. */
export const copyOut = ({ quoted, order, columns }: StoredTable): string =>
  `copy (select ${columnList(columns)} from ${quoted} t order by ${order}) to stdout`

export const copyIn = ({
  table,
  columns,
}: {
  table: StoredTable
  columns: TableShape['columns']
}): string => `copy ${table.quoted} (${columnList(columns)}) from stdin`

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`

const columnList = (columns: TableShape['columns']): string =>
  columns.map(({ name }) => quotedName(name)).join(', ')

const notOfExtension = `not exists (select from pg_depend d
  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

export const rowsOf = async <Schema extends z.ZodType>({
  client,
  schema,
  text,
  values = [],
}: {
  client: ClientBase
  schema: Schema
  text: string
  values?: readonly unknown[]
}): Promise<z.output<Schema>[]> =>
  z.array(schema).parse((await client.query(text, [...values])).rows)
