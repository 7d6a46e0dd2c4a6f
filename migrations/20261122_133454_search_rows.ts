import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Puts in what was there before the triggers. It only reads the other tables, so nobody waits; rows
 * that a trigger has put in meanwhile are newer and stay.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(
      tables
        .map(
          ([kind, table]) =>
            `select count(search_put_row('${kind}', to_jsonb(r)) is null) from ${table} r
              where not exists (select from search_entries e where e.kind = '${kind}' and e.record_id = r.id);`,
        )
        .join('\n'),
    ),
  )
}

const tables = [
  ['candidate', 'candidates'],
  ['client-contact', 'client_contacts'],
  ['client', 'client_corporations'],
  ['job-order', 'job_orders'],
  ['order-request', 'order_requests'],
  ['placement', 'placements'],
  ['invoice', 'invoices'],
  ['timesheet', 'timesheets'],
] as const

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('truncate search_entries'))
}
