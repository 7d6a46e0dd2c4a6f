import type { Payload, PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'

import { removeDocumentFile } from '#plugins/crm'
import { inOwnTransaction, publish, registryOf, requestFor, tableOf } from '#plugins/kernel'
import { installation } from '#plugins/kernel/domain'
import { fingerprint, inOneGo, storyTables, type KeyedTable } from './demo-rows'
import { withoutGuards } from './past'

export type Removal = {
  /** Rows that went, by table. */
  removed: Readonly<Record<string, number>>
  /** Records that stayed, and why. */
  kept: readonly KeptRecord[]
  /** Whether somebody is left who may manage colleagues. */
  hasAdmin: boolean
}

/** `touched`: somebody changed it. `needed`: it belongs to what stays. */
export type KeptRecord = {
  collection: string
  label: string
  title: string
  reason: 'touched' | 'needed'
}

/**
 * Takes away exactly the rows that the demo made. What somebody has changed since stays, with what it
 * refers to and what is a part of it; so does what records made since then refer to. Events of what went
 * go too, and the seals begin anew after them: the new chain opens with an event that names the hash at
 * which the old one ended.
 *
 * @param demandAdmin called when nobody would be left who may manage colleagues; what it throws undoes all
 * @returns null when there is no demo
 */
export const removeDemo = async ({
  payload,
  demandAdmin,
}: {
  payload: Payload
  demandAdmin: () => void
}): Promise<Removal | null> => {
  const outcome = await inOneGo({
    payload,
    run: async (client) => await removeRows({ client, payload, demandAdmin }),
  })
  if (!outcome) return null
  const { removed, kept, files, lastHash, hasAdmin } = outcome
  for (const filename of files) await removeDocumentFile({ payload, filename })
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'demo-remove' } })
  await inOwnTransaction({
    req,
    run: async () =>
      await publish({
        req,
        event: {
          name: 'demo.removed',
          subject: installation,
          changes: {
            rows: [null, Object.values(removed).reduce((sum, count) => sum + count, 0)],
            kept: [null, kept.length],
            lastSeal: [lastHash, null],
          },
        },
      }),
  })
  return { removed, kept: await recordsAmong({ req, kept }), hasAdmin }
}

type KeptRow = { table: string; key: string; reason: 'touched' | 'needed' }

/** Rows of collections with their names; the parts of a record go without saying. */
const recordsAmong = async ({
  req,
  kept,
}: {
  req: PayloadRequest
  kept: readonly KeptRow[]
}): Promise<KeptRecord[]> => {
  const records: KeptRecord[] = []
  for (const [, { collection: slug, label }] of registryOf(req.payload).subjects) {
    const rows = kept.filter(({ table }) => table === tableOf(slug))
    const collection = req.payload.config.collections.find((one) => one.slug === slug)
    if (rows.length === 0 || !collection) continue
    const { docs } = await req.payload.find({
      collection: collection.slug,
      where: { id: { in: rows.map(({ key }) => key) } },
      pagination: false,
      depth: 0,
      req,
      overrideAccess: true,
      ...(collection.trash ? { trash: true } : {}),
    })
    for (const doc of docs) {
      const title: unknown = Reflect.get(doc, collection.admin.useAsTitle ?? 'id')
      records.push({
        collection: slug,
        label,
        title: typeof title === 'string' && title ? title : String(doc.id),
        reason: rows.find(({ key }) => key === String(doc.id))?.reason ?? 'needed',
      })
    }
  }
  return records
}

const removeRows = async ({
  client,
  payload,
  demandAdmin,
}: {
  client: PoolClient
  payload: Payload
  demandAdmin: () => void
}) => {
  const { rowCount: rows } = await client.query('select from demo_rows limit 1')
  if (!rows) return null
  const tables = await storyTables(client)
  await client.query(
    `create temporary table doomed on commit drop as select table_name, row_key from demo_rows`,
  )
  await client.query('create unique index on doomed (table_name, row_key)')
  await client.query(
    'create temporary table kept (table_name text, row_key text, reason text) on commit drop',
  )
  await client.query('analyze doomed')
  const kinds = [...registryOf(payload).subjects].flatMap(([kind, { collection }]) => {
    const table = tables.find(({ name }) => name === tableOf(collection))
    return table ? [{ kind, table }] : []
  })
  for (const kind of kinds) await keepTouched({ client, ...kind })
  const links = await linksOf({ client, tables })
  const tellers = await tellersOf({ client, tables })
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const link of links) isChanged = (await keepNeeded({ client, link })) || isChanged
    for (const teller of tellers)
      isChanged = (await keepTelling({ client, teller, kinds })) || isChanged
  }
  await keepCounters(client)
  const kept = await client.query<KeptRow>(
    'select table_name as table, row_key as key, reason from kept',
  )
  const files = await filesOf(client)
  const lastHash = await lastSeal(client)
  const constraints = await dropConstraints(client)
  const removed: Record<string, number> = {}
  for (const { name, key } of tables) {
    const { rowCount } = await withoutGuards({
      client,
      table: name,
      run: async () =>
        await client.query(
          `delete from "${name}" t using doomed d where d.table_name = $1 and d.row_key = ${key}`,
          [name],
        ),
    })
    if (rowCount) removed[name] = rowCount
  }
  await sweep(client)
  for (const { table, name, definition } of constraints)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  await client.query('delete from demo_rows')
  const hasAdmin = await isAdminLeft(client)
  if (!hasAdmin) demandAdmin()
  return { removed, kept: kept.rows, files, lastHash, hasAdmin }
}

/** Changed since, and by somebody: what the clock or a job did is no reason to keep it. */
const keepTouched = async ({
  client,
  kind,
  table: { name, key },
}: {
  client: PoolClient
  kind: string
  table: KeyedTable
}): Promise<void> => {
  await client.query(
    `with touched as (
        select distinct e.subject_id from domain_events e
        where e.subject_type = $2 and e.actor_kind <> 'system'
          and not exists (select from demo_rows d
            where d.table_name = 'domain_events' and d.row_key = e.id::text || '|' || e.at::text)
      ), changed as (
        select d.row_key from demo_rows d join "${name}" t on ${key} = d.row_key
        where d.table_name = $1 and d.fingerprint <> ${fingerprint}
      ), gone as (
        delete from doomed using touched, changed
        where table_name = $1 and doomed.row_key = changed.row_key
          and doomed.row_key = touched.subject_id
        returning doomed.row_key
      )
      insert into kept select $1, row_key, 'touched' from gone`,
    [name, kind],
  )
}

type Link = { child: KeyedTable; column: string; parent: string; isPart: boolean }

/** Papers and facts that belong to a person although the database would let them go alone. */
const partsOfPeople = ['documents', 'consents', 'credentials', 'legal_holds']

/** Foreign keys between tables of the story. */
const linksOf = async ({
  client,
  tables,
}: {
  client: PoolClient
  tables: readonly KeyedTable[]
}): Promise<Link[]> => {
  const { rows } = await client.query<{ child: string; column: string; parent: string }>(
    `select child.relname as child, a.attname::text as column, parent.relname as parent
      from pg_constraint c
      join pg_class child on child.oid = c.conrelid
      join pg_class parent on parent.oid = c.confrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1`,
  )
  return rows.flatMap(({ child, column, parent }) => {
    const table = tables.find(({ name }) => name === child)
    if (!table || !tables.some(({ name }) => name === parent)) return []
    const isPart =
      column === '_parent_id' ||
      column === 'parent_id' ||
      (partsOfPeople.includes(child) && ['candidate_id', 'contact_id'].includes(column))
    return [{ child: table, column, parent, isPart }]
  })
}

/** What a row that stays refers to, and the parts of a record that stays. */
const keepNeeded = async ({
  client,
  link: { child, column, parent, isPart },
}: {
  client: PoolClient
  link: Link
}): Promise<boolean> => {
  const stays = `t."${column}" is not null and not exists (
    select from doomed d where d.table_name = $2 and d.row_key =`
  const referred = await client.query(
    `with gone as (
        delete from doomed where table_name = $1 and row_key in (
          select t."${column}"::text from "${child.name}" t where ${stays} ${child.key}))
        returning row_key
      )
      insert into kept select $1, row_key, 'needed' from gone`,
    [parent, child.name],
  )
  if (!isPart) return Boolean(referred.rowCount)
  const parts = await client.query(
    `with gone as (
        delete from doomed where table_name = $1 and row_key in (
          select ${child.key} from "${child.name}" t where ${stays} t."${column}"::text))
        returning row_key
      )
      insert into kept select $1, row_key, 'needed' from gone`,
    [child.name, parent],
  )
  return Boolean(referred.rowCount) || Boolean(parts.rowCount)
}

type Teller = { table: KeyedTable; kind: string; id: string }

/** Tables that name what they are about without a foreign key: events, links, mails, tasks. */
const tellersOf = async ({
  client,
  tables,
}: {
  client: PoolClient
  tables: readonly KeyedTable[]
}): Promise<Teller[]> => {
  const { rows } = await client.query<{ table: string; kind: string; id: string }>(
    `select k.table_name::text as table, k.column_name::text as kind, i.column_name::text as id
      from information_schema.columns k
      join information_schema.columns i on i.table_schema = k.table_schema
        and i.table_name = k.table_name and i.data_type in ('text', 'character varying')
        and i.column_name = split_part(k.column_name, '_', 1) || '_id'
      where k.table_schema = 'public'
        and k.column_name in ('subject_type', 'subject_kind', 'about_type', 'about_kind')`,
  )
  return rows.flatMap(({ table: name, kind, id }) => {
    const table = tables.find((one) => one.name === name)
    return table ? [{ table, kind, id }] : []
  })
}

/** What tells of a record that stays. */
const keepTelling = async ({
  client,
  teller: { table, kind, id },
  kinds,
}: {
  client: PoolClient
  teller: Teller
  kinds: readonly { kind: string; table: KeyedTable }[]
}): Promise<boolean> => {
  let isChanged = false
  for (const subject of kinds) {
    const { rowCount } = await client.query(
      `with gone as (
          delete from doomed where table_name = $1 and row_key in (
            select ${table.key} from "${table.name}" t
            join "${subject.table.name}" s on s.id::text = t."${id}"
            where t."${kind}" = $2 and not exists (
              select from doomed d where d.table_name = $3 and d.row_key = t."${id}"))
          returning row_key
        )
        insert into kept select $1, row_key, 'needed' from gone`,
      [table.name, subject.kind, subject.table.name],
    )
    isChanged ||= Boolean(rowCount)
  }
  return isChanged
}

/** Numbers go on where anything is left that has one; else they begin anew. */
const keepCounters = async (client: PoolClient): Promise<void> => {
  await client.query(
    `delete from doomed where table_name = 'counters' and (
        exists (select from kept)
        or exists (select from demo_rows d join counters t on t.name = d.row_key
          where d.table_name = 'counters' and d.row_key = doomed.row_key and d.fingerprint <> ${fingerprint}))`,
  )
}

const filesOf = async (client: PoolClient): Promise<string[]> => {
  const { rows } = await client.query<{ filename: string }>(
    `select t.filename from documents t join doomed d on d.table_name = 'documents' and d.row_key = t.id::text
      where t.filename is not null`,
  )
  return rows.map(({ filename }) => filename)
}

const lastSeal = async (client: PoolClient): Promise<string | null> => {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from event_seals order by no desc limit 1',
  )
  return rows[0]?.hash ?? null
}

type Constraint = { table: string; name: string; definition: string }

/** Foreign keys rest while rows go in whatever order; put back, they prove that nothing hangs. */
const dropConstraints = async (client: PoolClient): Promise<Constraint[]> => {
  const { rows } = await client.query<Constraint>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name,
        pg_get_constraintdef(oid) as definition
      from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  )
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${name}`)
  return rows
}

/** What hangs on rows that went: sessions, settings of browsers, values and seals of events, done jobs. */
const sweep = async (client: PoolClient): Promise<void> => {
  for (const [table, column, parent] of [
    ['users_sessions', '_parent_id', 'users'],
    ['portal_accounts_sessions', '_parent_id', 'portal_accounts'],
    ['domain_event_personal', 'event_id', 'domain_events'],
  ])
    await client.query(
      `delete from "${table}" t where not exists (select from "${parent}" p where p.id = t."${column}")`,
    )
  await client.query(
    `delete from payload_preferences p where not exists (
        select from payload_preferences_rels r
        left join users u on u.id = r.users_id left join portal_accounts a on a.id = r.portal_accounts_id
        where r.parent_id = p.id and (u.id is not null or a.id is not null))`,
  )
  await client.query(
    'delete from payload_preferences_rels r where not exists (select from payload_preferences p where p.id = r.parent_id)',
  )
  // Who has which form open: nobody has, now.
  await client.query('delete from payload_locked_documents')
  await client.query('delete from payload_locked_documents_rels')
  await withoutGuards({
    client,
    table: 'event_seals',
    run: async () => await client.query('delete from event_seals'),
  })
  await client.query(
    `delete from pgboss.job where state in ('completed', 'cancelled', 'failed')
      and created_on <= (select max(remembered_at) from demo_rows)`,
  )
}

const isAdminLeft = async (client: PoolClient): Promise<boolean> => {
  const { rowCount } = await client.query(
    `select from users u join users_rels r on r.parent_id = u.id join roles o on o.id = r.roles_id
      where u.is_disabled is not true and o.permissions ? 'staff.write' limit 1`,
  )
  return Boolean(rowCount)
}
